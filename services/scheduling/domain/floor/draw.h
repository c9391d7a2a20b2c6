/// Points and draw: who has more points chooses first, ties go by tickets that anybody can compute again, and each takes
/// the best free stand by its own wishes. Made to be verified by hand: no search, no weights.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "scheduling/domain/floor/floor.h"
#include "scheduling/domain/floor/validate.h"

namespace hoicho::scheduling::floor {

/// A number nobody could choose, 256 bits; ordered as bytes.
using Ticket = std::array<std::uint8_t, 32>;

/// One exhibitor's choice.
struct Turn {
    int exhibitor = 0;
    std::vector<int> booths{};  ///< Empty: no free stand suited.
    int wish = 0;               ///< 1: the stand holds its first wish; 0: none of its wishes.

    friend bool operator==(const Turn&, const Turn&) = default;
};

/// A draw tells exhibitors apart by name, and tickets are made of names one a line.
/// @return  names that are used twice or hold a line end; empty when a draw can be held
Complaints validate_for_draw(const Floor& floor);

/// Exhibitors in the order of their turns: more points first, then the lower ticket.
/// @param tickets  exhibitor -> ticket, all different
std::vector<int> turn_order(const Floor& floor, const std::vector<Ticket>& tickets);

/// Each in its turn takes, of the free stands that have what it needs: the one with its best wish; of several the one
/// at a corner, if it wished for a corner; of several the one with the lowest booth number. With no wish left free it
/// takes a stand all the same, by the same rule.
/// @param floor  one that validate() and validate_for_draw() found nothing wrong with
std::vector<Turn> choose_in_turn(const Floor& floor, const std::vector<int>& order);

/// Ordered by exhibitor.
Allocation allocation_of(const Floor& floor, const std::vector<Turn>& turns);

}  // namespace hoicho::scheduling::floor
