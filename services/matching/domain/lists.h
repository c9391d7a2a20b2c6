// Lists of a fair as they are read: for a demand, for a buyer, for an exhibitor; every part of a score is kept with it.
#pragma once

#include <cstdint>
#include <vector>

#include "matching/domain/fair_market.h"

namespace hoicho::matching {

/// One entry of a list.
struct ListEntry {
    std::uint32_t other = 0;    ///< exhibitor in the list of a demand or of a buyer; buyer in that of an exhibitor
    Joined joined;
    PairValue pair;
    market::Listed parts;       ///< their sum is its score; `other` in it is a place
    market::Crowd crowd;        ///< alternatives are ids of the side that `other` is of
};

/// The market's list for one participant: best first, as long as it has to be.
/// @param id  takes part; otherwise the list is empty
std::vector<ListEntry> list_of_participant(const State& state, const FairMarket& market, Side side, std::uint32_t id, std::size_t top);

/// Products for a demand: value to both of a meeting about this demand, less the price, with the corrections. A full list: who reads it asked for it.
std::vector<ListEntry> list_of_demand(const State& state, const FairMarket& market, const DemandCandidates& demand, std::size_t top);

/// What the lift costs all lists of one side together.
market::LiftCost lift_cost(const FairMarket& market, Side readers, std::size_t top);

}  // namespace hoicho::matching
