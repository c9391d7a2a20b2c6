// What the best answers of a first look tell of the others: their OCOP sets and families, what they are called, and what their makers make.
#pragma once

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "matching/domain/ranking/index.h"
#include "matching/domain/ranking/options.h"
#include "matching/domain/ranking/sums.h"
#include "matching/domain/ranking/text_score.h"

namespace hoicho::matching::ranking {

struct Feedback {
    std::uint32_t most_said = 0;                                    ///< what the best answer says of the query, of 1000
    std::array<std::uint32_t, ocop_sets_max + 1> sets{};            ///< share of each set among the best answers, of 1000
    std::vector<std::pair<FamilyId, std::uint32_t>> families;       ///< share of each family among them, of 1000
    Sums likeness;   ///< by place, 0-1000: how much of what their titles have in common a title says
    Sums same_name;  ///< by place, 0-1000: how surely it is the thing that they are
    Sums makers;     ///< by place, 0-1000: how much more often their makers make such a thing than others do

    std::uint32_t family(FamilyId id) const {
        for (const auto& [family, share] : families)
            if (family == id) return share;
        return 0;
    }
};

/// @param said   text_scores() of the query
/// @complexity   O(postings of a few dozen terms)
Feedback feedback(const Index& index, const TextScores& said, const RankingOptions& options);

}  // namespace hoicho::matching::ranking
