// Takes back what one side said about the other. Nobody has to take part any more to do so.
#include "matching/domain/decide.h"

namespace hoicho::matching {

Answer decide(const State& state, const v1::WithdrawInterest& command) {
    if (command.from() != v1::SIDE_BUYER && command.from() != v1::SIDE_EXHIBITOR)
        return refuse(REASON_OUT_OF_RANGE, "from", std::to_string(command.from()), "BUYER, EXHIBITOR");
    const auto side = command.from() == v1::SIDE_BUYER ? Side::buyer : Side::exhibitor;
    if (!state.interests.contains({command.fair(), command.buyer(), command.exhibitor(), side}))
        return refuse(REASON_UNKNOWN, "interest",
                      std::to_string(command.fair()) + "/" + std::to_string(command.buyer()) + "/" + std::to_string(command.exhibitor()));
    v1::Event event;
    *event.mutable_interest_withdrawn()->mutable_interest() = command;
    return fact(std::move(event));
}

}  // namespace hoicho::matching
