// BookMeeting: the organiser sets a meeting at once. The path that is measured: a handful of look-ups and one event.
#include "scheduling/domain/commands.h"
#include "scheduling/domain/meetings.h"
#include "scheduling/domain/rules.h"

namespace hoicho::scheduling {

v1::Event meeting_scheduled(std::uint32_t id, const Wanted& wanted, RequestId request) {
    v1::Event event;
    auto& meeting = *event.mutable_meeting_scheduled();
    meeting.set_meeting_id(id);
    meeting.set_fair(number(wanted.fair));
    meeting.set_buyer(number(wanted.buyer));
    meeting.set_exhibitor(number(wanted.exhibitor));
    meeting.set_table(number(wanted.table));
    meeting.set_slot(number(wanted.slot));
    meeting.set_request(number(request));
    return event;
}

Answer decide(const State& state, const v1::BookMeeting& command, const Context& context) {
    const Wanted wanted{FairId{command.fair()}, BuyerId{command.buyer()}, ExhibitorId{command.exhibitor()},
                        SlotId{command.slot()}, TableId{command.table()}};
    if (auto no = meeting_refused(state, LiveBooks{state}, wanted, command.second_meeting_wanted(), context.now_ms))
        return std::move(*no);
    const auto id = state.meetings.next_id();
    return fact(meeting_scheduled(id, wanted, RequestId{}), ID_KIND_MEETING, id);
}

void apply(State& state, const v1::MeetingScheduled& event) {
    const MeetingId id{event.meeting_id()};
    const Meeting meeting{FairId{event.fair()}, BuyerId{event.buyer()},    ExhibitorId{event.exhibitor()}, TableId{event.table()},
                          SlotId{event.slot()}, MeetingStatus::scheduled, RequestId{event.request()},     ProgrammeId{}};
    state.meetings.put(id, meeting);
    seat_meeting(state, id, meeting);
}

}  // namespace hoicho::scheduling
