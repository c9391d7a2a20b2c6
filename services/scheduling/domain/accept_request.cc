// AcceptRequest: the asked side says yes, and the meeting gets the free table with the lowest number, or a reason why there is none.
#include "scheduling/domain/commands.h"
#include "scheduling/domain/meetings.h"
#include "scheduling/domain/requests.h"

namespace hoicho::scheduling {

namespace {

Refusal no_table(const State& state, FairId fair, SlotId slot) {
    return refuse(REASON_FULL, "tables", name_of(slot), std::to_string(venue_of(state, fair).tables.size()));
}

}  // namespace

Answer decide(const State& state, const v1::AcceptRequest& command, const Context& context) {
    const RequestId id{command.request()};
    if (auto no = answer_refused(state, id, command.from(), context.now_ms)) return *no;
    const Request& request = *state.requests.find(id);
    const LiveBooks books{state};
    Wanted wanted{request.fair, request.buyer, request.exhibitor, request.slot, TableId{}};
    if (auto no = slot_refused(state, wanted.fair, wanted.slot, context.now_ms)) return *no;
    if (auto no = people_refused(state, books, wanted, false)) return *no;
    wanted.table = free_table(state, books, wanted.fair, wanted.slot);
    if (wanted.table == TableId{}) return no_table(state, wanted.fair, wanted.slot);

    v1::Event accepted;
    accepted.mutable_request_accepted()->set_request(number(id));
    const auto meeting = state.meetings.next_id();
    Facts<v1::Event> facts = fact(std::move(accepted));
    facts.events.push_back(meeting_scheduled(meeting, wanted, id));
    facts.created.push_back({ID_KIND_MEETING, meeting});
    return facts;
}

void apply(State& state, const v1::RequestAccepted& event) {
    end_request(state, RequestId{event.request()}, RequestStatus::accepted);
}

}  // namespace hoicho::scheduling
