// Filters, then takes the largest until it is enough; see join.h.
#include "matching/domain/gap/join.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace hoicho::matching::gap {
namespace {

__extension__ using Wide = __int128;  // volumes and prices come from people: a product of two may pass 64 bits

std::int64_t narrowed(Wide value) { return static_cast<std::int64_t>(std::min<Wide>(value, std::numeric_limits<std::int64_t>::max())); }

bool same_kind_of_thing(const Offer& one, const Offer& two) {
    if (one.family != 0 || two.family != 0) return one.family == two.family;
    return one.facts.ocop_set != 0 && one.facts.ocop_set == two.facts.ocop_set;
}

bool meets_terms(const Asked& asked, const Wanted& wanted, const Offer& offer, ranking::Day day) {
    const auto* certificate = certificate_of(offer.facts, day);
    const bool valid = certificate && certificate->valid_on(day);
    if (asked.demand.valid_certificate_required && !valid) return false;
    if (asked.demand.min_stars > (certificate ? certificate->stars : 0U)) return false;
    if (wanted.months != 0 && offer.facts.supply_months != 0 && (wanted.months & offer.facts.supply_months) == 0) return false;
    return std::all_of(wanted.required.begin(), wanted.required.end(), [&](const auto& code) { return has_standard(offer.facts, code); });
}

struct Candidate {
    std::int64_t monthly = 0;
    const Offer* offer = nullptr;
};

}  // namespace

bool has_standard(const ranking::Facts& facts, const std::string& code) {
    return std::find(facts.standards.begin(), facts.standards.end(), code) != facts.standards.end();
}

const ranking::Certificate* certificate_of(const ranking::Facts& facts, ranking::Day day) {
    const ranking::Certificate* best = nullptr;
    const auto rank = [day](const ranking::Certificate& one) {
        return std::tuple{one.valid_on(day), one.expires_on == 0 ? std::numeric_limits<ranking::Day>::max() : one.expires_on, one.id};
    };
    for (const auto& one : facts.certificates)
        if (!best || rank(one) > rank(*best)) best = &one;
    return best;
}

std::int64_t monthly_in_asked_unit(const Wanted& wanted, const Offer& offer) {
    const auto unit = ranking::unit_of(offer.facts.unit);
    if (offer.facts.capacity_per_month_thousandths <= 0 || !unit || !wanted.quantity_unit || !unit->same_kind(*wanted.quantity_unit)) return -1;
    return narrowed(static_cast<Wide>(offer.facts.capacity_per_month_thousandths) * unit->size / wanted.quantity_unit->size);
}

std::int64_t price_percent_of_limit(const Asked& asked, const Wanted& wanted, const Offer& offer) {
    const auto unit = ranking::unit_of(offer.facts.unit);
    const auto limit = asked.demand.price_max_vnd;
    if (limit <= 0 || offer.facts.price_vnd <= 0 || !unit || !wanted.price_unit || !unit->same_kind(*wanted.price_unit)) return -1;
    const auto have = static_cast<Wide>(offer.facts.price_vnd) * wanted.price_unit->size * 100;
    const auto want = static_cast<Wide>(limit) * unit->size;
    return narrowed((have + want - 1) / want);
}

Joint partners_of(const Asked& asked, const Wanted& wanted, const Offer& offer, std::span<const Offer> others, ranking::Day day) {
    Joint joint;
    joint.monthly_thousandths = monthly_in_asked_unit(wanted, offer);
    if (joint.monthly_thousandths < 0 || wanted.monthly_thousandths <= 0 || joint.monthly_thousandths >= wanted.monthly_thousandths) return joint;
    std::vector<Candidate> candidates;
    for (const auto& other : others.first(std::min(others.size(), candidates_read_max))) {
        const auto monthly = monthly_in_asked_unit(wanted, other);
        if (monthly <= 0 || other.facts.exhibitor == offer.facts.exhibitor || !same_kind_of_thing(offer, other)) continue;
        if (price_percent_of_limit(asked, wanted, other) > 100 || !meets_terms(asked, wanted, other, day)) continue;
        candidates.push_back({monthly, &other});
    }
    std::sort(candidates.begin(), candidates.end(), [](const Candidate& one, const Candidate& two) {
        return std::tuple{-one.monthly, one.offer->facts.id} < std::tuple{-two.monthly, two.offer->facts.id};
    });
    for (const auto& [monthly, other] : candidates) {
        if (joint.enough || joint.products.size() == partners_max) break;
        if (std::find(joint.exhibitors.begin(), joint.exhibitors.end(), other->facts.exhibitor) != joint.exhibitors.end()) continue;
        joint.products.push_back(other->facts.id);
        joint.exhibitors.push_back(other->facts.exhibitor);
        joint.monthly_thousandths = narrowed(static_cast<Wide>(joint.monthly_thousandths) + monthly);
        joint.enough = joint.monthly_thousandths >= wanted.monthly_thousandths;
    }
    return joint;
}

}  // namespace hoicho::matching::gap
