// How well the words of each product answer a query, in thousandths: one term after the other, so that a product is touched only by words it says.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "matching/domain/ranking/index.h"
#include "matching/domain/ranking/options.h"
#include "matching/domain/ranking/query.h"
#include "matching/domain/ranking/sums.h"

namespace hoicho::matching::ranking {

/// A share of the query as a factor with this many bits behind the point.
inline constexpr int shares_bits = 24;

/// What each product says of a query, 1-1000, less where its title speaks of other things as well; 0: nothing. Only few products are asked for that
/// to the end, so it is worked out when it is asked for. The index must outlive it and stay as it is.
class TextScores {
  public:
    /// @param said   by place: the weight of what it says
    /// @param asked  by place: the terms of its titles that were asked for, as one_vietnamese and one_english count them
    /// @param share  what a weight is of the whole query, in thousandths with shares_bits behind the point
    TextScores(const Index& index, Sums said, Sums asked, std::uint64_t share, bool title_share)
        : index_{index}, said_{std::move(said)}, asked_{std::move(asked)}, share_{share}, title_share_{title_share} {}

    static constexpr std::uint32_t one_vietnamese = 1U << 16, one_english = 1;

    /// Places of all products that say anything, each once.
    const std::vector<std::uint32_t>& places() const { return said_.touched(); }
    std::uint32_t operator[](std::uint32_t place) const;
    /// Never less than the score, and found sooner.
    std::uint32_t at_most(std::uint32_t place) const {
        const auto said = said_[place];
        return said == 0 ? 0 : std::max(1U, static_cast<std::uint32_t>(std::min<std::uint64_t>(said * share_ >> shares_bits, 1000)));
    }

    /// Of 1000: in which OCOP sets the query's words are sold, each word by itself.
    std::array<std::uint32_t, ocop_sets_max + 1> sets{};

  private:
    std::uint32_t title_share(std::uint32_t place) const;

    const Index& index_;
    Sums said_, asked_;
    std::uint64_t share_;
    bool title_share_;
};

/// @complexity  O(postings of the query's terms)
TextScores text_scores(const Index& index, const Query& query, const RankingOptions& options = {});

}  // namespace hoicho::matching::ranking
