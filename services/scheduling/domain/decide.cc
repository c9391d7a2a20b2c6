// Hands a command to its file.
#include "scheduling/domain/domain.h"

namespace hoicho::scheduling {

Answer decide(const State& state, const v1::Command& command, const Context& context) {
    switch (command.kind_case()) {  // no default: the compiler lists every place a new command must be thought about
        case v1::Command::kOpenHall: return decide(state, command.open_hall(), context);
        case v1::Command::kOpenSlot: return decide(state, command.open_slot(), context);
        case v1::Command::kPlaceTable: return decide(state, command.place_table(), context);
        case v1::Command::kPlaceBooth: return decide(state, command.place_booth(), context);
        case v1::Command::kRequestBooths: return decide(state, command.request_booths(), context);
        case v1::Command::kAskAllocation: return decide(state, command.ask_allocation(), context);
        case v1::Command::kProposeAllocation: return decide(state, command.propose_allocation(), context);
        case v1::Command::kAskProgramme: return decide(state, command.ask_programme(), context);
        case v1::Command::kProposeProgramme: return decide(state, command.propose_programme(), context);
        case v1::Command::kPublishProgramme: return decide(state, command.publish_programme(), context);
        case v1::Command::kBookMeeting: return decide(state, command.book_meeting(), context);
        case v1::Command::kRequestMeeting: return decide(state, command.request_meeting(), context);
        case v1::Command::kAcceptRequest: return decide(state, command.accept_request(), context);
        case v1::Command::kDeclineRequest: return decide(state, command.decline_request(), context);
        case v1::Command::kCancelMeeting: return decide(state, command.cancel_meeting(), context);
        case v1::Command::kExpireRequests: return decide(state, command.expire_requests(), context);
        case v1::Command::kCommitDraw: return decide(state, command.commit_draw(), context);
        case v1::Command::KIND_NOT_SET: break;
    }
    return refuse(REASON_MALFORMED, "kind");
}

std::optional<std::pair<std::uint64_t, v1::Command>> next_due(const State& state) {
    const auto first = state.due.first();
    if (!first) return std::nullopt;
    v1::Command command;
    command.mutable_expire_requests();
    return std::pair{first->at_ms, std::move(command)};
}

}  // namespace hoicho::scheduling
