// Ranks the fair's products for a demand by the state as it is and keeps the list with its reasons.
#include "matching/domain/decide.h"
#include "matching/domain/limits.h"
#include "matching/domain/ranking/rank.h"

namespace hoicho::matching {
namespace {

std::optional<Refusal> suggest_refusal(const State& state, std::uint32_t fair, std::uint32_t demand, std::uint32_t top) {
    if (fair == 0) return refuse(REASON_MISSING, "fair");
    if (demand == 0) return refuse(REASON_MISSING, "demand");
    if (!state.fairs.contains(FairId{fair})) return refuse(REASON_UNKNOWN, "fair", std::to_string(fair));
    const auto* row = state.demands.find(DemandId{demand});
    if (!row) return refuse(REASON_UNKNOWN, "demand", std::to_string(demand));
    if (row->withdrawn) return refuse(REASON_DEMAND_WITHDRAWN, "demand", std::to_string(demand));
    if (!state.takes_part(fair, Side::buyer, row->buyer)) return refuse(REASON_NOT_IN_FAIR, "buyer", std::to_string(row->buyer));
    if (top < 1 || top > suggestions_max)
        return refuse(REASON_OUT_OF_RANGE, "top", std::to_string(top), "1-" + std::to_string(suggestions_max));
    return std::nullopt;
}

v1::Verdict verdict_of(ranking::Verdict verdict) {
    switch (verdict) {
        case ranking::Verdict::met: return v1::VERDICT_MET;
        case ranking::Verdict::missed: return v1::VERDICT_MISSED;
        case ranking::Verdict::unknown: return v1::VERDICT_UNKNOWN;
    }
    return v1::VERDICT_UNSPECIFIED;
}

void write(const ranking::Ranked& ranked, v1::Suggestion& item) {
    item.set_product(ranked.product);
    item.set_exhibitor(ranked.exhibitor);
    item.set_score_thousandths(ranked.score_thousandths);
    for (const auto& one : ranked.contributions) {
        auto& contribution = *item.add_contributions();
        contribution.set_part(std::string{name_of(one.part)});
        contribution.set_score_thousandths(one.score_thousandths);
        contribution.set_verdict(verdict_of(one.verdict));
        contribution.set_asked(one.asked);
        contribution.set_found(one.found);
    }
}

v1::Suggested suggested(const State& state, std::uint32_t fair, std::uint32_t demand, std::uint32_t top) {
    const auto& row = *state.demands.find(DemandId{demand});
    const auto eligible = [&](const ranking::Offer& product) {
        return state.takes_part(fair, Side::exhibitor, product.exhibitor) && may_be_suggested(state.wishes(fair, row.buyer, product.exhibitor));
    };
    v1::Suggested list;
    list.set_fair(fair);
    list.set_demand(demand);
    list.set_buyer(row.buyer);
    const auto own = state.own_lexicon();
    for (const auto& ranked : rank(state.words, row.wanted, state.fairs.find(FairId{fair})->certificates_checked_on, top, eligible, {.own = own.get()}))
        write(ranked, *list.add_items());
    return list;
}

}  // namespace

Answer decide(const State& state, const v1::Suggest& command) {
    if (auto refusal = suggest_refusal(state, command.fair(), command.demand(), command.top())) return *refusal;
    if (state.lists.size() >= lists_max && !state.lists.contains({command.fair(), command.demand()}))
        return refuse(REASON_FULL, "lists", std::to_string(state.lists.size()), std::to_string(lists_max));
    v1::Event event;
    *event.mutable_suggested() = suggested(state, command.fair(), command.demand(), command.top());
    return fact(std::move(event));
}

boost::system::result<v1::Suggested, Refusal> live_suggestions(const State& state, std::uint32_t fair, std::uint32_t demand, std::uint32_t top) {
    if (auto refusal = suggest_refusal(state, fair, demand, top)) return *refusal;
    return suggested(state, fair, demand, top);
}

}  // namespace hoicho::matching
