/// Gaps of one participant's day, read off a 64-bit mask of the slots with a meeting.
#pragma once

#include <bit>
#include <cstdint>

namespace hoicho::scheduling::programme {

struct Idleness {
    int gaps = 0;
    int idle_slots = 0;
};

inline Idleness idleness_of(std::uint64_t busy) {
    if (busy == 0) return {};
    const int runs = std::popcount(busy & ~(busy << 1));
    const int span =
        static_cast<int>(std::bit_width(busy)) - std::countr_zero(busy);  // its type differs between libraries
    return {.gaps = runs - 1, .idle_slots = span - std::popcount(busy)};
}

}  // namespace hoicho::scheduling::programme
