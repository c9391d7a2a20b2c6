/// Builds a first programme: the past, then what still stands of a given one, then greedily whatever adds to the score.
#pragma once

#include "scheduling/domain/programme/state.h"

namespace hoicho::scheduling::programme {

/// @param state  an empty one; afterwards it keeps every rule but, perhaps, `must` and `gap_spread`
/// @param start  entries that no longer fit are left away
void construct(State& state, const Programme& start);

}  // namespace hoicho::scheduling::programme
