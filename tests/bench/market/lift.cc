// Two passes over the buyers' lists; see lift.h.
#include "tests/bench/market/lift.h"

#include <algorithm>
#include <cstdio>

#include "matching/domain/market/exposure.h"

namespace hoicho::bench {
namespace {

using namespace matching::market;

struct Shown {
    std::vector<std::uint32_t> times;
    std::int64_t relevance = 0;
};

Shown shown(const Graph& graph, const Prices& paid, const Corrections& corrections, const ListSettings& settings) {
    Shown out{std::vector<std::uint32_t>(graph.size(Side::right), 0), 0};
    for (std::uint32_t buyer = 0; buyer < graph.size(Side::left); ++buyer)
        for (const auto& one : list_for(graph, paid, Side::left, buyer, corrections, settings)) {
            ++out.times[one.other];
            out.relevance += one.value_thousandths;
        }
    return out;
}

}  // namespace

void print_lift(const World& world, const Tuning& tuning) {
    const Known nobody_met{std::vector<std::uint32_t>(world.dial.buyers, world.dial.buyer_slots), std::vector<std::uint32_t>(world.dial.exhibitors, world.dial.exhibitor_slots),
                           std::vector<std::uint8_t>(world.buyers.taste.size(), 0)};
    const auto graph = graph_of(world, nobody_met);
    const auto paid = prices(graph, {tuning.softness_thousandths, rounds_max});
    const ListSettings settings{tuning.price_weight_thousandths, fill_unbounded, world.dial.looks(true)};
    const auto before = shown(graph, paid, {}, settings);
    std::vector<Account> accounts(before.times.size());
    for (std::size_t at = 0; at < accounts.size(); ++at) accounts[at].shown = before.times[at];
    for (const std::int32_t strength : {0, 250, 500, 1000}) {
        const auto after = shown(graph, paid, {lifts(accounts, strength), {}}, settings);
        const LiftCost cost{before.relevance, after.relevance};
        std::printf("| %.2f | %d | %.2f | %ld | %.2f |\n", world.dial.crowding, strength, gini_thousandths(after.times) / 1000.0,
                    std::count(after.times.begin(), after.times.end(), 0U), static_cast<double>(cost.loss_basis_points()) / 100);
    }
}

}  // namespace hoicho::bench
