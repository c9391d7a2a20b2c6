// A draw of the service: what floor and record are, for the effect that holds it and for everybody who reads or verifies it.
#pragma once

#include <string>

#include "scheduling/domain/proposal/pose_floor.h"
#include "scheduling/files/draw_file.h"

namespace hoicho::scheduling {

/// The floor's file (`hoicho-floor/1`), byte for byte what is committed to.
std::string draw_floor_text(const PosedFloor& posed);

/// The record (`hoicho-draw/1`), and who got what; empty with a reason where no draw can be held on such a floor.
struct HeldDraw {
    files::DrawResult result;
    programme::Complaints complaints;
};
HeldDraw hold_draw(const PosedFloor& posed, const Draw& draw);

/// The draw as the command that brings it to the domain.
v1::ProposeAllocation hold_draw(const PosedFloor& posed, AllocationRunId run, const Draw& draw);

}  // namespace hoicho::scheduling
