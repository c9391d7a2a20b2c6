// Poses a fair's booths to the allocator, with the way back to ids.
#pragma once

#include <vector>

#include "hoicho/scheduling/v1/commands.pb.h"
#include "scheduling/domain/floor/floor.h"
#include "scheduling/domain/state.h"

namespace hoicho::scheduling {

inline constexpr floor::Objective floor_objective{.placed = 100, .wish = 10, .corner = 15, .competitor_beside = 40,
                                                  .competitor_facing = 15, .friend_ = 20, .region = 6, .moved = 25};
inline constexpr std::uint64_t allocation_steps_default = 300'000;

struct PosedFloor {
    floor::Floor floor;
    std::vector<BoothId> booths;          ///< floor booth -> id; rows of joined booths are numbered along their walls
    std::vector<ExhibitorId> exhibitors;  ///< floor exhibitor -> id
};

/// Free booths, and requests of exhibitors who hold none yet. Kinds of booths are posed as zones.
PosedFloor pose_floor(const State& state, FairId fair);

/// The floor of a draw: exhibitors are called by the code of their request, and what no draw looks at (neighbours, lines, regions) is left out,
/// so that nothing but booths and requests can change it.
/// @param draw_run  a run by points and draw: the floor as it was when that was committed to; 0: the floor as it is now
PosedFloor pose_draw(const State& state, FairId fair, AllocationRunId draw_run = {});

/// One run of the allocator. Pure: the same floor, seed and steps give the same bytes.
/// @param steps  0: the default budget
v1::ProposeAllocation solve_floor(const PosedFloor& posed, AllocationRunId run, std::uint64_t seed, std::uint64_t steps);

}  // namespace hoicho::scheduling
