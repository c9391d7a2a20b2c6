// Half-day maxima in the solver's words: the exchange format knows none, so those who had too much lose free slots until it fits.
#pragma once

#include "scheduling/domain/proposal/pose_programme.h"

namespace hoicho::scheduling {

/// Where somebody has more meetings in a half-day than the maximum: keeps the most valued ones, live ones in any case, and closes the rest of
/// the half-day for that party. What is solved on after that keeps these maxima.
/// @param instance   of `posed`, with what was closed before; only gets tighter
/// @param programme  of that instance; loses the meetings that went too far
void keep_half_day_maxima(const PosedProgramme& posed, programme::Instance& instance, programme::Programme& programme);

}  // namespace hoicho::scheduling
