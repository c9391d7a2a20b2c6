// One case for each thing of scheduling that lists are made from; see evolve.h.
#include "matching/domain/applies.h"
#include "matching/domain/evolve.h"

namespace hoicho::matching {
namespace {

namespace sched = scheduling::v1;

void apply(State& state, const sched::SlotOpened& event) {
    const auto& slot = event.slot();
    state.slots.edit_or_add({slot.fair()}).opened.push_back({slot.starts_at_ms(), slot.ends_at_ms()});
}

void apply(State& state, const sched::MeetingRequested& event) {
    const auto& request = event.request();
    state.requests.put(RequestId{event.request_id()}, {{request.fair(), request.buyer(), request.exhibitor()},
                                                       request.from() == sched::SIDE_BUYER ? Side::buyer : Side::exhibitor});
}

/// "No time" and "we know each other" say nothing against who asked (market/feedback.h).
market::Why why_of(const std::string& cause) {
    if (cause == "NO_TIME") return market::Why::no_time;
    if (cause == "MET_BEFORE") return market::Why::known_already;
    return market::Why::other;
}

/// The answer of the side that was asked, which speaks of the side that asked.
void answered(State& state, std::uint32_t id, const Said& said) {
    const auto* request = state.requests.find(RequestId{id});
    if (!request) return;
    const auto& pair = request->pair;
    state.counts_heard.edit_or_add({request->from, request->from == Side::buyer ? pair.buyer : pair.exhibitor}) += counts_of(said);
}

void begin(State& state, std::uint32_t id, const Meeting& meeting) {
    state.meetings.put(MeetingId{id}, meeting);
    state.occupied.put(meeting.at, id);
    ++state.live_pairs.edit_or_add(meeting.pair);
}

void apply(State& state, const sched::MeetingScheduled& event) {
    begin(state, event.meeting_id(), {{event.fair(), event.buyer(), event.exhibitor()}, {event.table(), event.slot()}, true});
}

void end(State& state, std::uint32_t id) {
    const auto* meeting = state.meetings.find(MeetingId{id});
    if (!meeting || !meeting->live) return;
    const auto pair = meeting->pair;
    state.occupied.erase(meeting->at);
    state.meetings.edit(MeetingId{id}).live = false;
    if (--state.live_pairs.edit(pair) == 0) state.live_pairs.erase(pair);
}

/// All leave before anybody arrives: two may change places.
void move(State& state, const std::vector<MovedMeeting>& moved) {
    for (const auto& one : moved) state.occupied.erase(state.meetings.find(MeetingId{one.meeting})->at);
    for (const auto& one : moved) {
        state.meetings.edit(MeetingId{one.meeting}).at = one.to;
        state.occupied.put(one.to, one.meeting);
    }
}

bool is_live(const State& state, const Meeting& meeting) {
    const auto* id = state.occupied.find(meeting.at);
    return id && state.meetings.find(MeetingId{*id})->pair == meeting.pair;
}

void apply(State& state, const sched::ProgrammeDrafted& event) {
    Draft draft;
    for (const auto& placed : event.meetings()) {
        const Meeting meeting{{event.fair(), placed.buyer(), placed.exhibitor()}, {placed.table(), placed.slot()}, true};
        if (placed.moved() != 0) draft.moved.push_back({placed.moved(), meeting.at});
        else if (!is_live(state, meeting)) draft.meetings.push_back(meeting);
    }
    draft.cancelled.assign(event.cancelled().begin(), event.cancelled().end());
    state.drafts.put({event.programme_id()}, std::move(draft));
}

void apply(State& state, const sched::ProgrammePublished& event) {
    const auto* draft = state.drafts.find({event.programme()});
    if (!draft) return;
    for (const auto cancelled : draft->cancelled) end(state, cancelled);
    move(state, draft->moved);
    auto id = event.first_meeting();
    for (const auto& meeting : draft->meetings) begin(state, id++, meeting);
    state.drafts.erase({event.programme()});  // published once; a second time is refused
}

}  // namespace

void fold(State& state, const sched::Event& event) {
    switch (event.kind_case()) {
        case sched::Event::kSlotOpened: return apply(state, event.slot_opened());
        case sched::Event::kProgrammeDrafted: return apply(state, event.programme_drafted());
        case sched::Event::kProgrammePublished: return apply(state, event.programme_published());
        case sched::Event::kMeetingScheduled: return apply(state, event.meeting_scheduled());
        case sched::Event::kMeetingRequested: return apply(state, event.meeting_requested());
        case sched::Event::kRequestAccepted:
            return answered(state, event.request_accepted().request(), {.answer = Said::Answer::accepted});
        case sched::Event::kRequestDeclined:
            return answered(state, event.request_declined().request(),
                            {.answer = Said::Answer::declined, .why = why_of(event.request_declined().cause())});
        case sched::Event::kMeetingCancelled: return end(state, event.meeting_cancelled().meeting());
        default: return;  // no room of matching: halls, tables, booths, runs. Events that a build does not know stop it before it gets here
    }
}

}  // namespace hoicho::matching
