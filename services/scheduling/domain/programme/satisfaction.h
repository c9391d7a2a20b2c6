/// How much of what they could have had people got. For people to read: no decision of the solver rests on it.
#pragma once

#include <cstdint>
#include <functional>

#include "scheduling/domain/programme/instance.h"

namespace hoicho::scheduling::programme {

/// Over all participants who could reach some value alone: value held / value reachable were nobody else there.
struct Satisfaction {
    std::int64_t left_out = 0;  ///< Who could hold some value and holds none.
    double min = 1.0;
    double mean = 1.0;
    double jain = 0.0;  ///< (sum of s)^2 / (n x sum of s^2): 1 when all are equally satisfied.
};

Satisfaction satisfaction_of(const Instance& instance, const std::function<bool(int meeting)>& is_held);

/// Delegates of the participant who can meet in the slot.
int delegates_there(const Participant& participant, int slot);

}  // namespace hoicho::scheduling::programme
