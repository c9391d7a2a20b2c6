// What words and kind of a product are worth to a demand, in thousandths of a step, before conditions take away.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>

#include "matching/domain/ranking/facts.h"
#include "matching/domain/ranking/feedback.h"
#include "matching/domain/ranking/query.h"
#include "matching/domain/ranking/text_score.h"

namespace hoicho::matching::ranking {

/// Index, demand and options must outlive it.
class Worth {
  public:
    Worth(const Index& index, const Demand& demand, const RankingOptions& options);

    const Query& query() const { return query_; }
    const TextScores& said() const { return said_; }
    const Feedback& learnt() const { return learnt_; }

    std::int32_t words(std::uint32_t place) const { return words(said_[place], place); }
    /// Never less than words(), and found sooner.
    std::int32_t words_at_most(std::uint32_t place) const { return words(said_.at_most(place), place); }
    /// What being of the right kind is worth: a family or set that is named as such, or those of the best answers.
    std::int32_t kind(std::uint32_t place) const;

    /// Never less than words() of a product that says at most `said` of the query, of 1000, and that no name of the best answers helps.
    std::int32_t words_most(std::uint32_t said) const { return static_cast<std::int32_t>(said) * words_max / 1000 + likeness_max; }
    /// Never less than kind() of any product.
    std::int32_t kind_most() const { return kind_most_; }

    /// What a set is worth to a product that nothing else speaks for; what a family is worth to one of the best set.
    std::int32_t of_set(std::uint32_t set) const { return set <= ocop_sets_max ? sets_[set] : 0; }
    std::int32_t of_whole_family() const;
    std::int32_t of_family(std::uint32_t alike) const;

  private:
    static constexpr std::int32_t words_max = 1500;    // a product that says everything that was asked
    static constexpr std::int32_t likeness_max = 300;  // one that is called like the best answers
    static constexpr std::uint32_t same_name_trust = 950;  // of 1000: of the best answer's words, for one that is the same thing by another name

    std::int32_t words(std::uint32_t said, std::uint32_t place) const {
        if (!named_) said = std::max(said, learnt_.same_name[place] * learnt_.most_said / 1000 * same_name_trust / 1000);
        return static_cast<std::int32_t>(said) * words_max / 1000 + static_cast<std::int32_t>(learnt_.likeness[place]) * likeness_max / 1000;
    }
    std::int32_t worth_of_set(std::uint32_t set) const;

    const Index& index_;
    const Demand& demand_;
    const RankingOptions& options_;
    Query query_;
    TextScores said_;
    Feedback learnt_;
    bool named_ = false;  ///< whether the demand names a set or a family as such: what the best answers are is beside the point then
    std::array<std::int32_t, ocop_sets_max + 1> sets_{};
    std::int32_t set_most_ = 0, kind_most_ = 0;
};

}  // namespace hoicho::matching::ranking
