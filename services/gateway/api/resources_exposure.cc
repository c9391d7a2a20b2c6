// Who is shown and who is served at a fair, by kind and province, what the lift costs, and where one participant stands; see resources.h.
#include "gateway/api/list_json.h"
#include "gateway/api/paging.h"

namespace hoicho::gateway {
namespace {

namespace http = runtime::http;
namespace json = boost::json;
namespace market = matching::market;

constexpr std::size_t page_top = 20;  ///< lists of this length are held against each other

json::array shares(const std::vector<market::GroupShare>& groups) {
    json::array items;
    for (const auto& group : groups)
        items.push_back(json::object{{"name", group.name},
                                     {"participants", group.participants},
                                     {"shown_per_head_thousandths", group.shown_per_head_thousandths},
                                     {"wished_served_thousandths", group.wished_served_thousandths},
                                     {"never_shown", group.never_shown}});
    return items;
}

/// `shown` is counted of exhibitors only: lists that are kept name products, and so their makers.
json::object side_json(const matching::MarketSide& side) {
    std::uint64_t wished = 0, served = 0;
    for (const auto& account : side.accounts) wished += account.wished, served += account.served;
    return {{"participants", side.ids.size()},
            {"wished", wished},
            {"served", served},
            {"by_kind", shares(market::by_kind(side.accounts))},
            {"by_province", shares(market::by_province(side.accounts))}};
}

http::Response exposure(const LongReading& long_reading) {
    const auto at = at_fair(long_reading.reading);
    if (!at) return not_found("fair");
    const auto& market = market_at(long_reading, *at);
    std::vector<std::uint32_t> times;
    for (const auto& account : market.exhibitors.accounts) times.push_back(account.shown);
    const auto cost = matching::lift_cost(market, matching::Side::buyer, page_top);
    return object_response(long_reading.reading,
                           {{"exhibitors", side_json(market.exhibitors)},
                            {"buyers", side_json(market.buyers)},
                            {"shown_gini_thousandths", market::gini_thousandths(std::move(times))},
                            {"lift", json::object{{"strength_thousandths", market.settings.lift_strength_thousandths},
                                                  {"relevance_with", cost.relevance_with},
                                                  {"relevance_without", cost.relevance_without},
                                                  {"loss_basis_points", cost.loss_basis_points()}}},
                            {"made_at", positions_text(long_reading.reading.states)}});
}

/// One participant against its kind.
template <matching::Side side>
http::Response standing(const LongReading& long_reading) {
    constexpr bool exhibitor = side == matching::Side::exhibitor;
    const auto& reading = long_reading.reading;
    const auto at = at_fair(reading);
    const auto id = reading.ids.read(reading.organiser, exhibitor ? ID_KIND_EXHIBITOR : ID_KIND_BUYER, reading.match.parameter(exhibitor ? "exhibitor" : "buyer"));
    if (!at || !id || !at->state->takes_part(at->fair, side, *id)) return not_found(exhibitor ? "exhibitor" : "buyer");
    const auto& whom = market_at(long_reading, *at).side(side);
    const auto place = *whom.place_of(*id);
    const auto stands = market::standing(whom.accounts, place);
    return object_response(reading, {{"kind", whom.accounts[place].kind},
                                     {"province", whom.accounts[place].province},
                                     {"shown", whom.accounts[place].shown},
                                     {"wished", stands.wished},
                                     {"served", stands.served},
                                     {"served_thousandths", stands.served_thousandths},
                                     {"kind_median_thousandths", stands.kind_median_thousandths},
                                     {"asked_by", whom.asked[place]},
                                     {"made_at", positions_text(reading.states)}});
}

}  // namespace

std::vector<Resource> exposure_resources() {
    return {{matching_fair_path + "/exposure", {}, {}, exposure},
            {matching_fair_path + "/exhibitors/{exhibitor}/standing", {}, {}, standing<matching::Side::exhibitor>},
            {matching_fair_path + "/buyers/{buyer}/standing", {}, {}, standing<matching::Side::buyer>}};
}

}  // namespace hoicho::gateway
