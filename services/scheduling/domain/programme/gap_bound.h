/// How many gaps nobody can avoid: per participant the fewest runs of its own free slots that hold its musts, whatever
/// the others do.
#pragma once

#include <cstdint>
#include <vector>

#include "scheduling/domain/programme/reduce.h"

namespace hoicho::scheduling::programme {

inline constexpr std::int64_t gap_bound_nodes_max =
    50'000;  ///< Of one participant; above it the bound is what was shown so far.
inline constexpr std::int64_t gap_bound_nodes_total_max = 3'000'000;
inline constexpr int gap_bound_meetings_max = 200;  ///< Of one participant; above it the bound is 0.

struct GapBound {
    std::vector<int>
        fewest;             ///< participant -> gaps it has in every programme that holds all musts and keeps the spread
    std::vector<int> most;  ///< participant -> gaps it cannot exceed
    std::int64_t gaps = 0;  ///< Sum of `fewest` over those who count gaps: a lower bound for such a programme.
    int overbooked = none;  ///< A participant whose own slots cannot hold its musts: there is no such programme.
    int unspread = none;    ///< A participant who cannot have as many gaps as the spread asks of it: neither.
};

/// @complexity  bounded work; without musts at once; a published fair of 78 people x 22 slots in some milliseconds
/// @source      a set of slots can be exactly the busy ones if the meetings can be matched onto it and the musts into
///              it (Mendelsohn and Dulmage 1958), so sets are grown slot by slot with two matchings kept
GapBound gap_bound(const Reduced& reduced);

}  // namespace hoicho::scheduling::programme
