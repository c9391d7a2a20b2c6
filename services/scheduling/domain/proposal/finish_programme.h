// From a solver's programme to placements at tables: half-day maxima are kept exactly, and what became free is filled with wishes.
#pragma once

#include "hoicho/scheduling/v1/commands.pb.h"
#include "scheduling/domain/proposal/pose_programme.h"

namespace hoicho::scheduling {

struct FinishedProgramme {
    programme::Programme programme;  ///< keeps every rule of the instance
    std::vector<TableId> tables;     ///< beside its meetings
};

/// Live meetings stay where they are; then the solver's meetings, the most valued first, each where the solver put it or in another slot;
/// then every wish that still finds a slot.
/// @param solved  of posed.instance; empty: everything is placed greedily
FinishedProgramme finish_programme(const PosedProgramme& posed, const programme::Programme& solved);

/// The finished programme as the command that brings it to the domain.
v1::ProposeProgramme proposal_of(const PosedProgramme& posed, const FinishedProgramme& finished, ProgrammeRunId run);

}  // namespace hoicho::scheduling
