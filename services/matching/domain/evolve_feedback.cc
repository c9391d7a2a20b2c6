// How counts and the memory of meetings follow from what was said; see applies.h.
#include <algorithm>

#include "matching/domain/applies.h"

namespace hoicho::matching {
namespace {

market::Why why_of(v1::DeclineReason reason) {
    switch (reason) {
        case v1::DECLINE_REASON_NO_TIME: return market::Why::no_time;
        case v1::DECLINE_REASON_KNOWN_ALREADY: return market::Why::known_already;
        case v1::DECLINE_REASON_PRICE: return market::Why::price;
        case v1::DECLINE_REASON_VOLUME: return market::Why::volume;
        case v1::DECLINE_REASON_STANDARDS: return market::Why::standards;
        case v1::DECLINE_REASON_SEASON: return market::Why::season;
        case v1::DECLINE_REASON_PAYMENT: return market::Why::payment;
        case v1::DECLINE_REASON_QUALITY: return market::Why::quality;
        default: return market::Why::other;
    }
}

bool says_met(const State& state, InterestKey key, Side from) {
    key.from = from;
    const auto* said = state.feedback.find(key);
    return said && (said->met || said->contract);  // nobody signs with whom it never met
}

/// The fair is remembered for the pair as long as one of the two says that they met there.
void remember_met(State& state, const InterestKey& key) {
    const PairKey pair{key.buyer, key.exhibitor};
    const auto* row = state.met.find(pair);
    auto met = row ? *row : MetAt{};
    const auto at = std::lower_bound(met.fairs.begin(), met.fairs.end(), key.fair);
    const bool known = at != met.fairs.end() && *at == key.fair;
    const bool now = says_met(state, key, Side::buyer) || says_met(state, key, Side::exhibitor);
    if (known == now) return;
    now ? void(met.fairs.insert(at, key.fair)) : void(met.fairs.erase(at));
    met.fairs.empty() ? state.met.erase(pair) : state.met.put(pair, std::move(met));
}

void replace(State& state, const InterestKey& key, const Said& now) {
    const auto* before = state.feedback.find(key);
    const About about{other(key.from), key.from == Side::buyer ? key.exhibitor : key.buyer};
    auto& counts = state.counts_said.edit_or_add(about);
    if (before) counts -= counts_of(*before);
    counts += counts_of(now);
    now == Said{} ? state.feedback.erase(key) : state.feedback.put(key, now);
    remember_met(state, key);
}

}  // namespace

market::Counts& operator+=(market::Counts& counts, const market::Counts& more) {
    counts.accepted += more.accepted;
    counts.declined_for_cause += more.declined_for_cause;
    counts.met += more.met;
    counts.contract += more.contract;
    return counts;
}

market::Counts& operator-=(market::Counts& counts, const market::Counts& less) {
    counts.accepted -= less.accepted;
    counts.declined_for_cause -= less.declined_for_cause;
    counts.met -= less.met;
    counts.contract -= less.contract;
    return counts;
}

market::Counts counts_of(const Said& said) {
    market::Counts counts;
    if (said.answer == Said::Answer::accepted) count_accepted(counts);
    if (said.answer == Said::Answer::declined) count_declined(counts, said.why);
    if (said.met) count_met(counts);
    if (said.contract) count_contract(counts);
    return counts;
}

Said said_after(const Said& before, const v1::RecordFeedback& feedback) {
    auto said = before;
    switch (feedback.outcome()) {
        case v1::OUTCOME_ACCEPTED: said.answer = Said::Answer::accepted, said.why = {}; break;
        case v1::OUTCOME_DECLINED: said.answer = Said::Answer::declined, said.why = why_of(feedback.reason()); break;
        case v1::OUTCOME_MET: said.met = true; break;
        case v1::OUTCOME_CONTRACT: said.contract = true; break;
        default: break;
    }
    return said;
}

void apply(State& state, const v1::RecordFeedback& feedback) {
    const auto key = key_of(feedback);
    const auto* before = state.feedback.find(key);
    replace(state, key, said_after(before ? *before : Said{}, feedback));
}

void apply(State& state, const v1::WithdrawFeedback& feedback) { replace(state, key_of(feedback), {}); }

}  // namespace hoicho::matching
