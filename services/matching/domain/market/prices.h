// What a slot of everybody is worth when all want them at once: prices at which nobody is expected to meet more than it has slots for.
#pragma once

#include <cstdint>
#include <vector>

#include "matching/domain/market/graph.h"

namespace hoicho::matching::market {

inline constexpr int rounds_max = 60;

struct PriceSettings {
    std::int32_t softness_thousandths = 25;  ///< chosen by measurement, docs/matching.md
    int rounds = rounds_max;                  ///< 1..rounds_max; fewer prices less exactly, never wrongly
};

/// Thousandths of value, by place. 0: has slots enough for all that are expected to come.
struct Prices {
    std::vector<std::int32_t> left;
    std::vector<std::int32_t> right;
    int rounds = 0;  ///< until nothing moved, or the bound

    const std::vector<std::int32_t>& of(Side side) const { return side == Side::left ? left : right; }
};

/// Prices of the relaxed assignment: each pair meets with chance 1 / (1 + exp(-(value - left price - right price) / softness)), and prices are the
/// smallest whole ones that keep the sum of chances of each participant within its slots.
/// @return     left prices only fall and right prices only rise from round to round, so they settle; whole numbers throughout: equal graphs give equal prices
/// @errors     none; a participant without slots costs price_max_thousandths
/// @complexity O(edges * rounds * a few); 1.4 million pairs of 2,000 x 5,000: see docs/matching.md
/// @source     many-to-many form of Choo and Siow's matching with transfers, solved by scaling one side at a time (Galichon and Salanie); a pair
///             meets at most once, which makes the exponential a logistic curve
Prices prices(const Graph& graph, const PriceSettings& settings = {});

/// How many meetings are expected at these prices, in thousandths.
std::int64_t expected_load_thousandths(const Graph& graph, const Prices& prices, const PriceSettings& settings, Side side, std::uint32_t place);

}  // namespace hoicho::matching::market
