// Which pairs of a fair wish to meet, and how much: what a programme is made for.
#pragma once

#include <vector>

#include "scheduling/domain/state.h"

namespace hoicho::scheduling {

inline constexpr std::int64_t value_must = 100;
inline constexpr std::int64_t value_want = 40;
inline constexpr std::int64_t value_mutual = 30;  ///< on top when both sides wish it

struct Wish {
    BuyerId buyer{};
    ExhibitorId exhibitor{};
    std::int64_t value = 0;
    Interest interest;
};

/// 0: nobody wishes it, or one of the two never wants to.
std::int64_t value_of(const Interest& interest);

/// Pairs that somebody wishes and nobody excludes, of parties that take part and want meetings; by buyer, then exhibitor.
std::vector<Wish> wishes_of(const State& state, FairId fair);

}  // namespace hoicho::scheduling
