// Hands an own event to the file of the command it answered.
#include "scheduling/domain/domain.h"

namespace hoicho::scheduling {

void evolve(State& state, const v1::Event& event) {
    switch (event.kind_case()) {  // no default: the compiler lists every place a new event must be thought about
        case v1::Event::kHallOpened: return apply(state, event.hall_opened());
        case v1::Event::kSlotOpened: return apply(state, event.slot_opened());
        case v1::Event::kTablePlaced: return apply(state, event.table_placed());
        case v1::Event::kBoothPlaced: return apply(state, event.booth_placed());
        case v1::Event::kBoothsRequested: return apply(state, event.booths_requested());
        case v1::Event::kAllocationAsked: return apply(state, event.allocation_asked());
        case v1::Event::kBoothsAllocated: return apply(state, event.booths_allocated());
        case v1::Event::kProgrammeAsked: return apply(state, event.programme_asked());
        case v1::Event::kProgrammeDrafted: return apply(state, event.programme_drafted());
        case v1::Event::kProgrammePublished: return apply(state, event.programme_published());
        case v1::Event::kMeetingScheduled: return apply(state, event.meeting_scheduled());
        case v1::Event::kMeetingRequested: return apply(state, event.meeting_requested());
        case v1::Event::kRequestAccepted: return apply(state, event.request_accepted());
        case v1::Event::kRequestDeclined: return apply(state, event.request_declined());
        case v1::Event::kRequestExpired: return apply(state, event.request_expired());
        case v1::Event::kMeetingCancelled: return apply(state, event.meeting_cancelled());
        case v1::Event::kDrawCommitted: return apply(state, event.draw_committed());
        case v1::Event::kProgrammeRunFailed: return apply(state, event.programme_run_failed());
        case v1::Event::KIND_NOT_SET: break;  // a newer build's event: the partition halts before it gets here
    }
}

}  // namespace hoicho::scheduling
