// PublishProgramme: a draft's new meetings become live, and the live ones that it names move or end: all or none. Nothing else is touched.
#include <algorithm>

#include "scheduling/domain/commands.h"
#include "scheduling/domain/draft.h"

namespace hoicho::scheduling {

namespace {

Refused status_refused(const State& state, ProgrammeId id) {
    const Programme* programme = state.programmes.find(id);
    if (!programme) return unknown(id);
    if (programme->status == ProgrammeStatus::published)
        return refuse(REASON_WRONG_STATUS, name_of(id), "PUBLISHED", "DRAFT");
    return std::nullopt;
}

/// A published meeting that the draft does not know came into being after it was made.
Refused removal_refused(const State& state, FairId fair, const Draft& draft) {
    std::vector<MeetingId> named = draft.cancelled;
    for (const Placed& placed : draft.meetings)
        if (const MeetingId id = std::max(placed.kept, placed.moved); id != MeetingId{}) named.push_back(id);
    std::sort(named.begin(), named.end());
    for (const Placed& live : live_meetings(state, fair)) {
        const bool published = state.meetings.find(live.kept)->programme != ProgrammeId{};
        if (published && !std::binary_search(named.begin(), named.end(), live.kept))
            return refuse(REASON_WOULD_REMOVE, "programme", name_of(live.kept));
    }
    return std::nullopt;
}

Refusal stale(ProgrammeId id, const Placed& placed, const Refusal& why) {
    const std::string meeting = name_of(placed.buyer) + " + " + name_of(placed.exhibitor) + " in " + name_of(placed.slot);
    return refuse(REASON_STALE, name_of(id), meeting, Reason_Name(why.reason) + " " + why.subject + " " + why.value);
}

/// A live meeting that the draft keeps or moves is still where it was.
Refused kept_refused(const State& state, MeetingId id, SlotId slot, TableId table) {
    const Meeting& meeting = *state.meetings.find(id);
    if (meeting.status == MeetingStatus::cancelled) return refuse(REASON_WRONG_STATUS, name_of(id), "CANCELLED");
    if (meeting.slot != slot || meeting.table != table) return refuse(REASON_WRONG_STATUS, name_of(id), name_of(meeting.slot));
    return std::nullopt;
}

/// What the draft keeps, moves and cancels is there still, and what changes has not begun. Takes out of the books what leaves its place.
Refused live_part_stale(const State& state, ProgrammeId id, FairId fair, const Draft& draft, std::uint64_t now_ms, DraftBooks& books) {
    for (const MeetingId cancelled : draft.cancelled) {
        const Meeting& meeting = *state.meetings.find(cancelled);
        const Placed placed{meeting.buyer, meeting.exhibitor, meeting.slot, meeting.table, {}, {}, {}, {}};
        if (auto no = change_refused(state, fair, cancelled, now_ms)) return stale(id, placed, *no);
        books.remove(wanted_of(meeting));
    }
    for (const Placed& placed : draft.meetings) {
        const bool moves = placed.moved != MeetingId{};
        if (!moves && placed.kept == MeetingId{}) continue;
        const auto no = moves ? kept_refused(state, placed.moved, placed.from_slot, placed.from_table)
                              : kept_refused(state, placed.kept, placed.slot, placed.table);
        if (no) return stale(id, placed, *no);
        if (!moves) continue;
        if (const auto begun = change_refused(state, fair, placed.moved, now_ms)) return stale(id, placed, *begun);
        books.remove(wanted_of(*state.meetings.find(placed.moved)));
    }
    return std::nullopt;
}

/// Something that the draft counts on has changed since it was made.
Refused staleness(const State& state, ProgrammeId id, FairId fair, const Draft& draft, std::uint64_t now_ms) {
    DraftBooks books{state};
    if (auto no = live_part_stale(state, id, fair, draft, now_ms, books)) return no;
    for (const Placed& placed : draft.meetings) {
        if (placed.kept != MeetingId{}) continue;
        const Wanted wanted = wanted_of(fair, placed);
        if (auto no = meeting_refused(state, books, wanted, placed.moved != MeetingId{}, now_ms)) return stale(id, placed, *no);
        books.add(wanted);
    }
    return std::nullopt;
}

}  // namespace

Answer decide(const State& state, const v1::PublishProgramme& command, const Context& context) {
    const ProgrammeId id{command.programme()};
    if (auto no = status_refused(state, id)) return *no;
    const FairId fair = state.programmes.find(id)->fair;
    const Draft& draft = *state.drafts.find(id);
    if (auto no = removal_refused(state, fair, draft)) return *no;
    if (auto no = staleness(state, id, fair, draft, context.now_ms)) return *no;

    v1::Event event;
    event.mutable_programme_published()->set_programme(number(id));
    event.mutable_programme_published()->set_first_meeting(state.meetings.next_id());
    return fact(std::move(event));
}

namespace {

void cancel(State& state, MeetingId id) {
    Meeting& meeting = state.meetings.edit(id);
    unseat_meeting(state, id, meeting);
    meeting.status = MeetingStatus::cancelled;
    state.cancel_causes.put(id, std::string{cause_of_repair});
}

/// All leave before anybody arrives: two may change places.
void move_meetings(State& state, const Draft& draft) {
    for (const Placed& placed : draft.meetings)
        if (placed.moved != MeetingId{}) unseat_meeting(state, placed.moved, *state.meetings.find(placed.moved));
    for (const Placed& placed : draft.meetings) {
        if (placed.moved == MeetingId{}) continue;
        Meeting& meeting = state.meetings.edit(placed.moved);
        meeting.slot = placed.slot;
        meeting.table = placed.table;
        seat_meeting(state, placed.moved, meeting);
    }
}

}  // namespace

void apply(State& state, const v1::ProgrammePublished& event) {
    const ProgrammeId id{event.programme()};
    auto& programme = state.programmes.edit(id);
    programme.status = ProgrammeStatus::published;
    programme.first_meeting = MeetingId{event.first_meeting()};
    const Draft& draft = *state.drafts.find(id);
    for (const MeetingId cancelled : draft.cancelled) cancel(state, cancelled);
    move_meetings(state, draft);
    std::uint32_t next = event.first_meeting();
    for (const Placed& placed : draft.meetings) {
        if (placed.kept != MeetingId{} || placed.moved != MeetingId{}) continue;
        const Meeting meeting{programme.fair, placed.buyer, placed.exhibitor, placed.table, placed.slot,
                              MeetingStatus::scheduled, RequestId{}, id};
        state.meetings.put(MeetingId{next}, meeting);
        seat_meeting(state, MeetingId{next++}, meeting);
    }
}

}  // namespace hoicho::scheduling
