// Hard conditions as facts, not words: what a product's papers, season, price, volume and origin add to or take from its score.
#pragma once

#include <vector>

#include "matching/domain/ranking/index.h"
#include "matching/domain/ranking/ranked.h"

namespace hoicho::matching::ranking {

inline constexpr std::size_t required_max = 12;  ///< standards that are looked at: a list with its reasons has to fit into a journal entry
inline constexpr std::size_t preferred_max = 8;

/// What every product is held against, worked out once for a demand.
struct Conditions {
    const Demand* demand = nullptr;
    Day day = 0;  ///< on which certificates are checked
    std::vector<std::string> required;   ///< standards of the form; when it lists none, those that the text names
    std::vector<std::string> preferred;  ///< other standards of the form or the text
    std::uint16_t months = 0;             ///< in which goods are needed; 0: not said
    std::optional<Unit> quantity_unit;
    std::optional<Unit> price_unit;
    std::int64_t monthly_thousandths = 0;  ///< wanted each month, in quantity_unit
};
/// `demand` must outlive the answer.
Conditions conditions_of(const Demand& demand, Day day);

/// The sum of what conditions add; each is also told to `reasons` when that is given.
std::int32_t weigh(const Conditions& conditions, const Index::Document& product, std::vector<Contribution>* reasons);

}  // namespace hoicho::matching::ranking
