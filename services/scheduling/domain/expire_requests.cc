// ExpireRequests: every open request whose time has come ends. The timer sends it again while some are left.
#include "scheduling/domain/commands.h"
#include "scheduling/domain/limits.h"
#include "scheduling/domain/requests.h"

namespace hoicho::scheduling {

Answer decide(const State& state, const v1::ExpireRequests&, const Context& context) {
    Facts<v1::Event> facts;
    for (const auto& due : state.due.all()) {
        if (due.at_ms > context.now_ms || facts.events.size() == expired_at_once_max) break;
        v1::Event event;
        event.mutable_request_expired()->set_request(number(due.request));
        facts.events.push_back(std::move(event));
    }
    return facts;
}

void apply(State& state, const v1::RequestExpired& event) {
    end_request(state, RequestId{event.request()}, RequestStatus::expired);
}

}  // namespace hoicho::scheduling
