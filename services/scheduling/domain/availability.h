// How many people a party can send into a slot, and how many meetings it may have in a half-day.
#pragma once

#include <cstdint>

#include "scheduling/domain/state.h"

namespace hoicho::scheduling {

/// A party of which nobody was registered counts as one person who is always there.
inline constexpr std::uint32_t delegates_unregistered = 1;

/// People of `who` whose windows cover the whole slot.
std::uint32_t delegates_at(const State& state, const Party& who, const Slot& slot);

/// Meetings that those of its people who are there in some slot of the half-day may have together.
/// @return  0: no maximum
std::uint32_t half_day_max(const State& state, const Party& who, FairId fair, std::uint32_t session);

/// Whether one of the windows covers [starts_at_ms, ends_at_ms); no windows: always.
bool is_there(const Delegate& delegate, const Slot& slot);

}  // namespace hoicho::scheduling
