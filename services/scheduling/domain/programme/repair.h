/// Repairs the programme in force after something happened: what still stands stays, what does not is held elsewhere,
/// and no more people are disturbed than allowed.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "scheduling/domain/programme/instance.h"
#include "scheduling/domain/programme/programme.h"

namespace hoicho::scheduling::programme {

struct RepairLimits {
    /// Most participants with a moved or cancelled meeting, as check() counts them: those that nobody could have saved
    /// included. None: as many as the score asks for.
    std::optional<int> disturbed_max{};
};

struct Repaired {
    Programme programme{};     ///< Ordered by meeting.
    std::int64_t score = 0;    ///< As check() counts it against the previous programme.
    int people_disturbed = 0;  ///< As check() counts it.
    /// People disturbed when only what cannot stand is touched: the least found, and the least there is unless several
    /// earlier meetings now compete for one seat. A budget below it is answered with it.
    int unavoidable = 0;
    bool budget_kept = true;  ///< False only if the budget was below `unavoidable`.
    int musts_missing = 0;    ///< Meetings that must be held and are not: no way was found within the budget.
    bool spread_kept = true;
    std::uint64_t steps = 0;
};

/// @param instance  one that validate() found nothing wrong with, as it is now; `freeze_before_slot` is now
/// @param previous  the programme in force
/// @param steps     of search; 0 keeps what stands and fills in what pays
/// @return          the same arguments give the same bytes
Repaired repair(const Instance& instance, const Programme& previous, std::uint64_t seed, std::uint64_t steps,
                const RepairLimits& limits = {});

inline constexpr int front_answers_max = 3;

/// Up to three answers to choose from, ordered by people disturbed: the least possible, half way, and whatever is best.
/// Each next one scores more and disturbs more; answers that another one beats are left out.
/// @param steps  of search, for each answer
std::vector<Repaired> repair_front(const Instance& instance, const Programme& previous, std::uint64_t seed,
                                   std::uint64_t steps);

}  // namespace hoicho::scheduling::programme
