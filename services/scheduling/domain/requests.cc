// The life of a request: open until it is accepted, declined or its time has come.
#include "scheduling/domain/requests.h"

namespace hoicho::scheduling {

const char* name_of(RequestStatus status) {
    switch (status) {
        case RequestStatus::open: return "OPEN";
        case RequestStatus::accepted: return "ACCEPTED";
        case RequestStatus::declined: return "DECLINED";
        case RequestStatus::expired: return "EXPIRED";
    }
    return "";
}

Refused answer_refused(const State& state, RequestId id, v1::Side from, std::uint64_t now_ms) {
    const Request* request = state.requests.find(id);
    if (!request) return unknown(id);
    if (from == v1::SIDE_UNSPECIFIED) return refuse(REASON_MISSING, "from");
    if (static_cast<Side>(from) == request->from)
        return refuse(REASON_NOT_YOURS, v1::Side_Name(from), name_of(id));
    const bool over = request->status == RequestStatus::open && request->expires_at_ms <= now_ms;
    if (request->status != RequestStatus::open || over)
        return refuse(REASON_WRONG_STATUS, name_of(id), name_of(over ? RequestStatus::expired : request->status), "OPEN");
    return std::nullopt;
}

void end_request(State& state, RequestId id, RequestStatus status) {
    Request& request = state.requests.edit(id);
    close_request(state, id, request);
    request.status = status;
}

}  // namespace hoicho::scheduling
