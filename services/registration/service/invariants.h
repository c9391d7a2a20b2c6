// What must hold of registration's state whatever was asked: checked by `hoicho verify` and by the simulator (J7).
#pragma once

#include <string>
#include <vector>

#include "registration/domain/state.h"

namespace hoicho::registration {

/// One sentence per broken rule, at most broken_rules_max of them; empty: the state is sound. Linear in the number of
/// rows.
std::vector<std::string> broken_rules(const State& state);

inline constexpr std::size_t broken_rules_max = 100;

}  // namespace hoicho::registration
