/// The solver's door: improves a programme within a budget of steps.
#pragma once

#include <cstdint>

#include "scheduling/domain/programme/instance.h"
#include "scheduling/domain/programme/programme.h"

namespace hoicho::scheduling::programme {

struct Improved {
    Programme programme{};   ///< Ordered by meeting.
    std::int64_t score = 0;  ///< As check() counts it.
    int musts_missing = 0;   ///< Meetings that must be held and are not: the solver found no way.
    bool spread_kept = true;
    std::uint64_t steps = 0;  ///< As asked: with the seed, all that is needed to run it again.
};

/// Improves `start` (empty: begins from nothing) for a number of steps. A caller with a deadline asks in chunks, each
/// from the result of the one before.
/// @param instance  one that validate() found nothing wrong with
/// @param previous  the programme in force: its part before `freeze_before_slot` is kept, changes to the rest cost
/// `moved` and
///                  `cancelled`; may be null. A caller who repairs usually gives it as `start` too.
/// @return          keeps every rule, except those that the figures beside it report and what the past itself broke;
/// the same instance,
///                  programmes, seed and steps give the same bytes on every machine and compiler
/// @complexity      measured on one core: 2.5 million steps a second at 600 people with booths, 0.5 at 7,000 with
/// tables
Improved improve(const Instance& instance, const Programme& start, std::uint64_t seed, std::uint64_t steps,
                 const Programme* previous = nullptr);

}  // namespace hoicho::scheduling::programme
