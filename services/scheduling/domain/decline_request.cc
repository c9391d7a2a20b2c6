// DeclineRequest: the asked side says no, and why.
#include <array>
#include <string_view>

#include "scheduling/domain/commands.h"
#include "scheduling/domain/requests.h"

namespace hoicho::scheduling {

namespace {

constexpr std::array<std::string_view, 4> causes{"NO_TIME", "NO_FIT", "MET_BEFORE", "OTHER"};

}  // namespace

Answer decide(const State& state, const v1::DeclineRequest& command, const Context& context) {
    const RequestId id{command.request()};
    if (auto no = answer_refused(state, id, command.from(), context.now_ms)) return *no;
    if (command.cause().empty()) return refuse(REASON_MISSING, "cause");
    if (std::find(causes.begin(), causes.end(), command.cause()) == causes.end())
        return refuse(REASON_OUT_OF_RANGE, "cause", command.cause(), "NO_TIME, NO_FIT, MET_BEFORE, OTHER");

    v1::Event event;
    event.mutable_request_declined()->set_request(number(id));
    event.mutable_request_declined()->set_cause(command.cause());
    return fact(std::move(event));
}

void apply(State& state, const v1::RequestDeclined& event) {
    const RequestId id{event.request()};
    end_request(state, id, RequestStatus::declined);
    state.requests.edit(id).cause = event.cause();
}

}  // namespace hoicho::scheduling
