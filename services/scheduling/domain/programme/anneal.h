/// Simulated annealing over the moves: how hot, how long, which move how often, and the best programme met on the way.
#pragma once

#include <cstdint>
#include <vector>

#include "scheduling/domain/programme/random.h"
#include "scheduling/domain/programme/state.h"

namespace hoicho::scheduling::programme {

/// Temperatures in 16.16 units of score.
struct Schedule {
    std::int64_t first = 0;
    std::int64_t last = 0;
    std::uint64_t steps = 0;
};

/// How hot to begin: the more steps a meeting gets, the hotter; cold if a programme is to be kept, not thrown away.
Schedule schedule_for(const Reduced& reduced, std::uint64_t steps, bool keep_start);

/// What it costs to break `must` or `gap_spread` while searching: enough that keeping them pays, little enough to pass
/// through.
Penalties penalties_for(const Reduced& reduced);

/// @param state  afterwards: the best programme met. Fewer musts missing and a kept spread go before any score.
void anneal(State& state, Random& random, const Schedule& schedule);

}  // namespace hoicho::scheduling::programme
