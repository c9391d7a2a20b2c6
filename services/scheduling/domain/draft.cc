// Checks a proposal meeting by meeting: a wrong solver cannot double-book.
#include "scheduling/domain/draft.h"

#include <boost/unordered/unordered_flat_set.hpp>

namespace hoicho::scheduling {

Placed placed_of(const v1::Placement& placement) {
    return {BuyerId{placement.buyer()}, ExhibitorId{placement.exhibitor()}, SlotId{placement.slot()},      TableId{placement.table()},
            MeetingId{},                MeetingId{placement.moved()},       SlotId{placement.from_slot()}, TableId{placement.from_table()}};
}

Wanted wanted_of(FairId fair, const Placed& placed) {
    return {fair, placed.buyer, placed.exhibitor, placed.slot, placed.table};
}

Wanted wanted_of(const Meeting& meeting) { return {meeting.fair, meeting.buyer, meeting.exhibitor, meeting.slot, meeting.table}; }

std::vector<Placed> live_meetings(const State& state, FairId fair) {
    std::vector<Placed> live;
    state.meetings.for_each([&](MeetingId id, const Meeting& m) {
        if (m.fair == fair && m.status == MeetingStatus::scheduled) live.push_back({m.buyer, m.exhibitor, m.slot, m.table, id, {}, {}, {}});
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

bool is_in_force(const State& state, FairId fair) {
    bool found = false;
    state.programmes.for_each([&](ProgrammeId, const Programme& programme) {
        found = found || (programme.fair == fair && programme.status == ProgrammeStatus::published);
    });
    return found;
}

Refused change_refused(const State& state, FairId fair, MeetingId id, std::uint64_t now_ms) {
    const Meeting* meeting = state.meetings.find(id);
    if (!meeting) return unknown(id);
    if (meeting->fair != fair) return refuse(REASON_OTHER_FAIR, name_of(id));
    if (meeting->status == MeetingStatus::cancelled) return refuse(REASON_WRONG_STATUS, name_of(id), "CANCELLED", "SCHEDULED");
    return slot_refused(state, fair, meeting->slot, now_ms);
}

namespace {

/// One proposal on its way to a draft.
class Planning {
  public:
    Planning(const State& state, FairId fair, std::uint64_t now_ms) : state_{state}, fair_{fair}, now_ms_{now_ms}, draft_{state} {}

    PlannedDraft plan(const Proposed& proposed) {
        take_cancellations(proposed.cancelled);
        take_moves(proposed.meetings);
        settle_moves();
        for (Placed& placed : live_meetings(state_, fair_))
            if (!changed_.contains(placed.kept)) draft_.meetings.push_back(placed);
        draft_.meetings.insert(draft_.meetings.end(), moves_.begin(), moves_.end());
        for (const Placed& placed : proposed.meetings)
            if (placed.moved == MeetingId{}) add(placed);
        return std::move(draft_);
    }

  private:
    void take_cancellations(const std::vector<MeetingId>& cancelled) {
        for (const MeetingId id : cancelled)
            if (!change_refused(state_, fair_, id, now_ms_) && changed_.insert(id).second) draft_.cancelled.push_back(id);
    }

    void take_moves(const std::vector<Placed>& meetings) {
        for (Placed placed : meetings) {
            if (placed.moved == MeetingId{} || change_refused(state_, fair_, placed.moved, now_ms_)) continue;
            const Meeting& from = *state_.meetings.find(placed.moved);
            const bool same = from.buyer == placed.buyer && from.exhibitor == placed.exhibitor;
            const bool stays = from.slot == placed.slot && from.table == placed.table;
            if (!same || stays || !changed_.insert(placed.moved).second) continue;
            placed.from_slot = from.slot;
            placed.from_table = from.table;
            moves_.push_back(placed);
        }
    }

    /// A move that does not fit stays, which may be in the way of another: so again, until all fit; and if that takes long, none moves.
    void settle_moves() {
        constexpr int rounds_max = 8;
        for (int round = 0; round < rounds_max && !try_moves(); ++round) {}
        if (try_moves()) return;
        for (const Placed& move : moves_) changed_.erase(move.moved);
        moves_.clear();
        try_moves();
    }

    /// Books all moves anew; those that do not fit are taken off the list. True when all fitted.
    bool try_moves() {
        draft_.books = DraftBooks{state_};
        for (const MeetingId id : changed_) draft_.books.remove(wanted_of(*state_.meetings.find(id)));
        return std::erase_if(moves_, [&](const Placed& move) {
                   const Wanted wanted = wanted_of(fair_, move);
                   const bool fits = !meeting_refused(state_, draft_.books, wanted, true, now_ms_);
                   if (fits) {
                       draft_.books.add(wanted);
                   } else {
                       changed_.erase(move.moved);
                   }
                   return !fits;
               }) == 0;
    }

    void add(const Placed& placed) {
        if (live_meeting_at(state_, fair_, placed) != MeetingId{}) return;  // there already
        const Wanted wanted = wanted_of(fair_, placed);
        if (auto no = meeting_refused(state_, draft_.books, wanted, false, now_ms_)) {
            draft_.unfit.push_back({placed, std::move(*no)});
            return;
        }
        draft_.books.add(wanted);
        draft_.meetings.push_back(placed);
    }

    const State& state_;
    FairId fair_;
    std::uint64_t now_ms_;
    PlannedDraft draft_;
    std::vector<Placed> moves_;
    boost::unordered_flat_set<MeetingId, KeyHash<MeetingId>> changed_;  ///< live meetings that move or end
};

}  // namespace

PlannedDraft plan_draft(const State& state, FairId fair, const Proposed& proposed, std::uint64_t now_ms) {
    return Planning{state, fair, now_ms}.plan(proposed);
}

std::size_t people_disturbed(const State& state, const std::vector<Placed>& meetings, const std::vector<MeetingId>& cancelled) {
    boost::unordered_flat_set<Party, KeyHash<Party>> people;
    for (const Placed& placed : meetings)
        if (placed.moved != MeetingId{}) people.insert({party(placed.buyer), party(placed.exhibitor)});
    for (const MeetingId id : cancelled) {
        const Meeting& meeting = *state.meetings.find(id);
        const Interest* interest = state.interests.find({meeting.fair, meeting.buyer, meeting.exhibitor});
        const bool never = interest && (interest->buyer == Level::never || interest->exhibitor == Level::never);
        if (!never) people.insert({party(meeting.buyer), party(meeting.exhibitor)});
    }
    return people.size();
}

}  // namespace hoicho::scheduling
