/// Can all meetings that must be held be held together? If not, a proof that is small enough to read.
#pragma once

#include <cstdint>
#include <vector>

#include "scheduling/domain/programme/hall_set.h"
#include "scheduling/domain/programme/instance.h"
#include "scheduling/domain/programme/programme.h"

namespace hoicho::scheduling::programme {

enum class MustsAnswer : std::uint8_t {
    possible,     ///< They fit: seats, places, closures, allowed slots, order and the past leave room for all.
    hall_set,     ///< Too few seats: `hall_set`.
    clashing,     ///< `clashing` cannot all be held.
    not_settled,  ///< Too large or too hard within the bounds.
};

struct MustsFinding {
    MustsAnswer answer = MustsAnswer::possible;
    HallSet hall_set{};
    /// Ordered. One meeting: it is impossible by itself; an Explainer says why.
    std::vector<int> clashing{};
    /// Whether every meeting of `clashing` is needed: without any one of them the others fit.
    bool minimal = false;
};

/// Walks (`no_rush`) and `max_gap_spread` are not looked at: "possible" leaves those two open, the other answers are
/// proofs.
/// @param instance  one that validate() found nothing wrong with
/// @param previous  the programme in force: its past is fixed; may be null
MustsFinding examine_musts(const Instance& instance, const Programme* previous = nullptr);

/// The same question for any set of meetings, for example all wishes of one delegation.
MustsFinding examine_together(const Instance& instance, const std::vector<int>& meetings,
                              const Programme* previous = nullptr);

}  // namespace hoicho::scheduling::programme
