// The market of one fair as it follows from the state: who is worth what to whom, who is over-asked, who is shown too little.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <optional>
#include <vector>

#include "matching/domain/candidates.h"
#include "matching/domain/market/crowd.h"
#include "matching/domain/market/exposure.h"
#include "matching/domain/market/graph.h"
#include "matching/domain/market/listing.h"
#include "matching/domain/market/prices.h"
#include "matching/domain/pair_value.h"

namespace hoicho::matching {

/// One side: its participants by rising id, each at its place.
struct MarketSide {
    std::vector<std::uint32_t> ids;
    std::vector<market::Account> accounts;
    std::vector<std::uint32_t> asked;      ///< by how many of the other side each would be picked first
    market::Corrections corrections;       ///< of each in the lists of the other side

    /// nullopt: does not take part.
    std::optional<std::uint32_t> place_of(std::uint32_t id) const;
};

/// Why two are joined: the product that answers a demand best. Zeros when only their wishes join them.
struct Joined {
    std::uint32_t demand = 0;
    std::uint32_t product = 0;
    std::int32_t relevance_thousandths = 0;
};

using JoinedPairs = boost::unordered_flat_map<PairKey, Joined, KeyHash<PairKey>>;

struct FairMarket {
    std::uint32_t fair = 0;
    ListSettings settings;
    MarketSide buyers, exhibitors;
    market::Graph graph;
    market::Prices prices;
    JoinedPairs joined;  ///< every pair that ranking joins

    const MarketSide& side(Side side) const { return side == Side::buyer ? buyers : exhibitors; }
    market::ListSettings list_settings(std::size_t top) const;
};

constexpr market::Side market_side(Side side) { return side == Side::buyer ? market::Side::left : market::Side::right; }

/// Pure: equal states give equal markets. Everybody has the slots of the fair in which its people are there (slots_there.h).
/// @param candidates  candidates_of(state, fair)
/// @complexity  hoicho_bench_market_fair measures it
FairMarket market_of(const State& state, std::uint32_t fair, const std::vector<DemandCandidates>& candidates);

}  // namespace hoicho::matching
