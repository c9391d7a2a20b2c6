/// The instance as the search wants it: flat arrays, days as bit masks, impossible meetings marked, the past fixed.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "scheduling/domain/programme/instance.h"
#include "scheduling/domain/programme/programme.h"

namespace hoicho::scheduling::programme {

inline constexpr int none = -1;

/// Rows of different length in one array: row i is items[first[i] .. first[i + 1]).
struct Rows {
    std::vector<int> first{0};
    std::vector<int> items;

    std::span<const int> operator[](int row) const {
        return {items.data() + first[static_cast<std::size_t>(row)],
                items.data() + first[static_cast<std::size_t>(row) + 1]};
    }
    void end_row() { first.push_back(static_cast<int>(items.size())); }
};
Rows rows_of(const std::vector<std::vector<int>>& lists);

/// One meeting, in one cache line.
struct Wish {
    int a = 0;
    int b = 0;
    std::int64_t gain = 0;  ///< Score of holding it: weighted value, and what cancelling it would cost.
    std::int64_t value = 0;
    int places = none;  ///< Row of Reduced::place_sets.
    int previous_slot = none;
    int previous_place = none;
    bool possible = false;  ///< Some slot and place would do if nobody else were there.
    bool fixed = false;     ///< It lies in the past: never moved, never dropped.
    bool must = false;
    bool ordered = false;  ///< Some order rule names it.
};

/// One participant.
struct Person {
    int meetings_max = 0;
    int seats_first = 0;  ///< Its seats in slot t: seats_first + t * seats_per_slot.
    int seats_per_slot = 0;
    int reach_row =
        none;  ///< Row of Reduced::reach_s; none: never rushed (several delegates, or staff of an own booth).
    bool count_gaps = true;
    bool no_rush = false;
    bool may_be_left_out = false;  ///< Could hold some value.
};

struct Reduced {
    int slots = 0;
    int days = 0;
    int places = 0;
    int participants = 0;
    int meetings = 0;
    int zones = 0;
    Objective weights;
    int max_gap_spread = none;
    int slot_min = 0;  ///< Slots before it are the past.

    std::vector<int> day_of;     ///< slot -> day, counted from 0
    std::vector<int> bit_of;     ///< slot -> position in its day
    std::vector<int> day_first;  ///< day -> its first slot; one more entry at the end
    std::vector<Wish> wishes;
    std::vector<Person> persons;
    std::vector<std::uint64_t> allowed;  ///< meeting x day: slots in which both have a delegate and the wish allows it
    std::vector<std::uint16_t> delegates;  ///< participant x slot
    std::vector<std::uint16_t> room;       ///< place x slot: capacity, 0 when closed
    std::vector<int> zone_of;              ///< place -> zone
    std::vector<std::uint8_t> is_open;     ///< place -> 1 if nobody owns it
    std::vector<std::int64_t> walk_s;      ///< zone x zone
    std::vector<std::int64_t> reach_s;  ///< pace row x slot: longest walk that fits between the slot and the next one
    Rows place_sets;
    Rows requests;            ///< participant -> its possible meetings
    Rows earlier;             ///< meeting -> meetings that must lie before it
    Rows later;               ///< meeting -> meetings that must lie after it
    std::vector<Entry> past;  ///< What happened before the freeze.
    std::int64_t score_of_nothing =
        0;  ///< Score of an empty programme without the left out: what cancelling all would cost.

    int day_end(int day) const { return day_first[static_cast<std::size_t>(day) + 1]; }
};

/// @param instance  one that validate() found nothing wrong with
/// @param previous  the programme in force; may be null
Reduced reduce(const Instance& instance, const Programme* previous);

}  // namespace hoicho::scheduling::programme
