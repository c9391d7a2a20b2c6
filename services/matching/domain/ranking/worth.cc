// Words and kind as numbers; see worth.h.
#include "matching/domain/ranking/worth.h"

#include <algorithm>

namespace hoicho::matching::ranking {
namespace {

constexpr std::int32_t same_set_max = 900;      // one of the OCOP set of the best answers
constexpr std::int32_t same_family_max = 900;   // one that can stand in for the best answers
constexpr std::int32_t named_set = 2500;        // one of the OCOP set that the demand names in words
constexpr std::int32_t named_family = 2500;     // one of a family that the demand asks for as a whole

std::int32_t alike_worth(std::uint32_t alike) { return static_cast<std::int32_t>(std::min(alike, 1000U)) * same_family_max / 1000; }

}  // namespace

Worth::Worth(const Index& index, const Demand& demand, const RankingOptions& options)
    : index_{index}, demand_{demand}, options_{options}, query_{query_of(index, demand, options)}, said_{text_scores(index, query_, options)},
      learnt_{feedback(index, said_, options)}, named_{!query_.families.whole.empty() || !query_.ocop_sets.empty()} {
    for (std::uint32_t set = 1; set <= ocop_sets_max; ++set) sets_[set] = worth_of_set(set);
    set_most_ = *std::max_element(sets_.begin(), sets_.end());
    kind_most_ = query_.families.whole.empty() ? of_family(1000) : of_whole_family();
}

std::int32_t Worth::kind(std::uint32_t place) const {
    const auto of = index_.kind_of(place);
    const auto set = of_set(of.ocop_set);
    const auto& whole = query_.families.whole;
    if (of.family != 0 && std::find(whole.begin(), whole.end(), of.family) != whole.end()) return std::max(named_family, set);
    if (named_) return set;
    auto alike = std::max(learnt_.makers[place], learnt_.same_name[place]);
    if (of.family != 0) alike = std::max(alike, of.family == query_.families.of_member ? 1000U : learnt_.family(of.family));
    return set + alike_worth(alike);
}

std::int32_t Worth::of_whole_family() const { return std::max(named_family, set_most_); }

std::int32_t Worth::of_family(std::uint32_t alike) const { return set_most_ + (named_ ? 0 : alike_worth(alike)); }

std::int32_t Worth::worth_of_set(std::uint32_t set) const {
    if (std::find(query_.ocop_sets.begin(), query_.ocop_sets.end(), set) != query_.ocop_sets.end()) return named_set;
    if (options_.group && set == demand_.ocop_set) return same_set_max;
    return named_ ? 0 : static_cast<std::int32_t>(learnt_.sets[set]) * same_set_max / 1000;
}

}  // namespace hoicho::matching::ranking
