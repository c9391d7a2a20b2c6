// From a solver's programme to placements at tables: half-day maxima are kept exactly, and what became free is filled with wishes.
#pragma once

#include "hoicho/scheduling/v1/commands.pb.h"
#include "scheduling/domain/proposal/pose_programme.h"

namespace hoicho::scheduling {

struct FinishedProgramme {
    programme::Programme programme;  ///< keeps every rule of the instance but musts that find no seat
    std::vector<TableId> tables;     ///< beside its meetings
};

/// What becomes of wishes that the solver does not hold.
enum class Filling : std::uint8_t {
    none,    ///< nothing
    greedy,  ///< each that still finds a slot gets it, the most valued first
};

/// Live meetings that stay keep their tables; those that move go where the solver put them, or to another slot, or stay after all; then the
/// solver's other meetings, musts and the most valued first, each where the solver put it or in another slot; then the filling.
/// @param solved  of posed.instance; without a repair live meetings stay whatever it says
FinishedProgramme finish_programme(const PosedProgramme& posed, const programme::Programme& solved, Filling filling = Filling::greedy);

/// The finished programme as an answer to the domain: its meetings, and the live ones that it does not hold.
v1::Answer answer_of(const PosedProgramme& posed, const FinishedProgramme& finished);

}  // namespace hoicho::scheduling
