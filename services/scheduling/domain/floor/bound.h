/// How good an allocation could be at best, so that a score can be shown with its distance from the possible.
#pragma once

#include <cstdint>
#include <optional>

#include "scheduling/domain/floor/floor.h"

namespace hoicho::scheduling::floor {

inline constexpr std::int64_t bound_arcs_max = 4'000'000;  ///< Beyond it each exhibitor is counted as if alone.

struct Bound {
    std::int64_t score = 0;  ///< No allocation scores higher.
    /// Where stands are single booths and no pair of neighbours counts, the best allocation there is: it scores the
    /// bound. None elsewhere: whether the bound can be reached is not known.
    std::optional<Allocation> best{};
};

/// Each exhibitor takes booths that nobody else has, and at each wall of its stand the half of what its best neighbour
/// is worth, whoever else wants that neighbour; competitors are never near. A stand of several booths may be torn apart,
/// each booth with its share of the best stand it belongs to.
/// @param floor     one that validate() found nothing wrong with
/// @param previous  as for allocate(); may be null
/// @complexity      network simplex over exhibitors and booths, grouped by needs: 1,020 booths, 721 exhibitors in 0.1 s
Bound upper_bound(const Floor& floor, const Allocation* previous = nullptr);

}  // namespace hoicho::scheduling::floor
