// The rules of a meeting, each asked in the order a person would ask, over the books as they stand or with a draft on top.
#pragma once

#include <optional>

#include "scheduling/domain/availability.h"
#include "scheduling/domain/books.h"
#include "scheduling/domain/names.h"

namespace hoicho::scheduling {

using Refused = std::optional<Refusal>;  ///< nullopt: nothing stands against it

/// Meetings of one pair in one fair, with second_meeting_wanted.
inline constexpr std::uint32_t meetings_per_pair_max = 2;

/// Both are in the fair, and neither asked never to meet the other.
Refused pair_refused(const State& state, const Pair& pair);
/// The slot is one of the fair's and has not begun.
Refused slot_refused(const State& state, FairId fair, SlotId id, std::uint64_t now_ms);
/// The table stands in the fair.
Refused table_refused(const State& state, FairId fair, TableId id);

/// What a held meeting, or a drafted one, is called in a refusal.
std::string name_of_held(const Held& held);
std::string name_of_occupant(std::uint32_t occupant);

/// The party has somebody free in the slot, and has not had enough for the half-day.
template <class Books>
Refused party_refused(const State& state, const Books& books, const Party& who, FairId fair, SlotId id, const Slot& slot) {
    const std::uint32_t there = delegates_at(state, who, slot);
    if (there == 0) return refuse(REASON_NOBODY_AVAILABLE, name_of(who), name_of(id));
    const Held held = books.seat({id, who.side, who.id});
    if (held.count >= there) return refuse(REASON_ALREADY_MEETING, name_of(who), name_of_held(held));
    const std::uint32_t most = half_day_max(state, who, fair, slot.session);
    if (most == 0) return std::nullopt;
    const std::uint32_t had = books.half_day({fair, slot.session, who.side, who.id});
    if (had >= most) return refuse(REASON_MEETINGS_MAX, name_of(who), std::to_string(had), std::to_string(most));
    return std::nullopt;
}

/// The two do not meet yet, or want to meet once more.
template <class Books>
Refused again_refused(const Books& books, const Pair& pair, bool second_meeting_wanted) {
    const Held held = books.pair(pair);
    if (held.count == 0 || (held.count < meetings_per_pair_max && second_meeting_wanted)) return std::nullopt;
    const bool last = held.count >= meetings_per_pair_max;
    return refuse(REASON_PAIR_MEETS_ALREADY, "exhibitor", name_of_held(held),
                  last ? "none, " + std::to_string(meetings_per_pair_max) + " at most" : "second_meeting_wanted");
}

/// Everything but table and slot: who may meet, whether again, whether both are free then.
/// The slot is known to be there.
template <class Books>
Refused people_refused(const State& state, const Books& books, const Wanted& wanted, bool second_meeting_wanted) {
    const Pair pair{wanted.fair, wanted.buyer, wanted.exhibitor};
    const Slot& slot = *state.slots.find(wanted.slot);
    if (auto no = pair_refused(state, pair)) return no;
    if (auto no = again_refused(books, pair, second_meeting_wanted)) return no;
    if (auto no = party_refused(state, books, party(wanted.buyer), wanted.fair, wanted.slot, slot)) return no;
    return party_refused(state, books, party(wanted.exhibitor), wanted.fair, wanted.slot, slot);
}

/// Why a meeting cannot be held there.
template <class Books>
Refused meeting_refused(const State& state, const Books& books, const Wanted& wanted, bool second_meeting_wanted,
                        std::uint64_t now_ms) {
    if (auto no = slot_refused(state, wanted.fair, wanted.slot, now_ms)) return no;
    if (auto no = table_refused(state, wanted.fair, wanted.table)) return no;
    if (auto no = people_refused(state, books, wanted, second_meeting_wanted)) return no;
    if (const auto occupant = books.at_table({wanted.table, wanted.slot}))
        return refuse(REASON_TABLE_TAKEN, name_of(wanted.table), name_of_occupant(occupant));
    return std::nullopt;
}

/// The free table with the lowest id; 0: none.
template <class Books>
TableId free_table(const State& state, const Books& books, FairId fair, SlotId slot) {
    for (const TableId table : venue_of(state, fair).tables)
        if (books.at_table({table, slot}) == 0) return table;
    return TableId{};
}

}  // namespace hoicho::scheduling
