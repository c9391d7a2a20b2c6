// One function a condition; see conditions.h. The weights follow how much a buyer loses: 1000 is one step from "book it" to "worth a meeting".
#include "matching/domain/ranking/conditions.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <tuple>

#include "matching/domain/ranking/calendar.h"
#include "matching/domain/ranking/phrases.h"

namespace hoicho::matching::ranking {
namespace {

__extension__ using Wide = __int128;  // prices and volumes come from people: a product of two may pass 64 bits

constexpr std::int32_t step = 1000;
constexpr std::int32_t wrong_topic = -3 * step;
constexpr std::int32_t preference = 50;  // breaks ties between products that are otherwise as good
constexpr std::int64_t price_over_percent = 115, price_far_over_percent = 160;
constexpr std::int64_t volume_share_min_percent = 20;

/// Collects the sum, and the reasons when somebody asks for them.
class Scale {
  public:
    explicit Scale(std::vector<Contribution>* reasons) : reasons_{reasons} {}
    /// `asked` and `found` make their texts only when they are wanted.
    template <class Asked, class Found>
    void add(Part part, std::int32_t score, Verdict verdict, Asked asked, Found found) {
        sum_ += score;
        if (reasons_) reasons_->push_back({part, score, verdict, shortened(asked()), shortened(found())});
    }
    std::int32_t sum() const { return sum_; }

  private:
    std::vector<Contribution>* reasons_;
    std::int32_t sum_ = 0;
};

std::string joined(const std::vector<std::string>& codes) {
    std::string out;
    for (const auto& code : codes) out.append(out.empty() ? "" : " ").append(code);
    return out;
}

void weigh_group(Scale& scale, const Demand& demand, const Document& product) {
    if (demand.ocop_group == 0 && demand.ocop_set == 0) return;
    const bool same = (demand.ocop_group == 0 || demand.ocop_group == product.ocop_group) &&
                      (demand.ocop_set == 0 || demand.ocop_set == product.ocop_set);
    const auto text = [](std::uint32_t group, std::uint32_t set) { return std::to_string(group) + "/" + std::to_string(set); };
    scale.add(Part::group, same ? 0 : wrong_topic, same ? Verdict::met : Verdict::missed,
              [&] { return text(demand.ocop_group, demand.ocop_set); }, [&] { return text(product.ocop_group, product.ocop_set); });
}

/// The first two that are missing cost a step each: with two missing nobody asks for the third.
void weigh_required(Scale& scale, const Conditions& conditions, std::uint32_t place) {
    std::int32_t missing = 0;
    for (std::size_t at = 0; at < conditions.required.size(); ++at) {
        const auto& code = conditions.required[at];
        const bool met = conditions.index->has(place, code, conditions.required_numbers[at]);
        const std::int32_t score = met || missing >= 2 ? 0 : -step;
        missing += !met;
        scale.add(Part::standard, score, met ? Verdict::met : Verdict::missed, [&] { return code; },
                  [&] { return met ? code : joined(conditions.index->standards_of(place)); });
    }
}

void weigh_preferred(Scale& scale, const Conditions& conditions, std::uint32_t place) {
    for (std::size_t at = 0; at < conditions.preferred.size(); ++at) {
        const auto& code = conditions.preferred[at];
        const bool met = conditions.index->has(place, code, conditions.preferred_numbers[at]);
        scale.add(Part::standard, met ? 0 : -preference, met ? Verdict::met : Verdict::missed, [&] { return code; },
                  [&] { return met ? code : joined(conditions.index->standards_of(place)); });
    }
}

}  // namespace

const Certificate* certificate_of(const Document& product, Day day) {
    const Certificate* best = nullptr;
    const auto rank = [day](const Certificate& one) {
        return std::tuple{one.valid_on(day), one.expires_on == 0 ? 0x7FFFFFFF : one.expires_on, one.id};
    };
    for (const auto& one : product.certificates)
        if (!best || rank(one) > rank(*best)) best = &one;
    return best;
}

namespace {

void weigh_certificate(Scale& scale, const Conditions& conditions, const Certificate* certificate) {
    if (!conditions.demand->valid_certificate_required) return;
    const bool valid = certificate && certificate->valid_on(conditions.day);
    const auto verdict = !valid ? Verdict::missed : certificate->verification == Verification::mismatch ? Verdict::unknown : Verdict::met;
    scale.add(Part::certificate, valid ? 0 : -2 * step, verdict, [&] { return "valid on " + iso_day(conditions.day); },
              [&]() -> std::string {
                  if (!certificate) return "";
                  if (certificate->revoked_on != 0 && certificate->revoked_on <= conditions.day) return "revoked " + iso_day(certificate->revoked_on);
                  return certificate->expires_on == 0 ? "no end" : "until " + iso_day(certificate->expires_on);
              });
}

void weigh_stars(Scale& scale, const Demand& demand, const Certificate* certificate) {
    if (demand.min_stars == 0) return;
    const std::uint32_t stars = certificate ? certificate->stars : 0;
    const bool enough = stars >= demand.min_stars;
    scale.add(Part::stars, enough ? 0 : -step, enough ? Verdict::met : Verdict::missed, [&] { return std::to_string(demand.min_stars); },
              [&] { return std::to_string(stars); });
}

void weigh_papers(Scale& scale, const Conditions& conditions, const Document& product) {
    const auto& demand = *conditions.demand;
    if (!demand.valid_certificate_required && demand.min_stars == 0) return;
    const auto* certificate = certificate_of(product, conditions.day);
    weigh_certificate(scale, conditions, certificate);
    weigh_stars(scale, demand, certificate);
}

std::string months_text(std::uint16_t months) {
    std::string out;
    for (int month = 0; month < 12; ++month)
        if (months >> month & 1) out.append(out.empty() ? "" : " ").append(std::to_string(month + 1));
    return out;
}

void weigh_season(Scale& scale, const Conditions& conditions, const Document& product) {
    if (conditions.months == 0 || product.supply_months == 0) return;
    const bool overlap = (conditions.months & product.supply_months) != 0;
    scale.add(Part::season, overlap ? 0 : -2 * step, overlap ? Verdict::met : Verdict::missed, [&] { return months_text(conditions.months); },
              [&] { return months_text(product.supply_months); });
}

void weigh_price(Scale& scale, const Conditions& conditions, const Document& product) {
    const auto limit = conditions.demand->price_max_vnd;
    const auto price = product.price_vnd;
    if (limit <= 0) return;
    const auto& unit = conditions.index->unit(product.unit);
    const auto text = [](std::int64_t vnd, const std::string& per) { return std::to_string(vnd) + " VND/" + per; };
    const auto asked = [&] { return text(limit, conditions.demand->price_unit); };
    const auto found = [&] { return price <= 0 ? std::string{} : text(price, conditions.index->unit_names()[product.unit]); };
    if (price <= 0 || !unit || !conditions.price_unit || !unit->same_kind(*conditions.price_unit))
        return scale.add(Part::price, 0, Verdict::unknown, asked, found);
    // price / unit size against limit / its size, in percent, without dividing
    const auto have = static_cast<Wide>(price) * conditions.price_unit->size * 100;
    const auto want = static_cast<Wide>(limit) * unit->size;
    const std::int32_t steps = have > want * price_far_over_percent ? 2 : have > want * price_over_percent ? 1 : 0;
    scale.add(Part::price, -steps * step, steps == 0 ? Verdict::met : Verdict::missed, asked, found);
}

void weigh_volume(Scale& scale, const Conditions& conditions, const Document& product) {
    const auto capacity = product.capacity_per_month_thousandths;
    if (conditions.monthly_thousandths <= 0) return;
    const auto& unit = conditions.index->unit(product.unit);
    const auto text = [](std::int64_t thousandths, const std::string& of) { return std::to_string(thousandths / 1000) + " " + of + "/month"; };
    const auto asked = [&] { return text(conditions.monthly_thousandths, conditions.demand->quantity_unit); };
    const auto found = [&] { return capacity <= 0 ? std::string{} : text(capacity, conditions.index->unit_names()[product.unit]); };
    if (capacity <= 0 || !unit || !conditions.quantity_unit || !unit->same_kind(*conditions.quantity_unit))
        return scale.add(Part::volume, 0, Verdict::unknown, asked, found);
    const auto have = static_cast<Wide>(capacity) * unit->size * 100;
    const auto want = static_cast<Wide>(conditions.monthly_thousandths) * conditions.quantity_unit->size;
    const bool enough = have >= want * volume_share_min_percent;
    scale.add(Part::volume, enough ? 0 : -step, enough ? Verdict::met : Verdict::missed, asked, found);
}

void weigh_province(Scale& scale, const Conditions& conditions, const Document& product) {
    const auto& demand = *conditions.demand;
    if (demand.provinces_preferred.empty()) return;
    const bool inside = std::find(conditions.provinces.begin(), conditions.provinces.end(), product.province) != conditions.provinces.end();
    const std::int32_t score = inside ? 0 : demand.province_strict ? -2 * step : -preference;
    scale.add(Part::province, score, inside ? Verdict::met : Verdict::missed, [&] { return joined(demand.provinces_preferred); },
              [&] { return conditions.index->provinces()[product.province]; });
}

/// Adds what is neither required nor preferred already.
void prefer(Conditions& conditions, const std::vector<std::string>& codes) {
    const auto in = [](const std::vector<std::string>& list, const std::string& code) { return std::find(list.begin(), list.end(), code) != list.end(); };
    for (const auto& code : codes)
        if (!in(conditions.required, code) && !in(conditions.preferred, code)) conditions.preferred.push_back(code);
}

}  // namespace

Conditions conditions_of(const Index& index, const Demand& demand, Day day, const RankingOptions& options) {
    Conditions conditions{.index = &index, .demand = &demand, .day = day, .required = demand.standards_required, .preferred = {},
        .required_numbers = {}, .preferred_numbers = {}, .provinces = {}, .group = options.group, .papers = options.conditions, .months = months_between(demand.needed_from, demand.needed_to), .quantity_unit = unit_of(demand.quantity_unit),
        .price_unit = unit_of(demand.price_unit), .monthly_thousandths = 0};
    const auto named = standards_named_in(demand.title + ". " + demand.description);
    if (conditions.required.empty()) {
        conditions.required = named;
    } else {
        prefer(conditions, named);
    }
    prefer(conditions, demand.standards_preferred);
    if (conditions.required.size() > required_max) conditions.required.resize(required_max);
    if (conditions.preferred.size() > preferred_max) conditions.preferred.resize(preferred_max);
    for (const auto& code : conditions.required) conditions.required_numbers.push_back(index.standards().find(code));
    for (const auto& code : conditions.preferred) conditions.preferred_numbers.push_back(index.standards().find(code));
    for (const auto& province : demand.provinces_preferred)
        if (const auto number = index.provinces().find(province); number != Names::unknown) conditions.provinces.push_back(number);
    const auto quantity = demand.quantity_thousandths;
    switch (demand.quantity_per) {
        case Per::month: conditions.monthly_thousandths = quantity; break;
        case Per::week: conditions.monthly_thousandths = std::min(quantity, std::numeric_limits<std::int64_t>::max() / 52) * 52 / 12; break;
        case Per::season: conditions.monthly_thousandths = quantity / std::max(1, std::popcount(conditions.months)); break;
        case Per::once: conditions.monthly_thousandths = quantity; break;
    }
    return conditions;
}

std::int32_t weigh(const Conditions& conditions, std::uint32_t place, std::vector<Contribution>* reasons) {
    Scale scale{reasons};
    const auto& product = conditions.index->documents()[place];
    const auto& demand = *conditions.demand;
    if (conditions.group) weigh_group(scale, demand, product);
    if (!conditions.papers) return scale.sum();
    weigh_required(scale, conditions, place);
    weigh_preferred(scale, conditions, place);
    weigh_papers(scale, conditions, product);
    weigh_season(scale, conditions, product);
    weigh_price(scale, conditions, product);
    weigh_volume(scale, conditions, product);
    weigh_province(scale, conditions, product);
    return scale.sum();
}

std::int32_t weigh_down_to(const Conditions& conditions, std::uint32_t place, std::int32_t enough) {
    Scale scale{nullptr};
    const auto& product = conditions.index->documents()[place];
    if (conditions.group) weigh_group(scale, *conditions.demand, product);
    if (!conditions.papers || scale.sum() < enough) return scale.sum();
    weigh_season(scale, conditions, product);
    weigh_province(scale, conditions, product);
    weigh_required(scale, conditions, place);
    if (scale.sum() < enough) return scale.sum();
    weigh_price(scale, conditions, product);
    weigh_volume(scale, conditions, product);
    weigh_preferred(scale, conditions, place);
    if (scale.sum() < enough) return scale.sum();
    weigh_papers(scale, conditions, product);  // last: certificates lie elsewhere in memory
    return scale.sum();
}

}  // namespace hoicho::matching::ranking
