// Lists of a fair, as the market makes them: a demand's matches explained, a buyer's and an exhibitor's list, an exhibitor's reach; see resources.h.
#include <boost/unordered/unordered_flat_map.hpp>

#include "gateway/api/list_json.h"
#include "gateway/api/paging.h"
#include "gateway/json/message_writer.h"
#include "matching/domain/decide.h"
#include "matching/domain/gap/reach.h"

namespace hoicho::gateway {
namespace {

namespace gap = matching::gap;
namespace http = runtime::http;
namespace json = boost::json;
namespace ranking = matching::ranking;

constexpr std::size_t demands_read_max = 500;  ///< of an exhibitor's reach; a page says when there were more
constexpr std::uint32_t list_top_max = 100;

gap::Names names_of(const LongReading& long_reading, std::uint32_t fair) {
    return {.province = {}, .exhibitor = [&long_reading, fair](std::uint32_t exhibitor) { return long_reading.exhibitor_name(fair, exhibitor); }};
}

/// What every list says beside its items: the positions it was made at, of which it is a pure function.
http::Response list_response(const LongReading& long_reading, json::object object) {
    object["made_at"] = positions_text(long_reading.reading.states);
    return object_response(long_reading.reading, std::move(object));
}

/// Explains one product to one demand; `others` are what could join with it.
void explain(const LongReading& long_reading, const AtFair& at, const gap::Asked& asked, const std::vector<gap::Offer>& others, json::object& item,
             std::uint32_t product) {
    const auto offer = offer_of(*at.state, product);
    const auto explanation = gap::explain(asked, offer, at.day, others, names_of(long_reading, at.fair));
    item["title_vi"] = offer.title;
    item["exhibitor_name"] = long_reading.exhibitor_name(at.fair, offer.facts.exhibitor);
    item["fits"] = explanation.fits();
    item["conditions"] = lines_of(long_reading.reading, explanation);
}

/// What matching.suggest would keep now, in the market's order, and for each product every condition with both sides' values and what would close the gap.
http::Response matches_of_demand(const LongReading& long_reading) {
    const auto& reading = long_reading.reading;
    const auto at = at_fair(reading);
    const auto demand = at ? reading.ids.read(reading.organiser, ID_KIND_DEMAND, reading.match.parameter("demand")) : std::nullopt;
    if (!demand || !at->state->demands.contains(matching::DemandId{*demand})) return not_found("demand");
    http::Response problem;
    const auto top = top_of(reading, matching::candidates_of_demand_max, problem);
    if (!top) return problem;
    auto relevant = matching::live_suggestions(*at->state, at->fair, *demand, matching::candidates_of_demand_max);
    if (!relevant) return refused(reading.ids, reading.organiser, relevant.error());
    boost::unordered_flat_map<std::uint32_t, int> place_of;
    std::vector<gap::Offer> others;
    for (int place = 0; place < relevant->items_size(); ++place) {
        place_of[relevant->items(place).product()] = place;
        others.push_back(offer_of(*at->state, relevant->items(place).product()));
    }
    const auto asked = asked_of(*at->state, *demand);
    json::array items;
    for (const auto& entry : matching::list_of_demand(*at->state, market_at(long_reading, *at), matching::candidates_of_demand(*at->state, at->fair, *demand), *top)) {
        const auto& suggestion = relevant->items(place_of.at(entry.joined.product));
        auto item = write_message(reading.ids, reading.organiser, suggestion);
        item["market"] = market_of_entry(long_reading, at->fair, matching::Side::exhibitor, entry);
        explain(long_reading, *at, asked, others, item, suggestion.product());
        items.push_back(std::move(item));
    }
    relevant->clear_items();
    auto object = write_message(reading.ids, reading.organiser, *relevant);
    object["items"] = std::move(items);
    return list_response(long_reading, std::move(object));
}

json::object entry_of(const LongReading& long_reading, const AtFair& at, matching::Side reader, const matching::ListEntry& entry) {
    const auto& reading = long_reading.reading;
    const bool buyers = reader == matching::Side::exhibitor;
    json::object item{{buyers ? "buyer" : "exhibitor", shown(reading, buyers ? ID_KIND_BUYER : ID_KIND_EXHIBITOR, entry.other)},
                      {buyers ? "buyer_name" : "exhibitor_name", buyers ? long_reading.buyer_name(entry.other) : long_reading.exhibitor_name(at.fair, entry.other)}};
    for (auto& [name, value] : market_of_entry(long_reading, at.fair, matching::other(reader), entry)) item[name] = std::move(value);
    if (entry.joined.demand == 0) return item;  // their wishes alone join them
    item["demand"] = shown(reading, ID_KIND_DEMAND, entry.joined.demand);
    item["demand_title"] = at.state->demands.find(matching::DemandId{entry.joined.demand})->wanted.title;
    item["product"] = shown(reading, ID_KIND_PRODUCT, entry.joined.product);
    item["title_vi"] = at.state->products.find(matching::ProductId{entry.joined.product})->title_vi;
    const auto explanation = gap::explain(asked_of(*at.state, entry.joined.demand), offer_of(*at.state, entry.joined.product), at.day, {}, names_of(long_reading, at.fair));
    item["fits"] = explanation.fits();
    item["conditions"] = lines_of(reading, explanation);
    return item;
}

/// Whom a participant should meet: exhibitors for a buyer, buyers for an exhibitor.
template <matching::Side reader>
http::Response list_of_participant(const LongReading& long_reading) {
    constexpr bool exhibitor = reader == matching::Side::exhibitor;
    const auto& reading = long_reading.reading;
    const auto at = at_fair(reading);
    const auto id = reading.ids.read(reading.organiser, exhibitor ? ID_KIND_EXHIBITOR : ID_KIND_BUYER, reading.match.parameter(exhibitor ? "exhibitor" : "buyer"));
    if (!at || !id || !at->state->takes_part(at->fair, reader, *id)) return not_found(exhibitor ? "exhibitor" : "buyer");
    http::Response problem;
    const auto top = top_of(reading, list_top_max, problem);
    if (!top) return problem;
    json::array items;
    for (const auto& entry : matching::list_of_participant(*at->state, market_at(long_reading, *at), reader, *id, *top))
        items.push_back(entry_of(long_reading, *at, reader, entry));
    return list_response(long_reading, {{"items", std::move(items)}});
}

json::array reached(const LongReading& long_reading, const AtFair& at, const std::vector<gap::Reached>& list) {
    const auto& reading = long_reading.reading;
    json::array items;
    for (const auto& each : list) {
        const auto& demand = *at.state->demands.find(matching::DemandId{each.demand});
        items.push_back(json::object{{"demand", shown(reading, ID_KIND_DEMAND, each.demand)},
                                     {"title", demand.wanted.title},
                                     {"buyer", shown(reading, ID_KIND_BUYER, demand.buyer)},
                                     {"buyer_name", long_reading.buyer_name(demand.buyer)},
                                     {"product", shown(reading, ID_KIND_PRODUCT, each.product)},
                                     {"conditions", lines_of(reading, each.explanation)}});
    }
    return items;
}

/// The exhibitor's best products for each demand that it may be told of, as pairs to be explained.
struct WithinReach {
    std::vector<gap::Asked> asked;
    std::vector<std::pair<std::size_t, gap::Offer>> offers;  ///< with the place of their demand
    std::size_t demands = 0;
};
WithinReach within_reach(const AtFair& at, std::uint32_t exhibitor) {
    WithinReach out;
    const auto own = at.state->own_lexicon();
    const auto mine = [&](const ranking::Offer& product) { return product.exhibitor == exhibitor; };
    at.state->demands.for_each([&](matching::DemandId id, const matching::Demand& demand) {
        if (demand.withdrawn || !at.state->takes_part(at.fair, matching::Side::buyer, demand.buyer)) return;
        if (!may_be_suggested(at.state->wishes(at.fair, demand.buyer, exhibitor)) || ++out.demands > demands_read_max) return;
        const auto best = ranking::best_of(at.state->words, demand.wanted, at.day, 3, mine, {.own = own.get()});
        if (best.empty()) return;
        for (const auto& each : best) out.offers.emplace_back(out.asked.size(), offer_of(*at.state, each.product));
        out.asked.push_back(asked_of(*at.state, static_cast<std::uint32_t>(id)));
    });
    return out;
}

/// Which demands an exhibitor's products fit, what keeps them out of the others, and which single step opens most of them.
http::Response reach_of_exhibitor(const LongReading& long_reading) {
    const auto& reading = long_reading.reading;
    const auto at = at_fair(reading);
    const auto exhibitor = reading.ids.read(reading.organiser, ID_KIND_EXHIBITOR, reading.match.parameter("exhibitor"));
    if (!at || !exhibitor || !at->state->takes_part(at->fair, matching::Side::exhibitor, *exhibitor)) return not_found("exhibitor");
    const auto within = within_reach(*at, *exhibitor);
    std::vector<gap::Candidate> candidates;
    for (const auto& [of, offer] : within.offers) candidates.push_back({&within.asked[of], &offer});
    const auto reach = gap::reach_of(candidates, at->day, {}, names_of(long_reading, at->fair));
    json::array steps;
    for (const auto& step : reach.steps)
        steps.push_back(json::object{{"code", step.code}, {"missed", step.missed}, {"alone", step.alone}, {"closes", sentence(step.closes)}});
    return list_response(long_reading, {{"fitting_total", reach.fitting_total},
                                        {"kept_out_total", reach.kept_out_total},
                                        {"demands_not_looked_at", within.demands > demands_read_max ? within.demands - demands_read_max : 0},
                                        {"fitting", reached(long_reading, *at, reach.fitting)},
                                        {"kept_out", reached(long_reading, *at, reach.kept_out)},
                                        {"steps", std::move(steps)}});
}

}  // namespace

std::vector<Resource> list_resources() {
    return {{matching_fair_path + "/demands/{demand}/matches", {}, {}, matches_of_demand},
            {matching_fair_path + "/buyers/{buyer}/matches", {}, {}, list_of_participant<matching::Side::buyer>},
            {matching_fair_path + "/exhibitors/{exhibitor}/matches", {}, {}, list_of_participant<matching::Side::exhibitor>},
            {matching_fair_path + "/exhibitors/{exhibitor}/reach", {}, {}, reach_of_exhibitor}};
}

}  // namespace hoicho::gateway
