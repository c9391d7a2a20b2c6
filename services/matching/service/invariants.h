// What must hold of matching's state whatever was asked: checked by `hoicho verify` and by the simulator (J7).
#pragma once

#include <string>
#include <vector>

#include "matching/domain/state.h"

namespace hoicho::matching {

/// One sentence per broken rule, at most broken_rules_max of them; empty: the state is sound. Reads every list once.
std::vector<std::string> broken_rules(const State& state);

inline constexpr std::size_t broken_rules_max = 100;

}  // namespace hoicho::matching
