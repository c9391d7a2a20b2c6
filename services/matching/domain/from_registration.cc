// Field by field; see from_registration.h.
#include "matching/domain/from_registration.h"

namespace hoicho::matching {
namespace {

namespace reg = registration::v1;

std::uint8_t stars_of(reg::Rating rating) {
    switch (rating) {
        case reg::RATING_FIVE: return 5;
        case reg::RATING_FOUR:
        case reg::RATING_POTENTIAL_FIVE: return 4;  // 90 points at the province, but not yet the ministry's star
        case reg::RATING_THREE: return 3;
        default: return 0;
    }
}

ranking::Verification verification_of(reg::Verification verification) {
    if (verification == reg::VERIFICATION_VERIFIED) return ranking::Verification::verified;
    if (verification == reg::VERIFICATION_MISMATCH) return ranking::Verification::mismatch;
    return ranking::Verification::pending;
}

ranking::Per per_of(const std::string& per) {
    if (per == "WEEK") return ranking::Per::week;
    if (per == "SEASON") return ranking::Per::season;
    if (per == "ONCE") return ranking::Per::once;
    return ranking::Per::month;
}

/// "HOUSEHOLD" of SUBJECT_TYPE_HOUSEHOLD.
std::string kind_of(reg::SubjectType type) { return reg::SubjectType_Name(type).substr(std::string_view{"SUBJECT_TYPE_"}.size()); }

}  // namespace

Exhibitor exhibitor_of(const reg::Exhibitor& exhibitor) {
    return {exhibitor.province_code(), reg::SubjectType_IsValid(exhibitor.subject_type()) ? kind_of(exhibitor.subject_type()) : std::string{},
            exhibitor.payment_days_accepted_max()};
}

ranking::Product product_of(std::uint32_t id, const reg::Product& product, const std::string& province) {
    ranking::Product out{{}, product.title_vi(), product.title_en(), product.description()};
    auto& facts = out.facts;
    facts.id = id;
    facts.exhibitor = product.exhibitor();
    facts.ocop_group = product.ocop_group();
    facts.ocop_set = product.ocop_set();
    facts.unit = product.unit();
    facts.price_vnd = product.price_wholesale_vnd();
    facts.capacity_per_month_thousandths = product.capacity_per_month_thousandths();
    for (const auto month : product.supply_months())
        if (month >= 1 && month <= 12) facts.supply_months = static_cast<std::uint16_t>(facts.supply_months | 1U << (month - 1));
    facts.standards.assign(product.standards().begin(), product.standards().end());
    facts.province = product.province_code().empty() ? province : product.province_code();
    return out;
}

ranking::Certificate certificate_of(std::uint32_t id, const reg::Certificate& certificate) {
    return {.id = id, .stars = stars_of(certificate.rating()), .issued_on = certificate.issued_on(), .expires_on = certificate.expires_on(),
            .revoked_on = 0, .verification = verification_of(certificate.verification())};
}

ranking::Demand demand_of(const reg::Demand& demand) {
    return {.title = demand.title(), .description = demand.description(), .ocop_group = demand.ocop_group(), .ocop_set = demand.ocop_set(),
            .quantity_thousandths = demand.quantity_thousandths(), .quantity_unit = demand.quantity_unit(),
            .quantity_per = per_of(demand.quantity_per()), .needed_from = demand.needed_from(), .needed_to = demand.needed_to(),
            .price_max_vnd = demand.price_max_vnd(), .price_unit = demand.price_unit(),
            .standards_required = {demand.standards_required().begin(), demand.standards_required().end()},
            .standards_preferred = {demand.standards_preferred().begin(), demand.standards_preferred().end()}, .min_stars = demand.min_stars(),
            .valid_certificate_required = demand.valid_certificate_required(),
            .provinces_preferred = {demand.provinces_preferred().begin(), demand.provinces_preferred().end()},
            .province_strict = demand.province_strict()};
}

}  // namespace hoicho::matching
