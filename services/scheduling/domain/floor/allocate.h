/// Gives booths to exhibitors: greedily by seniority, then by local search within a budget of steps.
#pragma once

#include <cstdint>

#include "scheduling/domain/floor/floor.h"

namespace hoicho::scheduling::floor {

struct Allocated {
    Allocation allocation;   ///< Ordered by exhibitor.
    std::int64_t score = 0;  ///< As check() counts it.
    std::uint64_t steps = 0;  ///< 0 where linear assignment gave the best allocation at once.
};

/// Where stands are single booths and neighbours do not count, the best allocation there is (see bound.h).
/// With 0 steps: the points rule alone, which people can verify by hand. Larger stands choose first, then more points;
/// each takes the stand that adds most to the score.
/// @param floor     one that validate() found nothing wrong with
/// @param previous  the allocation in force: exhibitors keep their stands at first, moving one costs `moved`; may be
/// null
/// @return          a valid allocation; the same floor, previous, seed and steps give the same bytes on every machine
/// and compiler
Allocated allocate(const Floor& floor, std::uint64_t seed, std::uint64_t steps, const Allocation* previous = nullptr);

}  // namespace hoicho::scheduling::floor
