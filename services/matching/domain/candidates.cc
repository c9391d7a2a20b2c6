// A ranking for each demand; see candidates.h.
#include "matching/domain/candidates.h"

namespace hoicho::matching {
namespace {

DemandCandidates ranked(const State& state, std::uint32_t fair, std::uint32_t id, const Demand& demand, const ranking::Lexicon* own) {
    const auto eligible = [&](const ranking::Offer& product) { return state.takes_part(fair, Side::exhibitor, product.exhibitor); };
    const auto day = state.fairs.find(FairId{fair})->certificates_checked_on;
    return {id, demand.buyer, ranking::best_of(state.words, demand.wanted, day, candidates_of_demand_max, eligible, {.own = own})};
}

}  // namespace

DemandCandidates candidates_of_demand(const State& state, std::uint32_t fair, std::uint32_t demand) {
    const auto own = state.own_lexicon();
    return ranked(state, fair, demand, *state.demands.find(DemandId{demand}), own.get());
}

std::vector<DemandCandidates> candidates_of(const State& state, std::uint32_t fair) {
    std::vector<DemandCandidates> all;
    const auto own = state.own_lexicon();
    state.demands.for_each([&](DemandId id, const Demand& demand) {
        if (!demand.withdrawn && state.takes_part(fair, Side::buyer, demand.buyer)) all.push_back(ranked(state, fair, static_cast<std::uint32_t>(id), demand, own.get()));
    });
    return all;
}

}  // namespace hoicho::matching
