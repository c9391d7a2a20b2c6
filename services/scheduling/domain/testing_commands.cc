// The commands of the tests, one line each where they are used.
#include "scheduling/domain/testing.h"

namespace hoicho::scheduling {

v1::Command open_hall(const std::string& code, std::uint32_t fair) {
    v1::Command command;
    command.mutable_open_hall()->mutable_hall()->set_fair(fair);
    command.mutable_open_hall()->mutable_hall()->set_code(code);
    return command;
}

v1::Command open_slot(const std::string& code, std::uint64_t starts_at_ms, std::uint64_t ends_at_ms, std::uint32_t session) {
    v1::Command command;
    auto& slot = *command.mutable_open_slot()->mutable_slot();
    slot.set_fair(1);
    slot.set_code(code);
    slot.set_session(session);
    slot.set_starts_at_ms(starts_at_ms);
    slot.set_ends_at_ms(ends_at_ms);
    return command;
}

v1::Command place_table(const std::string& code, std::uint32_t hall) {
    v1::Command command;
    command.mutable_place_table()->mutable_table()->set_hall(hall);
    command.mutable_place_table()->mutable_table()->set_code(code);
    command.mutable_place_table()->mutable_table()->set_seats(4);
    return command;
}

v1::Command place_booth(const std::string& code, std::vector<std::string> neighbours, std::uint32_t power_kw) {
    v1::Command command;
    auto& booth = *command.mutable_place_booth()->mutable_booth();
    booth.set_hall(1);
    booth.set_code(code);
    booth.set_kind("STANDARD");
    booth.set_open_sides(1);
    booth.set_power_kw(power_kw);
    for (auto& neighbour : neighbours) booth.add_neighbours(std::move(neighbour));
    return command;
}

v1::Command request_booths(std::uint32_t exhibitor, std::uint32_t booths, std::uint32_t power_kw) {
    v1::Command command;
    auto& request = *command.mutable_request_booths()->mutable_request();
    request.set_fair(1);
    request.set_exhibitor(exhibitor);
    request.set_booths(booths);
    request.set_power_kw(power_kw);
    return command;
}

v1::Command ask_allocation() {
    v1::Command command;
    command.mutable_ask_allocation()->set_fair(1);
    return command;
}

v1::Command propose_allocation(std::uint32_t run, const std::vector<std::pair<std::uint32_t, std::vector<std::uint32_t>>>& gifts) {
    v1::Command command;
    command.mutable_propose_allocation()->set_run(run);
    for (const auto& [exhibitor, booths] : gifts) {
        auto& gift = *command.mutable_propose_allocation()->add_gifts();
        gift.set_exhibitor(exhibitor);
        for (const auto booth : booths) gift.add_booths(booth);
    }
    return command;
}

v1::Command ask_programme() {
    v1::Command command;
    command.mutable_ask_programme()->set_fair(1);
    return command;
}

namespace {

v1::Placement& add_placement(v1::Command& command, const At& at) {
    auto& placement = *command.mutable_propose_programme()->add_meetings();
    placement.set_buyer(at.buyer);
    placement.set_exhibitor(at.exhibitor);
    placement.set_slot(at.slot);
    placement.set_table(at.table);
    return placement;
}

}  // namespace

v1::Command propose_programme(std::uint32_t run, const std::vector<At>& meetings) { return propose_repair(run, {}, {}, meetings); }

v1::Command propose_repair(std::uint32_t run, const std::vector<Change>& moves, const std::vector<std::uint32_t>& cancelled,
                           const std::vector<At>& added) {
    v1::Command command;
    command.mutable_propose_programme()->set_run(run);
    for (const Change& change : moves) add_placement(command, change.to).set_moved(change.meeting);
    for (const std::uint32_t id : cancelled) command.mutable_propose_programme()->add_cancelled(id);
    for (const At& at : added) add_placement(command, at);
    return command;
}

v1::Command publish(std::uint32_t programme) {
    v1::Command command;
    command.mutable_publish_programme()->set_programme(programme);
    return command;
}

v1::Command book(std::uint32_t buyer, std::uint32_t exhibitor, std::uint32_t slot, std::uint32_t table, bool second) {
    v1::Command command;
    auto& meeting = *command.mutable_book_meeting();
    meeting.set_fair(1);
    meeting.set_buyer(buyer);
    meeting.set_exhibitor(exhibitor);
    meeting.set_slot(slot);
    meeting.set_table(table);
    meeting.set_second_meeting_wanted(second);
    return command;
}

v1::Command request(std::uint32_t buyer, std::uint32_t exhibitor, std::uint32_t slot, v1::Side from, std::uint64_t expires_at_ms) {
    v1::Command command;
    auto& asked = *command.mutable_request_meeting();
    asked.set_fair(1);
    asked.set_buyer(buyer);
    asked.set_exhibitor(exhibitor);
    asked.set_slot(slot);
    asked.set_from(from);
    asked.set_expires_at_ms(expires_at_ms);
    return command;
}

v1::Command accept(std::uint32_t request, v1::Side from) {
    v1::Command command;
    command.mutable_accept_request()->set_request(request);
    command.mutable_accept_request()->set_from(from);
    return command;
}

v1::Command decline(std::uint32_t request, const std::string& cause, v1::Side from) {
    v1::Command command;
    command.mutable_decline_request()->set_request(request);
    command.mutable_decline_request()->set_cause(cause);
    command.mutable_decline_request()->set_from(from);
    return command;
}

v1::Command cancel(std::uint32_t meeting, const std::string& cause) {
    v1::Command command;
    command.mutable_cancel_meeting()->set_meeting(meeting);
    command.mutable_cancel_meeting()->set_cause(cause);
    return command;
}

v1::Command expire() {
    v1::Command command;
    command.mutable_expire_requests();
    return command;
}

v1::Event scheduled(std::uint32_t id, const At& at, std::uint32_t request) {
    v1::Event event;
    auto& meeting = *event.mutable_meeting_scheduled();
    meeting.set_meeting_id(id);
    meeting.set_fair(1);
    meeting.set_buyer(at.buyer);
    meeting.set_exhibitor(at.exhibitor);
    meeting.set_slot(at.slot);
    meeting.set_table(at.table);
    meeting.set_request(request);
    return event;
}

}  // namespace hoicho::scheduling
