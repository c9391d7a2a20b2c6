/// How good a programme could be at best, so that a score can be shown with its distance from the possible.
#pragma once

#include <cstdint>

#include "scheduling/domain/programme/instance.h"
#include "scheduling/domain/programme/programme.h"

namespace hoicho::scheduling::programme {

/// Upper bounds, each at least as tight as the one before.
struct Bound {
    std::int64_t value_asked = 0;  ///< All that was wished and not withdrawn.
    std::int64_t value_alone = 0;  ///< Half the sum of what each could reach were nobody else there.
    std::int64_t value_flow =
        0;  ///< Heaviest set of meetings in which nobody has more than free slots, nor the halls more than room.
    std::int64_t score = 0;  ///< From value_flow: no gap, no rush, nobody left out, nothing moved that need not be.
};

/// @param instance  one that validate() found nothing wrong with
/// @param previous  as for improve(); may be null. Its past is part of the bound.
/// @complexity      network simplex over the wishes: 47,000 in 34 ms on one core
/// @source          b-matching relaxation; exact where both sides are free in every slot (Konig 1916; de Werra 1971).
/// Where the participants
///                  are no two sides the doubled graph is solved, which relaxes it by halves.
Bound upper_bound(const Instance& instance, const Programme* previous = nullptr);

}  // namespace hoicho::scheduling::programme
