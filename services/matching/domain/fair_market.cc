// Gathers edges and accounts from the state and lets the market room work; see fair_market.h.
#include "matching/domain/fair_market.h"

#include <algorithm>

#include "matching/domain/slots_there.h"

namespace hoicho::matching {
namespace {

MarketSide participants(const State& state, std::uint32_t fair, Side side) {
    MarketSide out;
    state.participants.for_each([&](const Participant& who, std::uint8_t) {
        if (who.fair == fair && who.side == side) out.ids.push_back(who.organisation);
    });
    std::sort(out.ids.begin(), out.ids.end());
    return out;
}

market::Account account_of(const State& state, std::uint32_t fair, Side side, std::uint32_t id) {
    market::Account account;
    if (side == Side::exhibitor) {
        if (const auto* row = state.exhibitors.find(ExhibitorId{id})) account.kind = row->kind, account.province = row->province;
        if (const auto* row = state.shown.find({fair, id})) account.shown = row->times;
    } else if (const auto* row = state.buyers.find(BuyerId{id})) {
        account.kind = row->kind, account.province = row->province;
    }
    return account;
}

bool is_served(const State& state, const InterestKey& wish) {
    if (state.live_pairs.contains({wish.fair, wish.buyer, wish.exhibitor})) return true;
    const auto* met = state.met.find({wish.buyer, wish.exhibitor});
    return met && std::binary_search(met->fairs.begin(), met->fairs.end(), wish.fair);
}

void count_wishes(const State& state, FairMarket& market) {
    state.interests.for_each([&](const InterestKey& key, const Interest& interest) {
        if (key.fair != market.fair || interest.level == Level::never) return;
        auto& side = key.from == Side::buyer ? market.buyers : market.exhibitors;
        const auto place = side.place_of(key.from == Side::buyer ? key.buyer : key.exhibitor);
        if (!place) return;
        ++side.accounts[*place].wished;
        side.accounts[*place].served += is_served(state, key);
    });
}

/// The best product for the best demand of each pair; ties by the lower demand, then the better place in its list.
JoinedPairs join(const std::vector<DemandCandidates>& candidates) {
    JoinedPairs joined;
    for (const auto& [demand, buyer, best] : candidates)
        for (const auto& product : best) {
            const auto [at, fresh] = joined.try_emplace(PairKey{buyer, product.exhibitor}, Joined{demand, product.product, product.score_thousandths});
            if (!fresh && product.score_thousandths > at->second.relevance_thousandths) at->second = {demand, product.product, product.score_thousandths};
        }
    return joined;
}

std::vector<market::Edge> edges_of(const State& state, const FairMarket& market) {
    std::vector<market::Edge> edges;
    const auto add = [&](const PairKey& pair, std::optional<std::int32_t> relevance) {
        const auto buyer = market.buyers.place_of(pair.buyer), exhibitor = market.exhibitors.place_of(pair.exhibitor);
        if (!buyer || !exhibitor) return;
        if (const auto value = value_of(state, market.fair, pair.buyer, pair.exhibitor, relevance)) edges.push_back({*buyer, *exhibitor, value->value_thousandths});
    };
    for (const auto& [pair, why] : market.joined) add(pair, why.relevance_thousandths);
    state.interests.for_each([&](const InterestKey& key, const Interest&) {  // whom only wishes join; a pair that is told twice counts once
        const PairKey pair{key.buyer, key.exhibitor};
        if (key.fair == market.fair && !market.joined.contains(pair)) add(pair, std::nullopt);
    });
    return edges;
}

std::vector<std::uint32_t> slots_of(const State& state, const FairMarket& market, Side side) {
    std::vector<std::uint32_t> slots;
    for (const auto id : market.side(side).ids) slots.push_back(slots_there(state, market.fair, side, id));
    return slots;
}

market::Corrections corrections_of(const State& state, const FairMarket& market, Side side) {
    const auto& whom = market.side(side);
    market::Corrections corrections{market::lifts(whom.accounts, market.settings.lift_strength_thousandths), {}};
    const auto use = market.settings.feedback ? market::Use::on : market::Use::off;
    for (const auto id : whom.ids) corrections.feedback_thousandths.push_back(market::influence_thousandths(state.counts_about(side, id), use));
    return corrections;
}

}  // namespace

std::optional<std::uint32_t> MarketSide::place_of(std::uint32_t id) const {
    const auto at = std::lower_bound(ids.begin(), ids.end(), id);
    if (at == ids.end() || *at != id) return std::nullopt;
    return static_cast<std::uint32_t>(at - ids.begin());
}

market::ListSettings FairMarket::list_settings(std::size_t top) const {
    return {.price_weight_thousandths = settings.price_weight_thousandths, .fill_thousandths = market::fill_usual_thousandths, .top = top};
}

FairMarket market_of(const State& state, std::uint32_t fair, const std::vector<DemandCandidates>& candidates) {
    FairMarket market{fair, state.settings_of(fair), participants(state, fair, Side::buyer), participants(state, fair, Side::exhibitor),
                      market::Graph{{}, {}, {}}, {}, join(candidates)};
    for (const auto side : {Side::buyer, Side::exhibitor}) {
        auto& whom = side == Side::buyer ? market.buyers : market.exhibitors;
        for (const auto id : whom.ids) whom.accounts.push_back(account_of(state, fair, side, id));
    }
    count_wishes(state, market);
    const auto left = market.buyers.ids.size(), right = market.exhibitors.ids.size();
    market.graph = {slots_of(state, market, Side::buyer), slots_of(state, market, Side::exhibitor), market::strongest(edges_of(state, market), left, right)};
    market.prices = market::prices(market.graph);
    for (const auto side : {Side::buyer, Side::exhibitor}) {
        auto& whom = side == Side::buyer ? market.buyers : market.exhibitors;
        whom.asked = market::asked_by(market.graph, market_side(side));
        whom.corrections = corrections_of(state, market, side);
    }
    return market;
}

}  // namespace hoicho::matching
