// What ranking says of every demand of a fair: the long part of its market, and the part that only the register and the names change.
#pragma once

#include <cstdint>
#include <vector>

#include "matching/domain/ranking/rank.h"
#include "matching/domain/state.h"

namespace hoicho::matching {

inline constexpr std::size_t candidates_of_demand_max = 50;  ///< nobody reads further, and a list may be reordered within them

/// One demand and the products that answer it, best first, whatever the two sides said of each other.
struct DemandCandidates {
    std::uint32_t demand = 0;
    std::uint32_t buyer = 0;
    std::vector<ranking::Scored> best;
};

/// Demands of those who take part, by id; withdrawn ones are left out.
/// @complexity  a ranking for each demand: hoicho_bench_market_fair measures it
std::vector<DemandCandidates> candidates_of(const State& state, std::uint32_t fair);

/// The same for one demand that is there.
DemandCandidates candidates_of_demand(const State& state, std::uint32_t fair, std::uint32_t demand);

}  // namespace hoicho::matching
