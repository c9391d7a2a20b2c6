// Products and demands of gap's tests, in few words.
#pragma once

#include <gtest/gtest.h>

#include "matching/domain/gap/explain.h"

namespace hoicho::matching::gap {

inline constexpr ranking::Day fair_day = 20'790;  // 2026-12-03

/// Rice: 500 kg a month at 20,000 VND a kilogram, four stars, verified until 2027-12-03.
inline Offer rice(std::uint32_t id, std::int64_t kilograms = 500) {
    Offer offer;
    offer.facts.id = id;
    offer.facts.exhibitor = 100 + id;
    offer.facts.ocop_group = 1;
    offer.facts.ocop_set = 3;
    offer.facts.unit = "kg";
    offer.facts.price_vnd = 20'000;
    offer.facts.capacity_per_month_thousandths = kilograms * 1000;
    offer.facts.province = "01";
    offer.facts.certificates = {{.id = 1, .stars = 4, .issued_on = 20'000, .expires_on = fair_day + 365, .revoked_on = 0, .verification = ranking::Verification::verified}};
    offer.title = "Gạo nếp";
    return offer;
}

inline Asked rice_wanted(std::uint32_t id = 1) {
    Asked asked;
    asked.id = id;
    asked.demand.title = "Thu mua gạo nếp";
    return asked;
}

inline Asked rice_wanted_monthly(std::int64_t tonnes) {
    auto asked = rice_wanted();
    asked.demand.quantity_thousandths = tonnes * 1000;
    asked.demand.quantity_unit = "tấn";
    return asked;
}

/// The first line of a topic; a test fails when there is none.
inline Line line_of(const Explanation& explanation, Topic topic) {
    for (const auto& line : explanation.lines)
        if (line.topic == topic) return line;
    ADD_FAILURE() << "no line of " << name_of(topic);
    return {};
}

inline Line line_of(const Asked& asked, const Offer& offer, Topic topic) { return line_of(explain(asked, offer, fair_day, {}), topic); }

}  // namespace hoicho::matching::gap
