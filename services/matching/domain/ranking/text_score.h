// How well the words of each product answer a query, in thousandths.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "matching/domain/ranking/index.h"
#include "matching/domain/ranking/query.h"

namespace hoicho::matching::ranking {

inline constexpr std::size_t ocop_sets_max = 26;

struct TextScores {
    std::vector<std::int32_t> words;    ///< by document place, 0-1000: share of the query that the product says
    std::vector<std::int32_t> likeness; ///< by document place, 0-1000: likeness of its title to the titles of the best answers
    std::array<std::int32_t, ocop_sets_max + 1> sets{};  ///< share of each OCOP set among the best answers, 0-1000
    std::vector<std::int32_t> families;  ///< share of each family among the best answers, 0-1000
};

/// @complexity  O(postings of the query's terms + title terms of all products)
TextScores text_scores(const Index& index, const Query& query);

}  // namespace hoicho::matching::ranking
