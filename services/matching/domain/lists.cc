// Asks the market for lists and says of each entry what it follows from; see lists.h.
#include "matching/domain/lists.h"

#include <algorithm>

namespace hoicho::matching {
namespace {

market::Crowd crowd_of(const FairMarket& market, Side reader, std::uint32_t place, std::uint32_t looked_at) {
    const auto& whom = market.side(other(reader));
    auto crowd = market::crowd(market.graph, market.prices, whom.asked, market_side(reader), place, looked_at);
    for (auto& alternative : crowd.alternatives) alternative = whom.ids[alternative];
    return crowd;
}

}  // namespace

std::vector<ListEntry> list_of_participant(const State& state, const FairMarket& market, Side side, std::uint32_t id, std::size_t top) {
    std::vector<ListEntry> list;
    const auto place = market.side(side).place_of(id);
    if (!place) return list;
    const auto& whom = market.side(other(side));
    for (const auto& parts : market::list_for(market.graph, market.prices, market_side(side), *place, whom.corrections, market.list_settings(top))) {
        ListEntry entry{.other = whom.ids[parts.other], .joined = {}, .pair = {}, .parts = parts, .crowd = crowd_of(market, side, *place, parts.other)};
        const PairKey pair = side == Side::buyer ? PairKey{id, entry.other} : PairKey{entry.other, id};
        const auto joined = market.joined.find(pair);
        if (joined != market.joined.end()) entry.joined = joined->second;
        const auto relevance = joined != market.joined.end() ? std::optional{joined->second.relevance_thousandths} : std::nullopt;
        entry.pair = *value_of(state, market.fair, pair.buyer, pair.exhibitor, relevance);
        list.push_back(std::move(entry));
    }
    return list;
}

std::vector<ListEntry> list_of_demand(const State& state, const FairMarket& market, const DemandCandidates& demand, std::size_t top) {
    const auto buyer = market.buyers.place_of(demand.buyer);
    if (!buyer) return {};
    // A market of one buyer and, in the order of relevance, the products: the same sum and the same order as in every other list.
    std::vector<ListEntry> offered;
    std::vector<std::uint32_t> slots;
    std::vector<market::Edge> edges;
    market::Prices prices{{0}, {}, 0};
    market::Corrections corrections;
    for (const auto& product : demand.best) {
        const auto exhibitor = market.exhibitors.place_of(product.exhibitor);
        const auto pair = exhibitor ? value_of(state, market.fair, demand.buyer, product.exhibitor, product.score_thousandths, 1) : std::nullopt;
        if (!pair) continue;
        edges.push_back({0, static_cast<std::uint32_t>(offered.size()), pair->value_thousandths});
        slots.push_back(market.graph.slots(market::Side::right)[*exhibitor]);
        prices.right.push_back(market.prices.right[*exhibitor]);
        corrections.lift_thousandths.push_back(market.exhibitors.corrections.lift_thousandths[*exhibitor]);
        corrections.feedback_thousandths.push_back(market.exhibitors.corrections.feedback_thousandths[*exhibitor]);
        offered.push_back({product.exhibitor, {demand.demand, product.product, product.score_thousandths}, *pair, {}, crowd_of(market, Side::buyer, *buyer, *exhibitor)});
    }
    auto settings = market.list_settings(top);
    settings.fill_thousandths = market::fill_unbounded;
    const market::Graph graph{{market.graph.slots(market::Side::left)[*buyer]}, std::move(slots), std::move(edges)};
    std::vector<ListEntry> list;
    for (const auto& parts : market::list_for(graph, prices, market::Side::left, 0, corrections, settings)) {
        list.push_back(offered[parts.other]);
        list.back().parts = parts;
    }
    return list;
}

market::LiftCost lift_cost(const FairMarket& market, Side readers, std::size_t top) {
    market::LiftCost cost;
    auto settings = market.list_settings(top);
    settings.fill_thousandths = market::fill_unbounded;  // lists of one length, or a longer one would pass for a better one
    const auto& with = market.side(other(readers)).corrections;
    const market::Corrections without{{}, with.feedback_thousandths};
    const auto relevance = [&](std::uint32_t place, const market::Corrections& corrections) {
        std::int64_t sum = 0;
        for (const auto& listed : market::list_for(market.graph, market.prices, market_side(readers), place, corrections, settings)) sum += listed.value_thousandths;
        return sum;
    };
    for (std::uint32_t place = 0; place < market.side(readers).ids.size(); ++place) {
        cost.relevance_with += relevance(place, with);
        cost.relevance_without += relevance(place, without);
    }
    return cost;
}

}  // namespace hoicho::matching
