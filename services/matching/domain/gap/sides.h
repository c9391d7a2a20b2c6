// The two sides of a suggestion as an explanation needs them: what was entered of the product and of the demand.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "matching/domain/ranking/facts.h"

namespace hoicho::matching::gap {

/// A product of an exhibitor. Facts are ranking's; the rest is what ranking does not weigh.
struct Offer {
    ranking::Facts facts;
    std::string title;
    std::uint32_t family = 0;                     ///< what it can stand in for, any number; 0: its OCOP set decides
    std::string pack;                             ///< as entered, "gói 500 g"; empty: not said
    std::int64_t minimum_order_thousandths = 0;   ///< of facts.unit; 0: none
    std::uint32_t payment_days_accepted_max = 0;  ///< 0: not said
};

/// A demand of a buyer.
struct Asked {
    std::uint32_t id = 0;
    ranking::Demand demand;
    std::string pack_wanted;              ///< empty: not said
    std::uint32_t payment_terms_days = 0;  ///< 0: at once, or not said
};

/// How things are called on the page; without a function a code stands for itself.
struct Names {
    std::function<std::string(const std::string& code)> province;
    std::function<std::string(std::uint32_t exhibitor)> exhibitor;
};

inline std::string province_name(const Names& names, const std::string& code) { return names.province ? names.province(code) : code; }
inline std::string exhibitor_name(const Names& names, std::uint32_t id) { return names.exhibitor ? names.exhibitor(id) : std::to_string(id); }

}  // namespace hoicho::matching::gap
