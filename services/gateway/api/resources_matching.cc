// Search for people, the settings of a fair's lists and an organiser's own names; see resources.h.
#include <boost/json.hpp>
#include <charconv>

#include "gateway/api/list_json.h"
#include "gateway/api/names.h"
#include "gateway/api/paging.h"
#include "matching/domain/ranking/lexicon.h"
#include "matching/domain/ranking/search.h"

namespace hoicho::gateway {
namespace {

namespace http = runtime::http;
namespace json = boost::json;
namespace ranking = matching::ranking;

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
    const auto own = at->state->own_lexicon();
    const auto found = ranking::search(at->state->words, reading.request.query_value("q").value_or(""), filters, at->day, *top, {.own = own.get()});
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

http::Response list_settings(const Reading& reading) {
    const auto at = at_fair(reading);
    if (!at) return not_found("fair");
    const auto settings = at->state->settings_of(at->fair);
    return object_response(reading, {{"lift_strength_thousandths", settings.lift_strength_thousandths},
                                     {"price_weight_thousandths", settings.price_weight_thousandths},
                                     {"feedback", settings.feedback ? "ON" : "OFF"}});
}

/// All names of the organiser: at most lexicon_entries_max, so that they need no pages.
http::Response own_words(const Reading& reading) {
    json::array items;
    if (reading.states.matching)
        reading.states.matching->own_words.for_each([&](matching::WordsId id, const matching::Words& words) {
            if (words.removed) return;
            json::array names;
            for (const auto& name : words.names) names.push_back(json::value(name));
            items.push_back(json::object{{"words", static_cast<std::uint32_t>(id)}, {"names", std::move(names)}, {"relation", words.kinds ? "KINDS" : "SAME"}});
        });
    const auto total = items.size();
    return object_response(reading, {{"items", std::move(items)}, {"total", total}, {"most", ranking::lexicon_entries_max}});
}

}  // namespace

std::vector<Resource> matching_resources() {
    return {{matching_fair_path + "/products", search_products},
            {matching_fair_path + "/list-settings", list_settings},
            {"/api/v1/organisers/{organiser}/words", own_words}};
}

}  // namespace hoicho::gateway
