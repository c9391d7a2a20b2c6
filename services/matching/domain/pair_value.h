// What a meeting of two is worth to both at one fair, with everything it follows from, so that a page can show it.
#pragma once

#include <cstdint>
#include <optional>

#include "matching/domain/state.h"

namespace hoicho::matching {

// A ranking score as a chance of being wanted: learnt from the sample fairs' truth, docs/matching.md.
inline constexpr std::int32_t even_at_score = 1'850;
inline constexpr std::int32_t spread_of_score = 300;

struct PairValue {
    market::Wishes wishes;
    std::int32_t relevance_thousandths = 0;  ///< of ranking; 0 with `related` false: no product of the one answers a demand of the other
    bool related = false;
    std::int32_t buyer_desire_thousandths = 0;
    std::int32_t exhibitor_desire_thousandths = 0;
    std::int32_t value_thousandths = 0;  ///< 1-1000

    bool mutual() const { return market::is_mutual(wishes); }
};

/// @param relevance  the score of the pair's best product for the pair's best demand; nullopt: ranking joins them by nothing
/// @param least_chance  below which no chance of a related pair is taken: 1 keeps in a demand's list what hardly anybody would want, as its gaps are worth reading
/// @return nullopt when they may not be suggested to each other, or when one has no desire at all
std::optional<PairValue> value_of(const State& state, std::uint32_t fair, std::uint32_t buyer, std::uint32_t exhibitor, std::optional<std::int32_t> relevance,
                                  std::int32_t least_chance = 0);

}  // namespace hoicho::matching
