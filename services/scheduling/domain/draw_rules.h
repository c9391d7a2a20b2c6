// The rules of a draw: what was committed to, and whether the floor is still that.
#pragma once

#include "hoicho/scheduling/v1/commands.pb.h"
#include "scheduling/domain/rules.h"

namespace hoicho::scheduling {

inline constexpr const char* hex_digits_accepted = "64 hex digits in lower case";

/// Booths and requests are only ever added, and only runs give booths: equal numbers are an equal floor.
struct FloorCount {
    std::uint32_t booths = 0;
    std::uint32_t requests = 0;
    std::uint32_t held = 0;
};
FloorCount count_floor(const State& state, FairId fair);

/// Why a draw cannot be held: nothing was committed to, the floor has changed since, or the seed is another one.
Refused draw_refused(const State& state, const v1::AskAllocation& command);

}  // namespace hoicho::scheduling
