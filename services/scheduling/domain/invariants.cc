// Counts everything from the rows alone, so that a wrong derived table is found too.
#include "scheduling/domain/invariants.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "scheduling/domain/availability.h"
#include "scheduling/domain/names.h"

namespace hoicho::scheduling {

namespace {

using Sentences = std::vector<std::string>;
using SeatKey = std::tuple<SlotId, Side, std::uint32_t>;

template <class Visit>
void for_each_live(const State& state, Visit visit) {
    state.meetings.for_each([&](MeetingId id, const Meeting& meeting) {
        if (meeting.status == MeetingStatus::scheduled) visit(id, meeting);
    });
}

std::map<SeatKey, std::uint32_t> count_seats(const State& state) {
    std::map<SeatKey, std::uint32_t> seats;
    for_each_live(state, [&](MeetingId, const Meeting& m) {
        ++seats[{m.slot, Side::buyer, number(m.buyer)}];
        ++seats[{m.slot, Side::exhibitor, number(m.exhibitor)}];
    });
    return seats;
}

/// Nobody is in two meetings: however many windows were told later, a party never had more people than were ever registered for it.
void check_seats(const State& state, Sentences& broken) {
    const auto seats = count_seats(state);
    for (const auto& [key, count] : seats) {
        const auto& [slot, side, id] = key;
        const Delegates* delegates = state.delegates.find({side, id});
        const std::size_t people = delegates ? delegates->people.size() : delegates_unregistered;
        if (count > people)
            broken.push_back(name_of(Party{side, id}) + " has " + std::to_string(count) + " meetings in " + name_of(slot) + " and " +
                             std::to_string(people) + " people");
        const Held* held = state.seats.find({slot, side, id});
        if (!held || held->count != count) broken.push_back("the seats of " + name_of(Party{side, id}) + " are counted wrongly");
    }
    if (state.seats.size() != seats.size()) broken.push_back("seats are taken by no meeting");
}

void check_tables(const State& state, Sentences& broken) {
    std::map<std::pair<TableId, SlotId>, MeetingId> at;
    for_each_live(state, [&](MeetingId id, const Meeting& m) {
        const auto [first, is_new] = at.try_emplace({m.table, m.slot}, id);
        if (!is_new)
            broken.push_back(name_of(m.table) + " holds " + name_of(first->second) + " and " + name_of(id) + " in " + name_of(m.slot));
        const Table* table = state.tables.find(m.table);
        const Slot* slot = state.slots.find(m.slot);
        if (!table || !slot || table->fair != m.fair || slot->fair != m.fair)
            broken.push_back(name_of(id) + " lies outside its fair");
    });
    if (state.occupied.size() != at.size()) broken.push_back("tables are taken by no meeting");
}

void check_pairs(const State& state, Sentences& broken) {
    std::map<std::tuple<FairId, BuyerId, ExhibitorId>, std::uint32_t> pairs;
    for_each_live(state, [&](MeetingId id, const Meeting& m) {
        if (++pairs[{m.fair, m.buyer, m.exhibitor}] > 2) broken.push_back(name_of(id) + " is a third meeting of one pair");
        for (const Party& who : {party(m.buyer), party(m.exhibitor)})
            if (!state.participations.contains({m.fair, who.side, who.id}))
                broken.push_back(name_of(id) + ": " + name_of(who) + " does not take part in the fair");
    });
}

void check_booths(const State& state, Sentences& broken) {
    std::map<BoothId, std::uint32_t> given;
    state.booth_holders.for_each([&](BoothId id, const BoothHolder& holder) {
        const Booth* booth = state.booths.find(id);
        if (++given[id] > 1) broken.push_back(name_of(id) + " is given twice");
        if (!booth || !state.booths_asked.contains({booth->fair, holder.exhibitor}))
            broken.push_back(name_of(id) + " is given to " + name_of(holder.exhibitor) + ", who did not ask in that fair");
    });
}

void check_slots(const State& state, Sentences& broken) {
    state.venues.for_each([&](FairId, const Venue& venue) {
        for (std::size_t at = 1; at < venue.slots.size(); ++at)
            if (state.slots.find(venue.slots[at])->starts_at_ms < state.slots.find(venue.slots[at - 1])->ends_at_ms)
                broken.push_back(name_of(venue.slots[at]) + " overlaps " + name_of(venue.slots[at - 1]));
    });
}

void check_requests(const State& state, std::uint64_t now_ms, Sentences& broken) {
    std::size_t open = 0;
    state.requests.for_each([&](RequestId id, const Request& request) {
        if (request.status != RequestStatus::open) return;
        ++open;
        if (request.expires_at_ms + open_lag_ms_max < now_ms) broken.push_back(name_of(id) + " is open after its time");
    });
    if (state.due.all().size() != open) broken.push_back("open requests and due times differ");
}

}  // namespace

std::vector<std::string> broken_rules(const State& state, std::uint64_t now_ms) {
    Sentences broken;
    check_seats(state, broken);
    check_tables(state, broken);
    check_pairs(state, broken);
    check_booths(state, broken);
    check_slots(state, broken);
    check_requests(state, now_ms, broken);
    return broken;
}

std::vector<std::string> conflicts(const State& state) {
    Sentences found;
    for_each_live(state, [&](MeetingId id, const Meeting& m) {
        const Interest* interest = state.interests.find({m.fair, m.buyer, m.exhibitor});
        if (interest && interest->buyer == Level::never) found.push_back(name_of(id) + ": " + name_of(m.buyer) + " never wants it");
        if (interest && interest->exhibitor == Level::never) found.push_back(name_of(id) + ": " + name_of(m.exhibitor) + " never wants it");
    });
    for (const auto& [key, count] : count_seats(state)) {
        const auto& [slot, side, who] = key;
        const auto there = delegates_at(state, {side, who}, *state.slots.find(slot));
        if (count > there)
            found.push_back(name_of(Party{side, who}) + " has " + std::to_string(count) + " meetings in " + name_of(slot) + " and " +
                            std::to_string(there) + " people there");
    }
    return found;
}

}  // namespace hoicho::scheduling
