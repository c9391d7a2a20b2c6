/// The floor as the search wants it: which stands suit whom, who stands next to what, who likes whom.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "scheduling/domain/floor/floor.h"
#include "scheduling/domain/programme/reduce.h"

namespace hoicho::scheduling::floor {

using programme::none;
using programme::Rows;

/// A stand is named by its first booth; its booths are consecutive numbers.
struct Layout {
    const Floor* floor = nullptr;  ///< Outlives the layout.
    int booths = 0;
    int exhibitors = 0;
    std::vector<std::uint8_t> wall_after;     ///< booth -> 1 if it shares a wall with the next number
    Rows facing;                              ///< booth -> booths across the aisle
    std::vector<int> stand_row;               ///< exhibitor -> row of stands
    Rows stands;                              ///< first booths of all stands that suit, for each kind of need
    Rows competitors;                         ///< exhibitor -> competitors named by either side, sorted
    Rows friends;                             ///< exhibitor -> friends named by either side, sorted
    std::vector<int> previous_first;          ///< exhibitor -> first booth before, none: it had no stand
    std::vector<std::uint8_t> previous_fits;  ///< exhibitor -> 1 if the stand before has the size wanted now

    std::span<const int> stands_for(int exhibitor) const {
        return stands[stand_row[static_cast<std::size_t>(exhibitor)]];
    }
    bool suits(int exhibitor, int first) const;
    /// Score of the exhibitor on this stand, whoever its neighbours are; what moving costs included.
    std::int64_t alone(int exhibitor, int first) const;
    /// Score of two exhibitors on both sides of a wall, or across an aisle.
    std::int64_t together(int one, int other, bool beside) const;
};

/// @param floor     one that validate() found nothing wrong with
/// @param previous  may be null
Layout lay_out(const Floor& floor, const Allocation* previous);

}  // namespace hoicho::scheduling::floor
