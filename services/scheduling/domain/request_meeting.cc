// RequestMeeting: one side asks the other for a slot. It holds nothing and ends by itself.
#include <algorithm>

#include "scheduling/domain/commands.h"
#include "scheduling/domain/requests.h"

namespace hoicho::scheduling {

namespace {

Refused expiry_refused(const v1::RequestMeeting& command, const Slot& slot, std::uint64_t now_ms) {
    const auto at_ms = command.expires_at_ms();
    if (at_ms == 0 || (now_ms < at_ms && at_ms <= slot.starts_at_ms)) return std::nullopt;
    return refuse(REASON_OUT_OF_RANGE, "expires_at", instant(at_ms),
                  "after " + instant(now_ms) + ", at the latest " + instant(slot.starts_at_ms));
}

std::uint64_t expiry_ms(const v1::RequestMeeting& command, const Slot& slot, std::uint64_t now_ms) {
    if (command.expires_at_ms() != 0) return command.expires_at_ms();
    return std::min(now_ms + request_default_ms, slot.starts_at_ms);
}

}  // namespace

Answer decide(const State& state, const v1::RequestMeeting& command, const Context& context) {
    const Wanted wanted{FairId{command.fair()}, BuyerId{command.buyer()}, ExhibitorId{command.exhibitor()},
                        SlotId{command.slot()}, TableId{}};
    if (command.from() != v1::SIDE_BUYER && command.from() != v1::SIDE_EXHIBITOR) return refuse(REASON_MISSING, "from");
    if (auto no = slot_refused(state, wanted.fair, wanted.slot, context.now_ms)) return *no;
    if (auto no = people_refused(state, LiveBooks{state}, wanted, false)) return *no;
    if (const auto* open = state.asked.find({wanted.slot, wanted.buyer, wanted.exhibitor}))
        return refuse(REASON_ALREADY_DONE, "request", name_of(*open));
    const Slot& slot = *state.slots.find(wanted.slot);
    if (auto no = expiry_refused(command, slot, context.now_ms)) return *no;

    v1::Event event;
    const auto id = state.requests.next_id();
    event.mutable_meeting_requested()->set_request_id(id);
    auto& request = *event.mutable_meeting_requested()->mutable_request();
    request = command;
    request.set_expires_at_ms(expiry_ms(command, slot, context.now_ms));
    return fact(std::move(event), ID_KIND_MEETING_REQUEST, id);
}

void apply(State& state, const v1::MeetingRequested& event) {
    const auto& asked = event.request();
    const RequestId id{event.request_id()};
    const Request request{FairId{asked.fair()},         BuyerId{asked.buyer()},     ExhibitorId{asked.exhibitor()},
                          SlotId{asked.slot()},         static_cast<Side>(asked.from()), RequestStatus::open,
                          asked.expires_at_ms(),        {}};
    state.requests.put(id, request);
    if (asked.has_message()) state.messages.put(id, asked.message());
    open_request(state, id, request);
}

}  // namespace hoicho::scheduling
