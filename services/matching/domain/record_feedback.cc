// Records what one side says became of the other: a yes, a no with its reason, that they met, that somebody signed.
#include "matching/domain/applies.h"
#include "matching/domain/decide.h"
#include "matching/domain/limits.h"

namespace hoicho::matching {
namespace {

std::optional<Refusal> outcome_refusal(const v1::RecordFeedback& feedback) {
    if (feedback.outcome() < v1::OUTCOME_ACCEPTED || feedback.outcome() > v1::OUTCOME_CONTRACT)
        return refuse(REASON_OUT_OF_RANGE, "outcome", std::to_string(feedback.outcome()), "ACCEPTED, DECLINED, MET, CONTRACT");
    const bool declined = feedback.outcome() == v1::OUTCOME_DECLINED;
    if (declined && feedback.reason() == v1::DECLINE_REASON_UNSPECIFIED) return refuse(REASON_MISSING, "reason");
    if (!declined && feedback.reason() != v1::DECLINE_REASON_UNSPECIFIED)
        return refuse(REASON_OUT_OF_RANGE, "reason", std::to_string(feedback.reason()), "only with DECLINED");
    if (feedback.reason() < v1::DECLINE_REASON_UNSPECIFIED || feedback.reason() > v1::DECLINE_REASON_OTHER)
        return refuse(REASON_OUT_OF_RANGE, "reason", std::to_string(feedback.reason()),
                      "NO_TIME, KNOWN_ALREADY, PRICE, VOLUME, STANDARDS, SEASON, PAYMENT, QUALITY, OTHER");
    return std::nullopt;
}

}  // namespace

Answer decide(const State& state, const v1::RecordFeedback& command) {
    if (auto refusal = pair_refusal(state, command.fair(), command.buyer(), command.exhibitor())) return *refusal;
    if (command.from() != v1::SIDE_BUYER && command.from() != v1::SIDE_EXHIBITOR)
        return refuse(REASON_OUT_OF_RANGE, "from", std::to_string(command.from()), "BUYER, EXHIBITOR");
    if (auto refusal = outcome_refusal(command)) return *refusal;
    const auto* before = state.feedback.find(key_of(command));
    if (before && said_after(*before, command) == *before)
        return refuse(REASON_ALREADY_DONE, "feedback", v1::Outcome_Name(command.outcome()));
    if (!before && state.feedback.size() >= feedback_max)
        return refuse(REASON_FULL, "feedback", std::to_string(state.feedback.size()), std::to_string(feedback_max));
    v1::Event event;
    *event.mutable_feedback_recorded()->mutable_feedback() = command;
    return fact(std::move(event));
}

}  // namespace hoicho::matching
