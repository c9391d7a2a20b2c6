// What lifting the overlooked does to exposure, and what it costs in relevance.
#pragma once

#include "tests/bench/market/listings.h"

namespace hoicho::bench {

/// Prints one line for each strength of the setting: the buyers' lists are made, read, and made again with those who were shown least lifted.
void print_lift(const World& world, const Tuning& tuning);

}  // namespace hoicho::bench
