/// Judges an allocation from scratch: which rules it breaks and what it scores. Shares nothing with the search, so that
/// it can judge it.
#pragma once

#include <cstdint>
#include <vector>

#include "scheduling/domain/floor/floor.h"

namespace hoicho::scheduling::floor {

enum class Rule : std::uint8_t { unknown, twice, units, joined, clash, needs };
const char* name_of(Rule rule);

struct Broken {
    Rule rule = Rule::unknown;
    int exhibitor = -1;
    int booth = -1;

    friend bool operator==(const Broken&, const Broken&) = default;
};

struct Figures {
    std::int64_t exhibitors = 0;
    std::int64_t placed = 0;
    std::int64_t first_wish = 0;
    std::int64_t a_wish = 0;
    std::int64_t corner = 0;
    std::int64_t competitor_beside = 0;
    std::int64_t competitor_facing = 0;
    std::int64_t friends = 0;
    std::int64_t region = 0;
    std::int64_t moved = 0;  ///< 0 without a previous allocation.
    std::int64_t score = 0;
};

struct Judgement {
    Figures figures;
    std::vector<Broken> broken;  ///< Empty: valid.
};

/// @param floor     one that validate() found nothing wrong with
/// @param previous  the allocation in force before; may be null
Judgement check(const Floor& floor, const Allocation& allocation, const Allocation* previous = nullptr);

}  // namespace hoicho::scheduling::floor
