// Which musts of a fair cannot all be held, each with a proof, and the fair without those that have to give way.
#pragma once

#include <vector>

#include "hoicho/scheduling/v1/venue.pb.h"
#include "scheduling/domain/programme/musts.h"
#include "scheduling/domain/proposal/pose_programme.h"

namespace hoicho::scheduling {

/// At most so many proofs are looked for; each lets at least one must go.
inline constexpr std::size_t clashes_examined_max = 500;
/// Musts times slots up to which clashes are looked for that no count of seats shows. Above it that search may take a minute.
inline constexpr std::size_t clash_cells_max = 10'000;

struct SettledMusts {
    std::vector<programme::MustsFinding> clashes;  ///< in the order found; empty: none is known
    bool settled = true;  ///< what are musts now fit together, as far as musts.h looks; false: the question was too large or they were too many
};

/// Looks for musts that cannot all be held, lets the least valued of them be mere wishes, and looks again: impossible ones, then those that
/// compete for too few seats, then other clashes.
/// @param instance  one that validate() found nothing wrong with
SettledMusts settle_musts(programme::Instance& instance, const programme::Programme& previous);

/// The proof in ids. Lists at most clash_meetings_max meetings.
v1::Clash clash_of(const PosedProgramme& posed, const programme::MustsFinding& finding);

}  // namespace hoicho::scheduling
