// One run of the programme solver from a posed fair to a proposal. Pure: the same fair and order give the same bytes.
#pragma once

#include <functional>
#include <optional>

#include "scheduling/domain/proposal/finish_programme.h"

namespace hoicho::scheduling {

/// About two seconds for a fair of 700 exhibitors and 300 buyers on one core.
inline constexpr std::uint64_t programme_steps_default = 1'500'000;
/// Of each answer of a repair: it looks around what broke and needs fewer.
inline constexpr std::uint64_t repair_steps_default = 500'000;
/// Between two pieces the caller may call it off.
inline constexpr std::uint64_t programme_steps_piece = 125'000;

/// What an organiser asked for.
struct ProgrammeOrder {
    ProgrammeRunId run{};
    std::uint64_t seed = 0;
    std::uint64_t steps = 0;                         ///< 0: the default budget
    std::optional<std::uint32_t> disturbed_max{};    ///< of a repair
    bool front = false;                              ///< of a repair: up to three answers
};

/// A fair that is in force is repaired, any other is drafted anew around its live meetings. Ends early with a proof. Musts that cannot all be
/// held come with the proofs, and the answers hold what can be held.
/// @param go_on  asked before each piece; false: what was found so far is finished and returned
v1::ProposeProgramme solve_programme(const PosedProgramme& posed, const ProgrammeOrder& order, const std::function<bool()>& go_on);

}  // namespace hoicho::scheduling
