// Checks a proposal meeting by meeting: a wrong solver cannot double-book.
#include "scheduling/domain/draft.h"

namespace hoicho::scheduling {

Placed placed_of(const v1::Placement& placement) {
    return {BuyerId{placement.buyer()}, ExhibitorId{placement.exhibitor()}, SlotId{placement.slot()},
            TableId{placement.table()}, MeetingId{}};
}

Wanted wanted_of(FairId fair, const Placed& placed) {
    return {fair, placed.buyer, placed.exhibitor, placed.slot, placed.table};
}

std::vector<Placed> live_meetings(const State& state, FairId fair) {
    std::vector<Placed> live;
    state.meetings.for_each([&](MeetingId id, const Meeting& m) {
        if (m.fair == fair && m.status == MeetingStatus::scheduled) live.push_back({m.buyer, m.exhibitor, m.slot, m.table, id});
    });
    return live;
}

MeetingId live_meeting_at(const State& state, FairId fair, const Placed& placed) {
    const MeetingId* id = state.occupied.find({placed.table, placed.slot});
    if (!id) return MeetingId{};
    const Meeting& meeting = *state.meetings.find(*id);
    const bool same = meeting.fair == fair && meeting.buyer == placed.buyer && meeting.exhibitor == placed.exhibitor;
    return same ? *id : MeetingId{};
}

PlannedDraft plan_draft(const State& state, FairId fair, const std::vector<Placed>& proposed, std::uint64_t now_ms) {
    PlannedDraft draft{state};
    draft.meetings = live_meetings(state, fair);
    for (const Placed& placed : proposed) {
        if (live_meeting_at(state, fair, placed) != MeetingId{}) continue;  // kept already
        const Wanted wanted = wanted_of(fair, placed);
        if (auto no = meeting_refused(state, draft.books, wanted, false, now_ms)) {
            draft.unfit.push_back({placed, std::move(*no)});
            continue;
        }
        draft.books.add(wanted);
        draft.meetings.push_back(placed);
    }
    return draft;
}

}  // namespace hoicho::scheduling
