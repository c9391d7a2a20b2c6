// The other way to prices: an auction in whole numbers, for comparison with the relaxed assignment.
#pragma once

#include <cstdint>

#include "matching/domain/market/graph.h"
#include "matching/domain/market/prices.h"

namespace hoicho::bench {

/// Buyers bid for slots of exhibitors until nobody with a free slot finds a pair worth its price; within `step` of the best assignment per meeting.
/// Prices of exhibitors are their lowest accepted bids when full; prices of buyers are their lowest gain when full.
/// @source Bertsekas, auction algorithm for the transportation problem
matching::market::Prices auction_prices(const matching::market::Graph& graph, std::int32_t step_thousandths);

}  // namespace hoicho::bench
