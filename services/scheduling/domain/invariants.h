// J7: what must hold of scheduling's state after every decision, counted anew from the rows, without the derived tables.
#pragma once

#include <string>
#include <vector>

#include "scheduling/domain/state.h"

namespace hoicho::scheduling {

/// Rules that only scheduling's own decisions can break.
/// @param now_ms  time of the last decision; requests may stay open that long after their time, see open_lag_ms_max
/// @return        one sentence for each broken rule; empty: none
std::vector<std::string> broken_rules(const State& state, std::uint64_t now_ms);

/// Live meetings overtaken by what registration and matching heard since: somebody never wants to meet the other any more, a party has
/// fewer people in a slot than meetings. Nothing removes them by itself; people repair them.
std::vector<std::string> conflicts(const State& state);

inline constexpr std::uint64_t open_lag_ms_max = 60'000;

}  // namespace hoicho::scheduling
