// States whom one side must, wants to or will never meet; said again, it replaces what was said before.
#include <algorithm>

#include "matching/domain/decide.h"
#include "matching/domain/limits.h"

namespace hoicho::matching {
namespace {

/// Codes such as COMPETITOR: no place for words about people.
bool is_code(const std::string& cause) {
    return cause.size() <= cause_bytes_max && std::all_of(cause.begin(), cause.end(), [](char letter) {
               return (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') || letter == '_';
           });
}

bool is_new(const State& state, const v1::StateInterest& interest) {
    const auto side = interest.from() == v1::SIDE_BUYER ? Side::buyer : Side::exhibitor;
    return !state.interests.contains({interest.fair(), interest.buyer(), interest.exhibitor(), side});
}

}  // namespace

Answer decide(const State& state, const v1::StateInterest& command) {
    if (auto refusal = pair_refusal(state, command.fair(), command.buyer(), command.exhibitor())) return *refusal;
    if (command.from() != v1::SIDE_BUYER && command.from() != v1::SIDE_EXHIBITOR)
        return refuse(REASON_OUT_OF_RANGE, "from", std::to_string(command.from()), "BUYER, EXHIBITOR");
    if (command.level() < v1::LEVEL_MUST || command.level() > v1::LEVEL_NEVER)
        return refuse(REASON_OUT_OF_RANGE, "level", std::to_string(command.level()), "MUST, WANT, NEVER");
    if (!is_code(command.cause()))
        return refuse(REASON_OUT_OF_RANGE, "cause", std::to_string(command.cause().size()) + " bytes",
                      "A-Z 0-9 _, at most " + std::to_string(cause_bytes_max) + " bytes");
    if (state.interests.size() >= interests_max && is_new(state, command))
        return refuse(REASON_FULL, "interests", std::to_string(state.interests.size()), std::to_string(interests_max));
    v1::Event event;
    *event.mutable_interest_stated()->mutable_interest() = command;
    return fact(std::move(event));
}

}  // namespace hoicho::matching
