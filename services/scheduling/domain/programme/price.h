/// What it costs to hold a wish after all: the changes to a programme and the difference they make to its score, so
/// that a machine can carry them out and check the number.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "scheduling/domain/programme/instance.h"
#include "scheduling/domain/programme/programme.h"

namespace hoicho::scheduling::programme {

/// One meeting of an exchange: where it is and where it goes; slot and place are -1 where it is not held.
struct Relocation {
    int meeting = -1;
    int from_slot = -1;
    int from_place = -1;
    int to_slot = -1;
    int to_place = -1;

    friend bool operator==(const Relocation&, const Relocation&) = default;
};

struct Price {
    bool found = false;
    /// The wished meeting first, then those that make way for it by meeting number. One entry: a mere addition.
    std::vector<Relocation> changes{};
    /// Score after minus score before, as check() counts both: gaps, rushes, left out, moved and cancelled included.
    /// Above 0: the programme gains by it.
    std::int64_t score_change = 0;
};

/// The programme after the changes, ordered by meeting; none if it does not hold what the changes start from.
std::optional<Programme> carry_out(const Price& price, const Programme& programme);

}  // namespace hoicho::scheduling::programme
