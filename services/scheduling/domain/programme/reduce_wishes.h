/// The part of reduce() that reads meetings: allowed slots, place sets, order, the past, and who could hold some value.
#pragma once

#include "scheduling/domain/programme/reduce.h"

namespace hoicho::scheduling::programme {

/// Fills what depends on meetings; slots, places and people of `out` are filled already.
void read_wishes(const Instance& instance, const Programme* previous, Reduced& out);

}  // namespace hoicho::scheduling::programme
