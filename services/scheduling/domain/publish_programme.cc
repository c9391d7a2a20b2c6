// PublishProgramme: a draft's new meetings become live, all or none. It never removes a meeting.
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
    std::vector<MeetingId> kept;
    for (const Placed& placed : draft.meetings)
        if (placed.kept != MeetingId{}) kept.push_back(placed.kept);
    std::sort(kept.begin(), kept.end());
    for (const Placed& live : live_meetings(state, fair)) {
        const bool published = state.meetings.find(live.kept)->programme != ProgrammeId{};
        if (published && !std::binary_search(kept.begin(), kept.end(), live.kept))
            return refuse(REASON_WOULD_REMOVE, "programme", name_of(live.kept));
    }
    return std::nullopt;
}

Refusal stale(ProgrammeId id, const Placed& placed, const Refusal& why) {
    const std::string meeting = name_of(placed.buyer) + " + " + name_of(placed.exhibitor) + " in " + name_of(placed.slot);
    return refuse(REASON_STALE, name_of(id), meeting, Reason_Name(why.reason) + " " + why.subject + " " + why.value);
}

/// Something that the draft counts on has changed since it was made.
Refused staleness(const State& state, ProgrammeId id, FairId fair, const Draft& draft, std::uint64_t now_ms) {
    DraftBooks books{state};
    for (const Placed& placed : draft.meetings) {
        if (placed.kept != MeetingId{}) {
            if (state.meetings.find(placed.kept)->status == MeetingStatus::cancelled)
                return stale(id, placed, refuse(REASON_WRONG_STATUS, name_of(placed.kept), "CANCELLED"));
            continue;
        }
        const Wanted wanted = wanted_of(fair, placed);
        if (auto no = meeting_refused(state, books, wanted, false, now_ms)) return stale(id, placed, *no);
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

void apply(State& state, const v1::ProgrammePublished& event) {
    const ProgrammeId id{event.programme()};
    auto& programme = state.programmes.edit(id);
    programme.status = ProgrammeStatus::published;
    programme.first_meeting = MeetingId{event.first_meeting()};
    std::uint32_t next = event.first_meeting();
    for (const Placed& placed : state.drafts.find(id)->meetings) {
        if (placed.kept != MeetingId{}) continue;
        const Meeting meeting{programme.fair, placed.buyer, placed.exhibitor, placed.table, placed.slot,
                              MeetingStatus::scheduled, RequestId{}, id};
        state.meetings.put(MeetingId{next}, meeting);
        seat_meeting(state, MeetingId{next++}, meeting);
    }
}

}  // namespace hoicho::scheduling
