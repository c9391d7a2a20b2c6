/// Finds the cheapest exchange that lets a meeting in: forced at each slot that both share, whoever is in the way is
/// sent away and seated elsewhere, to a bounded depth.
#pragma once

#include "scheduling/domain/programme/price.h"
#include "scheduling/domain/programme/state.h"

namespace hoicho::scheduling::programme {

/// @param state    a programme that keeps every rule; the same afterwards, but for the order of its lists and its
///                 penalties
/// @param meeting  one that is possible, not held and not fixed
/// @return         an exchange after which no rule is broken that was kept before; found is false where none was met
///                 within the bounds. The answer depends on the programme and the meeting alone.
Price cheapest_exchange(State& state, int meeting);

}  // namespace hoicho::scheduling::programme
