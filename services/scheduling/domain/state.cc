// Keeps the derived tables in step with the rows they come from.
#include "scheduling/domain/state.h"

#include <algorithm>

namespace hoicho::scheduling {

State::State(Tables& all)
    : halls{all, "ha"},
      slots{all, "sl"},
      tables{all, "ta"},
      booths{all, "bo"},
      booth_requests{all, "br"},
      booth_holders{all, "bh"},
      requests{all, "rq"},
      messages{all, "rm"},
      meetings{all, "me"},
      cancel_causes{all, "cc"},
      programmes{all, "pr"},
      drafts{all, "dr"},
      programme_runs{all, "ru"},
      allocation_runs{all, "al"},
      draw_commitments{all, "dc"},
      fairs{all, "fa"},
      exhibitors{all, "ex"},
      participations{all, "pa"},
      delegates{all, "re"},
      interests{all, "in"},
      seats{all, "se", Kept::derived},
      occupied{all, "oc", Kept::derived},
      pairs{all, "pi", Kept::derived},
      asked{all, "as", Kept::derived},
      due{all, "du"},
      venues{all, "ve", Kept::derived},
      booths_asked{all, "ba", Kept::derived} {}

State::~State() = default;

namespace {

template <class Key>
void hold(Keyed<Key, Held>& held, const Key& key, MeetingId id) {
    auto& row = held.edit_or_add(key);
    ++row.count;
    row.ids ^= number(id);
}

template <class Key>
void release(Keyed<Key, Held>& held, const Key& key, MeetingId id) {
    const Held* row = held.find(key);
    invariant(row != nullptr, "a meeting that ends was held", number(id));
    if (row->count == 1) return held.erase(key);
    held.put(key, Held{row->count - 1, row->ids ^ number(id)});
}

const Venue empty_venue{};

}  // namespace

void seat_meeting(State& state, MeetingId id, const Meeting& meeting) {
    hold(state.seats, {meeting.slot, Side::buyer, number(meeting.buyer)}, id);
    hold(state.seats, {meeting.slot, Side::exhibitor, number(meeting.exhibitor)}, id);
    hold(state.pairs, {meeting.fair, meeting.buyer, meeting.exhibitor}, id);
    state.occupied.put({meeting.table, meeting.slot}, id);
}

void unseat_meeting(State& state, MeetingId id, const Meeting& meeting) {
    release(state.seats, {meeting.slot, Side::buyer, number(meeting.buyer)}, id);
    release(state.seats, {meeting.slot, Side::exhibitor, number(meeting.exhibitor)}, id);
    release(state.pairs, {meeting.fair, meeting.buyer, meeting.exhibitor}, id);
    state.occupied.erase({meeting.table, meeting.slot});
}

void open_request(State& state, RequestId id, const Request& request) {
    state.asked.put({request.slot, request.buyer, request.exhibitor}, id);
    state.due.add({request.expires_at_ms, id});
}

void close_request(State& state, RequestId id, const Request& request) {
    state.asked.erase({request.slot, request.buyer, request.exhibitor});
    state.due.remove({request.expires_at_ms, id});
}

const Venue& venue_of(const State& state, FairId fair) {
    const Venue* venue = state.venues.find(fair);
    return venue ? *venue : empty_venue;
}

Venue& edit_venue(State& state, FairId fair) {
    if (!state.venues.contains(fair)) state.venues.put(fair, {});
    return state.venues.edit(fair);
}

void add_slot(State& state, SlotId id, const Slot& slot) {
    auto& slots = edit_venue(state, slot.fair).slots;
    const auto later = [&](SlotId other, std::uint64_t at_ms) { return state.slots.find(other)->starts_at_ms < at_ms; };
    slots.insert(std::lower_bound(slots.begin(), slots.end(), slot.starts_at_ms, later), id);
}

void State::index() {
    halls.for_each([this](HallId id, const Hall& hall) { edit_venue(*this, hall.fair).halls.push_back(id); });
    slots.for_each([this](SlotId id, const Slot& slot) { add_slot(*this, id, slot); });
    tables.for_each([this](TableId id, const Table& table) { edit_venue(*this, table.fair).tables.push_back(id); });
    booths.for_each([this](BoothId id, const Booth& booth) { edit_venue(*this, booth.fair).booths.push_back(id); });
    booth_requests.for_each([this](BoothRequestId id, const BoothRequest& request) {
        booths_asked.put({request.fair, request.exhibitor}, id);
    });
    requests.for_each([this](RequestId id, const Request& request) {
        if (request.status == RequestStatus::open) open_request(*this, id, request);
    });
    meetings.for_each([this](MeetingId id, const Meeting& meeting) {
        if (meeting.status == MeetingStatus::scheduled) seat_meeting(*this, id, meeting);
    });
}

}  // namespace hoicho::scheduling
