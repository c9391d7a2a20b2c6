// How many meetings a participant has time for at a fair.
#pragma once

#include <cstdint>

#include "matching/domain/state.h"

namespace hoicho::matching {

inline constexpr std::uint32_t slots_assumed = 12;  ///< of each person, before the fair opens its first slot

/// Slots of the fair, each as often as people of that participant are there from its beginning to its end; one person who is always there where
/// nobody was registered, as scheduling counts it. At least one: whoever takes part stays in the lists, for windows may still be told.
std::uint32_t slots_there(const State& state, std::uint32_t fair, Side side, std::uint32_t organisation);

}  // namespace hoicho::matching
