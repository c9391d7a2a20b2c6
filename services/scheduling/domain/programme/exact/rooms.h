/// Places as far as counting goes: sets of places that meetings share, each inside or beside every other, so that in a
/// slot a seat for everybody exists as soon as no set is overfull.
#pragma once

#include <optional>
#include <vector>

#include "scheduling/domain/programme/reduce.h"

namespace hoicho::scheduling::programme::exact {

struct Room {
    std::vector<int> meetings;  ///< Possible ones that have to sit in it.
    std::vector<int> capacity;  ///< slot -> meetings at once
};

/// @return  none if two sets overlap without one holding the other: then counting does not suffice
std::optional<std::vector<Room>> rooms_of(const Reduced& reduced);

/// Could anybody be rushed at all? Then the place of a meeting matters beyond its room.
bool walks_matter(const Reduced& reduced);

/// Seats meetings that overfill no room.
/// @param slots  meeting -> slot or none
/// @return       entries ordered by meeting
std::vector<Entry> seat(const Reduced& reduced, const std::vector<int>& slots);

}  // namespace hoicho::scheduling::programme::exact
