// One run of the programme solver from a posed fair to a proposal. Pure: the same fair, seed and steps give the same bytes.
#pragma once

#include <functional>

#include "scheduling/domain/proposal/finish_programme.h"

namespace hoicho::scheduling {

/// About three seconds for a fair of 700 exhibitors and 300 buyers on one core.
inline constexpr std::uint64_t programme_steps_default = 1'500'000;
/// Between two chunks the caller may call it off.
inline constexpr std::uint64_t programme_steps_chunk = 250'000;

/// A run has at least so many: half-day maxima are looked after between chunks.
inline constexpr std::uint64_t programme_chunks_min = 8;

/// @param steps    0: the default budget
/// @param go_on    asked before each chunk; false: what was found so far is finished and returned
v1::ProposeProgramme solve_programme(const PosedProgramme& posed, ProgrammeRunId run, std::uint64_t seed, std::uint64_t steps,
                                     const std::function<bool()>& go_on);

}  // namespace hoicho::scheduling
