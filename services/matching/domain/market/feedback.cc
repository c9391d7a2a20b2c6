// A mean with doubts; see feedback.h.
#include "matching/domain/market/feedback.h"

#include <algorithm>

namespace hoicho::matching::market {

bool counts_against(Why why) {
    switch (why) {
        case Why::no_time:
        case Why::known_already: return false;
        case Why::price:
        case Why::volume:
        case Why::standards:
        case Why::season:
        case Why::payment:
        case Why::quality:
        case Why::other: return true;
    }
    return false;
}

void count_accepted(Counts& counts) { ++counts.accepted; }
void count_declined(Counts& counts, Why why) { counts.declined_for_cause += counts_against(why); }
void count_met(Counts& counts) { ++counts.met; }
void count_contract(Counts& counts) { ++counts.contract; }

std::int32_t influence_thousandths(const Counts& counts, Use use) {
    if (use == Use::off) return 0;
    const std::int64_t accepted = counts.accepted, declined = counts.declined_for_cause, met = counts.met, contract = counts.contract;
    const auto said = accepted * accepted_worth + declined * declined_worth + met * met_worth + contract * contract_worth;
    const auto mean = said / (accepted + declined + met + contract + doubts);
    return static_cast<std::int32_t>(std::clamp<std::int64_t>(mean, -feedback_max_thousandths, feedback_max_thousandths));
}

}  // namespace hoicho::matching::market
