// A draft in the making: the fair's live meetings, and the proposed ones that fit beside them and each other.
#pragma once

#include <vector>

#include "hoicho/scheduling/v1/venue.pb.h"
#include "scheduling/domain/books.h"
#include "scheduling/domain/rules.h"

namespace hoicho::scheduling {

/// What a solver proposes for a fair. Live meetings that it does not name stay.
struct Proposed {
    std::vector<Placed> meetings;      ///< with `moved`: the live meeting that comes here
    std::vector<MeetingId> cancelled;  ///< live meetings that end
};

struct PlannedDraft {
    explicit PlannedDraft(const State& state) : books{state} {}

    DraftBooks books;
    std::vector<Placed> meetings;      ///< live ones that stay, by id; then moved ones, then new ones, as proposed
    std::vector<MeetingId> cancelled;  ///< as proposed
    struct Unfit {
        Placed wanted;
        Refusal why;
    };
    std::vector<Unfit> unfit;  ///< new ones; a moved one that does not fit stays where it is
};

/// The fair's live meetings by id.
std::vector<Placed> live_meetings(const State& state, FairId fair);

/// The live meeting that a placement is, if it is one; 0: none.
MeetingId live_meeting_at(const State& state, FairId fair, const Placed& placed);

/// Why a live meeting cannot be moved or cancelled: it is none of the fair, it is over, or its slot has begun.
Refused change_refused(const State& state, FairId fair, MeetingId id, std::uint64_t now_ms);

/// Takes moves and cancellations as far as the rules allow, then the new meetings one by one; leaves out what no longer fits.
PlannedDraft plan_draft(const State& state, FairId fair, const Proposed& proposed, std::uint64_t now_ms);

/// Whether a programme of the fair is published: what is asked of the solver then is a repair.
bool is_in_force(const State& state, FairId fair);

/// What is told of a meeting that a repair ends.
inline constexpr std::string_view cause_of_repair = "REPAIR";

/// Buyers and exhibitors with a moved or cancelled meeting, as the solver counts them: a meeting that one of the two never wants is withdrawn, and
/// its end disturbs nobody.
std::size_t people_disturbed(const State& state, const std::vector<Placed>& meetings, const std::vector<MeetingId>& cancelled);

Placed placed_of(const v1::Placement& placement);
Wanted wanted_of(FairId fair, const Placed& placed);
/// Where a live meeting is.
Wanted wanted_of(const Meeting& meeting);

}  // namespace hoicho::scheduling
