// Ranks products for a demand: words first, then hard conditions; every score comes with its reasons.
#pragma once

#include <functional>
#include <vector>

#include "matching/domain/ranking/facts.h"
#include "matching/domain/ranking/index.h"
#include "matching/domain/ranking/options.h"
#include "matching/domain/ranking/ranked.h"

namespace hoicho::matching::ranking {

/// What is asked of a product before it may be suggested.
struct Offer {
    std::uint32_t product = 0;
    std::uint32_t exhibitor = 0;
};
using Eligible = std::function<bool(const Offer&)>;

/// The `top` best products, best first, ties by product id: exactly those that looking at every product would find.
/// @param day       on which certificates are checked
/// @param eligible  who may be suggested at all; asked at most once for a product, and only for one that would be among the best
/// @return          products that have anything to do with the demand; score = sum of contributions; equal inputs give equal bytes
/// @errors          none: a demand without a known word is answered from its OCOP set, or by an empty list
/// @complexity      O(postings of the demand's words + products of the OCOP sets that can still reach the list)
std::vector<Ranked> rank(const Index& index, const Demand& demand, Day day, std::size_t top, const Eligible& eligible = {},
                         const RankingOptions& options = {});

/// The same products with the same scores, without their reasons.
struct Scored {
    std::uint32_t product = 0;
    std::uint32_t exhibitor = 0;
    std::int32_t score_thousandths = 0;
};
std::vector<Scored> best_of(const Index& index, const Demand& demand, Day day, std::size_t top, const Eligible& eligible = {},
                            const RankingOptions& options = {});

}  // namespace hoicho::matching::ranking
