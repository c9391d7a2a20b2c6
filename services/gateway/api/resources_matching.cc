// What fits together, by the state as it is: a demand's matches explained, an exhibitor's reach, and search for people; see resources.h.
#include <boost/json.hpp>
#include <charconv>

#include "gateway/api/names.h"
#include "gateway/api/paging.h"
#include "gateway/json/message_writer.h"
#include "matching/domain/decide.h"
#include "matching/domain/from_registration.h"
#include "matching/domain/gap/reach.h"
#include "matching/domain/ranking/rank.h"
#include "matching/domain/ranking/search.h"

namespace hoicho::gateway {
namespace {

namespace gap = matching::gap;
namespace http = runtime::http;
namespace json = boost::json;
namespace ranking = matching::ranking;

const std::string fair_path = "/api/v1/organisers/{organiser}/fairs/{fair}";
constexpr std::uint32_t top_default = 20;
constexpr std::size_t demands_read_max = 500;      ///< of an exhibitor's reach; a page says when there were more
constexpr std::size_t candidates_of_demand_max = 50;  ///< products looked at for each of them

std::string shown(const Reading& reading, IdKind kind, std::uint32_t id) { return reading.ids.show(reading.organiser, kind, id); }

/// 1 to `most` from the query; nothing with a problem when it is something else.
std::optional<std::uint32_t> top_of(const Reading& reading, std::uint32_t most, http::Response& problem) {
    std::uint32_t top = top_default;
    const auto text = reading.request.query_value("top");
    if (!text) return top;
    const auto* end = text->data() + text->size();
    const auto [at, bad] = std::from_chars(text->data(), end, top);
    if (bad == std::errc{} && at == end && top >= 1 && top <= most) return top;
    problem = bad_body({"top", *text, "1 to " + std::to_string(most)});
    return std::nullopt;
}

/// The fair of the path with its matching state.
struct AtFair {
    const matching::State* state = nullptr;
    std::uint32_t fair = 0;
    ranking::Day day = 0;
};
std::optional<AtFair> at_fair(const Reading& reading) {
    const auto fair = reading.ids.read(reading.organiser, ID_KIND_FAIR, reading.match.parameter("fair"));
    const auto* row = fair && reading.states.matching ? reading.states.matching->fairs.find(matching::FairId{*fair}) : nullptr;
    if (!row) return std::nullopt;
    return AtFair{reading.states.matching, *fair, row->certificates_checked_on};
}

gap::Offer offer_of(const Reading& reading, std::uint32_t product) {
    gap::Offer offer;
    const auto& row = *reading.states.matching->products.find(matching::ProductId{product});
    offer.facts = row.facts;
    offer.title = row.title_vi;
    if (const auto* document = reading.states.matching->words.find(product)) offer.family = document->family;
    if (const auto* entered = reading.states.registration->products.find(registration::ProductId{product})) {
        offer.pack = entered->pack();
        offer.minimum_order_thousandths = std::int64_t{entered->minimum_order()} * 1000;
    }
    return offer;
}

gap::Asked asked_of(const Reading& reading, std::uint32_t demand) {
    gap::Asked asked;
    asked.id = demand;
    asked.demand = reading.states.matching->demands.find(matching::DemandId{demand})->wanted;
    if (const auto* entered = reading.states.registration->demands.find(registration::DemandId{demand}))
        asked.payment_terms_days = entered->demand.payment_terms_days();
    return asked;
}

gap::Names names_of(const Reading& reading, std::uint32_t fair) {
    return {.province = {}, .exhibitor = [&reading, fair](std::uint32_t exhibitor) { return exhibitor_name(reading, fair, exhibitor); }};
}

json::value sentence(const gap::Sentence& sentence) {
    if (sentence.empty()) return nullptr;
    return json::object{{"vi", sentence.vi}, {"en", sentence.en}};
}

json::array lines_of(const Reading& reading, const gap::Explanation& explanation) {
    constexpr std::string_view verdicts[] = {"MET", "MISSED", "UNKNOWN"};
    constexpr std::string_view sources[] = {"EXHIBITOR", "ISSUER_VERIFIED", "ISSUER_CONTRADICTS"};
    json::array lines;
    for (const auto& line : explanation.lines) {
        json::object item{{"topic", gap::name_of(line.topic)},
                          {"required", line.weight == gap::Weight::required},
                          {"verdict", verdicts[static_cast<std::size_t>(line.verdict)]},
                          {"asked", sentence(line.asked)},
                          {"found", sentence(line.found)},
                          {"source", sources[static_cast<std::size_t>(line.source)]},
                          {"closes", sentence(line.closes)}};
        auto& partners = item["partners"].emplace_array();
        for (const auto partner : line.partners) partners.push_back(json::value(shown(reading, ID_KIND_PRODUCT, partner)));
        lines.push_back(std::move(item));
    }
    return lines;
}

/// What those nearest to the demand could bring together.
std::vector<gap::Offer> offers_near(const Reading& reading, const AtFair& at, const matching::Demand& demand) {
    const auto eligible = [&](const ranking::Offer& product) {
        return at.state->takes_part(at.fair, matching::Side::exhibitor, product.exhibitor) && !at.state->never(at.fair, demand.buyer, product.exhibitor);
    };
    std::vector<gap::Offer> offers;
    for (const auto& ranked : ranking::rank(at.state->words, demand.wanted, at.day, candidates_of_demand_max, eligible)) offers.push_back(offer_of(reading, ranked.product));
    return offers;
}

/// The list that matching.suggest would keep now, and for each product every condition with both sides' values and what would close the gap.
http::Response matches_of_demand(const Reading& reading) {
    const auto at = at_fair(reading);
    const auto demand = reading.ids.read(reading.organiser, ID_KIND_DEMAND, reading.match.parameter("demand"));
    const auto* row = at && demand ? at->state->demands.find(matching::DemandId{*demand}) : nullptr;
    if (!row) return not_found("demand");
    http::Response problem;
    const auto top = top_of(reading, candidates_of_demand_max, problem);
    if (!top) return problem;
    const auto list = matching::live_suggestions(*at->state, at->fair, *demand, *top);
    if (!list) return refused(reading.ids, reading.organiser, list.error());
    const auto asked = asked_of(reading, *demand);
    const auto others = offers_near(reading, *at, *row);
    auto object = write_message(reading.ids, reading.organiser, *list);
    auto& items = object["items"];
    if (!items.is_array()) items.emplace_array();
    for (int place = 0; place < list->items_size(); ++place) {
        auto& item = items.get_array()[static_cast<std::size_t>(place)].as_object();
        const auto offer = offer_of(reading, list->items(place).product());
        const auto explanation = gap::explain(asked, offer, at->day, others, names_of(reading, at->fair));
        item["title_vi"] = offer.title;
        item["exhibitor_name"] = exhibitor_name(reading, at->fair, offer.facts.exhibitor);
        item["fits"] = explanation.fits();
        item["conditions"] = lines_of(reading, explanation);
    }
    return object_response(reading, std::move(object));
}

json::array reached(const Reading& reading, const std::vector<gap::Reached>& list) {
    json::array items;
    for (const auto& each : list) {
        const auto& demand = *reading.states.matching->demands.find(matching::DemandId{each.demand});
        items.push_back(json::object{{"demand", shown(reading, ID_KIND_DEMAND, each.demand)},
                                     {"title", demand.wanted.title},
                                     {"buyer", shown(reading, ID_KIND_BUYER, demand.buyer)},
                                     {"buyer_name", buyer_name(reading, demand.buyer)},
                                     {"product", shown(reading, ID_KIND_PRODUCT, each.product)},
                                     {"conditions", lines_of(reading, each.explanation)}});
    }
    return items;
}

/// Which demands an exhibitor's products fit, what keeps them out of the others, and which single step opens most of them.
http::Response reach_of_exhibitor(const Reading& reading) {
    const auto at = at_fair(reading);
    const auto exhibitor = reading.ids.read(reading.organiser, ID_KIND_EXHIBITOR, reading.match.parameter("exhibitor"));
    if (!at || !exhibitor || !at->state->takes_part(at->fair, matching::Side::exhibitor, *exhibitor)) return not_found("exhibitor");
    std::vector<gap::Asked> asked;
    std::vector<std::pair<std::size_t, gap::Offer>> offers;
    std::size_t read = 0;
    at->state->demands.for_each([&](matching::DemandId id, const matching::Demand& demand) {
        if (demand.withdrawn || !at->state->takes_part(at->fair, matching::Side::buyer, demand.buyer)) return;
        if (at->state->never(at->fair, demand.buyer, *exhibitor) || ++read > demands_read_max) return;
        const auto mine = [&](const ranking::Offer& product) { return product.exhibitor == *exhibitor; };
        const auto ranked = ranking::rank(at->state->words, demand.wanted, at->day, 3, mine);
        if (ranked.empty()) return;
        for (const auto& each : ranked) offers.emplace_back(asked.size(), offer_of(reading, each.product));
        asked.push_back(asked_of(reading, static_cast<std::uint32_t>(id)));
    });
    std::vector<gap::Candidate> candidates;
    for (const auto& [of, offer] : offers) candidates.push_back({&asked[of], &offer});
    const auto reach = gap::reach_of(candidates, at->day, {}, names_of(reading, at->fair));
    json::array steps;
    for (const auto& step : reach.steps)
        steps.push_back(json::object{{"code", step.code}, {"missed", step.missed}, {"alone", step.alone}, {"closes", sentence(step.closes)}});
    return object_response(reading, {{"fitting_total", reach.fitting_total},
                                     {"kept_out_total", reach.kept_out_total},
                                     {"demands_not_looked_at", read > demands_read_max ? read - demands_read_max : 0},
                                     {"fitting", reached(reading, reach.fitting)},
                                     {"kept_out", reached(reading, reach.kept_out)},
                                     {"steps", std::move(steps)}});
}

json::object facets_of(const std::vector<ranking::Facet>& facets) {
    json::object object;
    for (const auto& facet : facets) object[facet.value] = facet.count;
    return object;
}

/// "a,b" as its parts.
std::vector<std::string> parts_of(const std::optional<std::string>& text) {
    std::vector<std::string> parts;
    for (std::size_t from = 0; text && from < text->size();) {
        const auto comma = std::min(text->find(',', from), text->size());
        if (comma > from) parts.push_back(text->substr(from, comma - from));
        from = comma + 1;
    }
    return parts;
}

/// Numbers of a query parameter; nothing with a problem when one is none.
std::optional<std::vector<std::uint32_t>> numbers_of(const Reading& reading, std::string_view name, http::Response& problem) {
    std::vector<std::uint32_t> numbers;
    for (const auto& part : parts_of(reading.request.query_value(name))) {
        std::uint32_t number = 0;
        const auto [at, bad] = std::from_chars(part.data(), part.data() + part.size(), number);
        if (bad != std::errc{} || at != part.data() + part.size()) {
            problem = bad_body({std::string{name}, part, "whole numbers with commas between them"});
            return std::nullopt;
        }
        numbers.push_back(number);
    }
    return numbers;
}

/// Products by a few words, with or without marks, and how many there are of each kind.
http::Response search_products(const Reading& reading) {
    const auto at = at_fair(reading);
    if (!at) return not_found("fair");
    http::Response problem;
    const auto top = top_of(reading, ranking::hits_max, problem);
    const auto groups = top ? numbers_of(reading, "ocop_group", problem) : std::nullopt;
    const auto stars = groups ? numbers_of(reading, "stars", problem) : std::nullopt;
    if (!stars) return problem;
    const ranking::Filters filters{*groups, *stars, parts_of(reading.request.query_value("province")), parts_of(reading.request.query_value("standard")),
                                   [&](const ranking::Offer& product) { return at->state->takes_part(at->fair, matching::Side::exhibitor, product.exhibitor); }};
    const auto found = ranking::search(at->state->words, reading.request.query_value("q").value_or(""), filters, at->day, *top);
    json::array items;
    for (const auto& hit : found.hits)
        items.push_back(json::object{{"product", shown(reading, ID_KIND_PRODUCT, hit.product)},
                                     {"exhibitor", shown(reading, ID_KIND_EXHIBITOR, hit.exhibitor)},
                                     {"exhibitor_name", exhibitor_name(reading, at->fair, hit.exhibitor)},
                                     {"title_vi", hit.title},
                                     {"score_thousandths", hit.score_thousandths}});
    return object_response(reading, {{"total", found.total},
                                     {"items", std::move(items)},
                                     {"facets", json::object{{"ocop_group", facets_of(found.ocop_groups)},
                                                             {"stars", facets_of(found.stars)},
                                                             {"province", facets_of(found.provinces)},
                                                             {"standard", facets_of(found.standards)}}}});
}

}  // namespace

std::vector<Resource> matching_resources() {
    return {{fair_path + "/demands/{demand}/matches", matches_of_demand},
            {fair_path + "/exhibitors/{exhibitor}/reach", reach_of_exhibitor},
            {fair_path + "/products", search_products}};
}

}  // namespace hoicho::gateway
