// What ranking knows of a product and of a demand: plain values, no messages, so that a file, a state and a test can all fill them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace hoicho::matching::ranking {

/// Days are counted since 1970-01-01; 0 stands for "not said" wherever a limit is meant.
using Day = std::int32_t;

enum class Verification : std::uint8_t { pending, verified, mismatch };

struct Certificate {
    std::uint32_t id = 0;
    std::uint8_t stars = 0;    ///< 3-5; POTENTIAL_FIVE counts as 4
    Day issued_on = 0;
    Day expires_on = 0;        ///< the first day it is no longer valid; 0: no end
    Day revoked_on = 0;        ///< 0: never revoked
    Verification verification = Verification::pending;

    bool valid_on(Day day) const { return (expires_on == 0 || day < expires_on) && (revoked_on == 0 || day < revoked_on); }
};

/// Everything of a product except its words.
struct Facts {
    std::uint32_t id = 0;
    std::uint32_t exhibitor = 0;
    std::uint32_t ocop_group = 0;
    std::uint32_t ocop_set = 0;
    std::string unit;                                 ///< as written: "kg", "hộp"
    std::int64_t price_vnd = 0;                       ///< wholesale, per unit; 0: not said
    std::int64_t capacity_per_month_thousandths = 0;  ///< of a unit; 0: not said
    std::uint16_t supply_months = 0;                  ///< bit 0 is January; 0: all year
    std::vector<std::string> standards;
    std::string province;
    std::vector<Certificate> certificates;
};

struct Product {
    Facts facts;
    std::string title_vi;
    std::string title_en;
    std::string description;
};

enum class Per : std::uint8_t { month, week, season, once };

struct Demand {
    std::string title;
    std::string description;
    std::uint32_t ocop_group = 0;
    std::uint32_t ocop_set = 0;
    std::int64_t quantity_thousandths = 0;
    std::string quantity_unit;
    Per quantity_per = Per::month;
    Day needed_from = 0;
    Day needed_to = 0;
    std::int64_t price_max_vnd = 0;
    std::string price_unit;
    std::vector<std::string> standards_required;
    std::vector<std::string> standards_preferred;
    std::uint32_t min_stars = 0;
    bool valid_certificate_required = false;
    std::vector<std::string> provinces_preferred;
    bool province_strict = false;
};

}  // namespace hoicho::matching::ranking
