// Says when somebody is over-asked, and who is free and fits instead.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "matching/domain/market/graph.h"
#include "matching/domain/market/prices.h"

namespace hoicho::matching::market {

inline constexpr std::size_t alternatives_max = 3;
inline constexpr std::int32_t fit_share_min_thousandths = 500;  ///< an alternative is worth at least half of what is over-asked

/// How many of the other side would pick each place of `side`, if everybody picked the best of its options until its slots are full.
std::vector<std::uint32_t> asked_by(const Graph& graph, Side side);

struct Crowd {
    std::uint32_t asked = 0;
    std::uint32_t slots = 0;
    std::vector<std::uint32_t> alternatives;  ///< places, the most valuable first, at most alternatives_max

    bool over_asked() const { return asked > slots; }
};

/// What to tell `place` of `side` about the one it looks at.
/// @param asked  asked_by(graph, other(side)), counted once for all
/// @return alternatives only when it is over-asked: asked by no more than they have slots, at price 0, and worth fit_share_min_thousandths of it
Crowd crowd(const Graph& graph, const Prices& prices, const std::vector<std::uint32_t>& asked, Side side, std::uint32_t place, std::uint32_t looked_at);

struct Sentence {
    std::string vi;
    std::string en;

    friend bool operator==(const Sentence&, const Sentence&) = default;
};

/// "asked by 180 for 30 slots; these 3 are free and fit: A, B, C". Empty when nobody is over-asked.
/// @param names  of the alternatives, in their order
Sentence crowd_sentence(const Crowd& crowd, const std::vector<std::string>& names);

}  // namespace hoicho::matching::market
