// Entries of lists as JSON; see list_json.h.
#include "gateway/api/list_json.h"

#include <charconv>

#include "gateway/api/replies.h"

namespace hoicho::gateway {
namespace {

namespace gap = matching::gap;
namespace http = runtime::http;
namespace json = boost::json;
namespace market = matching::market;

std::string_view name_of(market::Wish wish) {
    switch (wish) {
        case market::Wish::none: return "NONE";
        case market::Wish::want: return "WANT";
        case market::Wish::must: return "MUST";
        case market::Wish::never: return "NEVER";
    }
    return "";
}

json::object value_json(const matching::PairValue& pair) {
    return {{"value_thousandths", pair.value_thousandths},
            {"buyer_wish", name_of(pair.wishes.buyer)},
            {"exhibitor_wish", name_of(pair.wishes.exhibitor)},
            {"mutual", pair.mutual()},
            {"met_before", pair.wishes.met_before},
            {"relevance_thousandths", pair.related ? json::value(pair.relevance_thousandths) : json::value(nullptr)},
            {"buyer_desire_thousandths", pair.buyer_desire_thousandths},
            {"exhibitor_desire_thousandths", pair.exhibitor_desire_thousandths}};
}

json::object crowd_json(const LongReading& long_reading, std::uint32_t fair, matching::Side whom, const market::Crowd& crowd) {
    std::vector<std::string> names;
    json::array alternatives;
    const bool exhibitors = whom == matching::Side::exhibitor;
    for (const auto id : crowd.alternatives) {
        names.push_back(exhibitors ? long_reading.exhibitor_name(fair, id) : long_reading.buyer_name(id));
        alternatives.push_back(json::value(shown(long_reading.reading, exhibitors ? ID_KIND_EXHIBITOR : ID_KIND_BUYER, id)));
    }
    const auto said = market::crowd_sentence(crowd, names);
    return {{"asked", crowd.asked}, {"slots", crowd.slots}, {"over_asked", crowd.over_asked()}, {"sentence", sentence({said.vi, said.en})},
            {"alternatives", std::move(alternatives)}};
}

}  // namespace

std::string shown(const Reading& reading, common::v1::IdKind kind, std::uint32_t id) { return reading.ids.show(reading.organiser, kind, id); }

std::optional<std::uint32_t> top_of(const Reading& reading, std::uint32_t most, http::Response& problem) {
    std::uint32_t top = list_top_default;
    const auto text = reading.request.query_value("top");
    if (!text) return top;
    const auto* end = text->data() + text->size();
    const auto [at, bad] = std::from_chars(text->data(), end, top);
    if (bad == std::errc{} && at == end && top >= 1 && top <= most) return top;
    problem = bad_body({"top", *text, "1 to " + std::to_string(most)});
    return std::nullopt;
}

std::optional<AtFair> at_fair(const Reading& reading) {
    const auto fair = reading.ids.read(reading.organiser, ID_KIND_FAIR, reading.match.parameter("fair"));
    const auto* row = fair && reading.states.matching ? reading.states.matching->fairs.find(matching::FairId{*fair}) : nullptr;
    if (!row) return std::nullopt;
    return AtFair{reading.states.matching, *fair, row->certificates_checked_on};
}

const matching::FairMarket& market_at(const LongReading& long_reading, const AtFair& at) {
    return long_reading.markets.of(std::string{long_reading.reading.organiser}, *at.state, at.fair);
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

json::object market_of_entry(const LongReading& long_reading, std::uint32_t fair, matching::Side whom, const matching::ListEntry& entry) {
    json::array contributions;
    const auto add = [&](std::string_view part, std::int32_t score) { contributions.push_back(json::object{{"part", part}, {"score_thousandths", score}}); };
    add("VALUE", entry.parts.value_thousandths);
    add("PRICE", -entry.parts.price_thousandths);
    add("LIFT", entry.parts.lift_thousandths);
    add("FEEDBACK", entry.parts.feedback_thousandths);
    return {{"score_thousandths", entry.parts.score_thousandths},
            {"contributions", std::move(contributions)},
            {"value", value_json(entry.pair)},
            {"crowd", crowd_json(long_reading, fair, whom, entry.crowd)}};
}

gap::Offer offer_of(const matching::State& state, std::uint32_t product) {
    gap::Offer offer;
    const auto& row = *state.products.find(matching::ProductId{product});
    offer.facts = row.facts;
    offer.title = row.title_vi;
    if (const auto* document = state.words.find(product)) offer.family = document->family;
    if (const auto* terms = state.terms.find(matching::ProductId{product})) {
        offer.pack = terms->pack;
        offer.minimum_order_thousandths = std::int64_t{terms->minimum_order} * 1000;
    }
    if (const auto* exhibitor = state.exhibitors.find(matching::ExhibitorId{row.facts.exhibitor})) offer.payment_days_accepted_max = exhibitor->payment_days_accepted_max;
    return offer;
}

gap::Asked asked_of(const matching::State& state, std::uint32_t demand) {
    const auto& row = *state.demands.find(matching::DemandId{demand});
    return {demand, row.wanted, row.pack, row.payment_terms_days};
}

}  // namespace hoicho::gateway
