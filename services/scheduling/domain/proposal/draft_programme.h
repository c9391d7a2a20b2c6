// A programme drafted anew: the search with its bounds, around half-day maxima that the search does not know.
#pragma once

#include <functional>

#include "scheduling/domain/programme/solve.h"
#include "scheduling/domain/proposal/pose_programme.h"

namespace hoicho::scheduling {

struct Drafted {
    programme::Programme programme;
    programme::Solved said{};  ///< the first search's verdict and bounds: those of the fair as posed, without half-day maxima
    std::uint64_t steps = 0;  ///< spent by all searches
};

/// Searches with half of the steps that are left, closes half-days in which somebody had too many meetings, and searches again from what is
/// left; all at once where there are no such maxima.
/// @param go_on  asked before each piece; false: the best so far
Drafted draft_programme(const PosedProgramme& posed, std::uint64_t seed, std::uint64_t steps, const std::function<bool()>& go_on);

/// Verdict and bounds of the fair as posed, without a search.
programme::Solved bounds_of(const PosedProgramme& posed);

}  // namespace hoicho::scheduling
