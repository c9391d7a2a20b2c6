// Half-day maxima in the solver's words: the exchange format knows none, so those who had too much lose free slots until it fits.
#pragma once

#include "scheduling/domain/proposal/pose_programme.h"

namespace hoicho::scheduling {

/// Where somebody has more meetings in a half-day than the maximum: keeps musts and the most valued ones, live ones in any case, and closes the rest of
/// the half-day for that party. What is solved on after that keeps these maxima.
/// Musts that the programme then does not hold are musts no longer, so that what is left can be held.
/// @param instance   of `posed`, with what was closed before; otherwise only gets tighter
/// @param programme  of that instance; loses the meetings that went too far
/// @return           whether it had to
bool keep_half_day_maxima(const PosedProgramme& posed, programme::Instance& instance, programme::Programme& programme);

/// Closes the rest of every half-day in which somebody has all the meetings of its maximum: nothing can be added there, only exchanged.
void close_full_half_days(const PosedProgramme& posed, programme::Instance& instance, const programme::Programme& programme);

}  // namespace hoicho::scheduling
