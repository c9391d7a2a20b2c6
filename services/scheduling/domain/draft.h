// A draft in the making: the fair's live meetings, and the proposed ones that fit beside them and each other.
#pragma once

#include <vector>

#include "hoicho/scheduling/v1/venue.pb.h"
#include "scheduling/domain/books.h"
#include "scheduling/domain/rules.h"

namespace hoicho::scheduling {

struct PlannedDraft {
    explicit PlannedDraft(const State& state) : books{state} {}

    DraftBooks books;
    std::vector<Placed> meetings;  ///< live ones first, by id; then new ones, as proposed
    struct Unfit {
        Placed wanted;
        Refusal why;
    };
    std::vector<Unfit> unfit;
};

/// The fair's live meetings by id.
std::vector<Placed> live_meetings(const State& state, FairId fair);

/// The live meeting that a placement is, if it is one; 0: none.
MeetingId live_meeting_at(const State& state, FairId fair, const Placed& placed);

/// Takes the proposed meetings one by one and leaves out those that no longer fit.
PlannedDraft plan_draft(const State& state, FairId fair, const std::vector<Placed>& proposed, std::uint64_t now_ms);

Placed placed_of(const v1::Placement& placement);
Wanted wanted_of(FairId fair, const Placed& placed);

}  // namespace hoicho::scheduling
