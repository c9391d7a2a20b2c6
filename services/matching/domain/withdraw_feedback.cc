// Takes back what one side said became of the other. Nobody has to take part any more to do so.
#include "matching/domain/applies.h"
#include "matching/domain/decide.h"

namespace hoicho::matching {

Answer decide(const State& state, const v1::WithdrawFeedback& command) {
    if (command.from() != v1::SIDE_BUYER && command.from() != v1::SIDE_EXHIBITOR)
        return refuse(REASON_OUT_OF_RANGE, "from", std::to_string(command.from()), "BUYER, EXHIBITOR");
    if (!state.feedback.contains(key_of(command)))
        return refuse(REASON_UNKNOWN, "feedback",
                      std::to_string(command.fair()) + "/" + std::to_string(command.buyer()) + "/" + std::to_string(command.exhibitor()));
    v1::Event event;
    *event.mutable_feedback_withdrawn()->mutable_feedback() = command;
    return fact(std::move(event));
}

}  // namespace hoicho::matching
