// Relevance and wishes to a value; see pair_value.h.
#include "matching/domain/pair_value.h"

#include <algorithm>

namespace hoicho::matching {

std::optional<PairValue> value_of(const State& state, std::uint32_t fair, std::uint32_t buyer, std::uint32_t exhibitor, std::optional<std::int32_t> relevance,
                                  std::int32_t least_chance) {
    PairValue pair;
    pair.wishes = state.wishes(fair, buyer, exhibitor);
    pair.related = relevance.has_value();
    pair.relevance_thousandths = relevance.value_or(0);
    const auto chance = relevance ? std::max(least_chance, market::chance_of(*relevance, even_at_score, spread_of_score)) : 0;
    const auto value = market::mutual_value(pair.wishes, chance, chance);
    if (!value) return std::nullopt;
    pair.buyer_desire_thousandths = market::desire(pair.wishes.buyer, chance);
    pair.exhibitor_desire_thousandths = market::desire(pair.wishes.exhibitor, chance);
    pair.value_thousandths = *value;
    return pair;
}

}  // namespace hoicho::matching
