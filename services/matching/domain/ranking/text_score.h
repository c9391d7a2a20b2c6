// How well the words of each product answer a query, in thousandths: one term after the other, so that a product is touched only by words it says.
#pragma once

#include <array>
#include <cstdint>

#include "matching/domain/ranking/index.h"
#include "matching/domain/ranking/options.h"
#include "matching/domain/ranking/query.h"
#include "matching/domain/ranking/sums.h"

namespace hoicho::matching::ranking {

struct TextScores {
    /// By place, 1-1000: the share of the query that a product says, less where its title speaks of other things as well.
    Sums words;
    /// Of 1000: in which OCOP sets the query's words are sold, each word by itself.
    std::array<std::uint32_t, ocop_sets_max + 1> sets{};
};

/// @complexity  O(postings of the query's terms)
TextScores text_scores(const Index& index, const Query& query, const RankingOptions& options = {});

}  // namespace hoicho::matching::ranking
