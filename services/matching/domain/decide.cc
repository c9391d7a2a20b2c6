// One case for each thing that can be asked, and what several of them ask first.
#include "matching/domain/decide.h"

namespace hoicho::matching {

Answer decide(const State& state, const v1::Command& command, const Context&) {
    switch (command.kind_case()) {
        case v1::Command::kStateInterest: return decide(state, command.state_interest());
        case v1::Command::kWithdrawInterest: return decide(state, command.withdraw_interest());
        case v1::Command::kSuggest: return decide(state, command.suggest());
        case v1::Command::kRecordFeedback: return decide(state, command.record_feedback());
        case v1::Command::kWithdrawFeedback: return decide(state, command.withdraw_feedback());
        case v1::Command::kSetListSettings: return decide(state, command.set_list_settings());
        case v1::Command::kAddWords: return decide(state, command.add_words());
        case v1::Command::kRemoveWords: return decide(state, command.remove_words());
        case v1::Command::KIND_NOT_SET: break;
    }
    return refuse(REASON_MALFORMED, "kind");
}

std::optional<Refusal> pair_refusal(const State& state, std::uint32_t fair, std::uint32_t buyer, std::uint32_t exhibitor) {
    if (fair == 0) return refuse(REASON_MISSING, "fair");
    if (!state.fairs.contains(FairId{fair})) return refuse(REASON_UNKNOWN, "fair", std::to_string(fair));
    if (buyer == 0 || exhibitor == 0) return refuse(REASON_SAME_SIDE, buyer == 0 ? "buyer" : "exhibitor");
    if (!state.takes_part(fair, Side::buyer, buyer)) return refuse(REASON_NOT_IN_FAIR, "buyer", std::to_string(buyer));
    if (!state.takes_part(fair, Side::exhibitor, exhibitor)) return refuse(REASON_NOT_IN_FAIR, "exhibitor", std::to_string(exhibitor));
    return std::nullopt;
}

}  // namespace hoicho::matching
