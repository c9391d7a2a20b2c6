// What the lists of one whole fair cost, in processor time of one thread: the market from nothing, after a change of a wish, one list, one reach.
//   hoicho_bench_market_fair FAIR
// Buyers are not in the files that ranking reads: demands are dealt to half as many buyers, and every third buyer wants its best exhibitor.
#include <ctime>
#include <iostream>
#include <string_view>

#include "hoicho/match/fair_files.h"
#include "kernel/table.h"
#include "matching/domain/lists.h"

namespace {

using namespace hoicho;
using namespace hoicho::matching;

constexpr std::uint32_t fair = 1, slots_of_fair = 43;
constexpr std::size_t demands_of_reach = 500;

double thread_ms() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

template <class Step>
auto measured(std::string_view what, Step step) {
    const auto begin = thread_ms();
    auto made = step();
    std::cout << what << ": " << thread_ms() - begin << " ms" << std::endl;
    return made;
}

void fill(State& state, const match::FairFiles& files) {
    state.fairs.put(FairId{fair}, {files.certificates_checked_on});
    state.slots.put({fair}, {std::vector<Span>(slots_of_fair)});
    for (const auto& product : files.products) {
        state.words.put(product);
        state.products.put(ProductId{product.facts.id}, product);
        state.participants.put({fair, product.facts.exhibitor, Side::exhibitor}, 1);
    }
    std::uint32_t id = 0;
    for (const auto& wanted : files.demands) {
        const auto buyer = id++ / 2 + 1;
        state.demands.put(DemandId{id}, {buyer, false, wanted, {}, 0});
        state.participants.put({fair, buyer, Side::buyer}, 1);
    }
}

void state_wishes(State& state, const std::vector<DemandCandidates>& candidates) {
    for (const auto& [demand, buyer, best] : candidates)
        if (buyer % 3 == 0 && !best.empty()) state.interests.put({fair, buyer, best.front().exhibitor, Side::buyer}, {Level::want, {}});
}

std::size_t reach(const State& state, std::uint32_t exhibitor) {
    std::size_t pairs = 0, demands = 0;
    const auto mine = [&](const ranking::Offer& product) { return product.exhibitor == exhibitor; };
    state.demands.for_each([&](DemandId, const Demand& demand) {
        if (++demands <= demands_of_reach) pairs += ranking::best_of(state.words, demand.wanted, state.fairs.find(FairId{fair})->certificates_checked_on, 3, mine).size();
    });
    return pairs;
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) return std::cerr << "usage: hoicho_bench_market_fair FAIR\n", 2;
    const auto files = match::read_fair_files(arguments[1]);
    if (!files) return std::cerr << files.error().detail << "\n", 1;
    Tracking tracking;
    Tables tables{tracking};
    State state{tables};
    fill(state, *files);
    const auto candidates = measured("ranking of all demands, 50 each", [&] { return candidates_of(state, fair); });
    state_wishes(state, candidates);
    const auto market = measured("market from rankings", [&] { return market_of(state, fair, candidates); });
    std::cout << "  " << market.buyers.ids.size() << " buyers, " << market.exhibitors.ids.size() << " exhibitors, " << candidates.size() << " demands, " << market.graph.edges()
              << " pairs, " << market.prices.rounds << " rounds" << std::endl;
    const auto entries = measured("lists of 500 demands", [&] {
        std::size_t sum = 0;
        for (std::size_t at = 0; at < std::min<std::size_t>(500, candidates.size()); ++at) sum += list_of_demand(state, market, candidates[at], 20).size();
        return sum;
    });
    const auto cost = measured("cost of the lift", [&] { return lift_cost(market, Side::buyer, 20); });
    const auto pairs = measured("reach of one exhibitor for 500 demands", [&] { return reach(state, market.exhibitors.ids.front()); });
    std::cout << "  " << entries << " entries, " << cost.relevance_with << " value, " << pairs << " pairs" << std::endl;
}
