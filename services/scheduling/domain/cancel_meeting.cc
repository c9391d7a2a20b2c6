// CancelMeeting: a meeting that has not begun is called off, and its seats and its table are free again.
#include "scheduling/domain/commands.h"
#include "scheduling/domain/limits.h"

namespace hoicho::scheduling {

Answer decide(const State& state, const v1::CancelMeeting& command, const Context& context) {
    const MeetingId id{command.meeting()};
    const Meeting* meeting = state.meetings.find(id);
    if (!meeting) return unknown(id);
    if (meeting->status == MeetingStatus::cancelled) return refuse(REASON_WRONG_STATUS, name_of(id), "CANCELLED", "SCHEDULED");
    if (auto no = slot_refused(state, meeting->fair, meeting->slot, context.now_ms)) return *no;
    if (auto no = cause_refused(command.cause())) return *no;

    v1::Event event;
    event.mutable_meeting_cancelled()->set_meeting(number(id));
    event.mutable_meeting_cancelled()->set_cause(command.cause());
    return fact(std::move(event));
}

void apply(State& state, const v1::MeetingCancelled& event) {
    const MeetingId id{event.meeting()};
    Meeting& meeting = state.meetings.edit(id);
    unseat_meeting(state, id, meeting);
    meeting.status = MeetingStatus::cancelled;
    state.cancel_causes.put(id, event.cause());
}

}  // namespace hoicho::scheduling
