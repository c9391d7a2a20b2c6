// Hard conditions as facts, not words: what a product's papers, season, price, volume and origin add to or take from its score.
#pragma once

#include <vector>

#include "matching/domain/ranking/index.h"
#include "matching/domain/ranking/options.h"
#include "matching/domain/ranking/ranked.h"

namespace hoicho::matching::ranking {

inline constexpr std::size_t required_max = 12;  ///< standards that are looked at: a list with its reasons has to fit into a journal entry
inline constexpr std::size_t preferred_max = 8;

/// What every product is held against, worked out once for a demand and an index. Both must outlive it.
struct Conditions {
    const Index* index = nullptr;
    const Demand* demand = nullptr;
    Day day = 0;  ///< on which certificates are checked
    std::vector<std::string> required;   ///< standards of the form; when it lists none, those that the text names
    std::vector<std::string> preferred;  ///< other standards of the form or the text
    std::vector<std::uint32_t> required_numbers, preferred_numbers;  ///< of Index::standards()
    std::vector<std::uint32_t> provinces;  ///< numbers of the preferred ones
    bool group = true;   ///< whether the OCOP group and set count
    bool papers = true;  ///< whether everything else counts
    std::uint16_t months = 0;             ///< in which goods are needed; 0: not said
    std::optional<Unit> quantity_unit;
    std::optional<Unit> price_unit;
    std::int64_t monthly_thousandths = 0;  ///< wanted each month, in quantity_unit
};
Conditions conditions_of(const Index& index, const Demand& demand, Day day, const RankingOptions& options = {});

/// The certificate to show: the one that lasts longest among those valid on the day, else the one that ended last; null: none.
const Certificate* certificate_of(const Document& product, Day day);

/// The sum of what conditions add, never above nothing; each is also told to `reasons` when that is given.
std::int32_t weigh(const Conditions& conditions, std::uint32_t place, std::vector<Contribution>* reasons);

/// The same sum when it is at least `enough`; else some number below `enough`, found sooner.
std::int32_t weigh_down_to(const Conditions& conditions, std::uint32_t place, std::int32_t enough);

}  // namespace hoicho::matching::ranking
