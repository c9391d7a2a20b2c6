/// Finds meetings that compete for too few seats: a Hall set, the cheapest proof that they cannot all be held.
#pragma once

#include <optional>
#include <vector>

#include "scheduling/domain/programme/reduce.h"

namespace hoicho::scheduling::programme {

struct HallSet {
    std::vector<int> participants{};  ///< Whose seats are too few; empty: the tables of the hall are too few.
    std::vector<int> meetings{};      ///< Ordered; more than seats.
    int seats = 0;                    ///< Seats (participant and slot) or tables (place and slot) that they share.
    std::vector<int> slots{};         ///< The slots of those seats, ordered. Empty: the wished maximum binds.
};

/// @param meetings  possible meetings that are wanted together; fixed ones take their seats first
/// @return          the Hall set with the fewest meetings of those found, none if everybody alone, and the hall alone,
///                  could hold their part
std::optional<HallSet> find_hall_set(const Reduced& reduced, const std::vector<int>& meetings);

}  // namespace hoicho::scheduling::programme
