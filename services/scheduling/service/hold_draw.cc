// See hold_draw.h.
#include "scheduling/service/hold_draw.h"

#include "kernel/sha256.h"
#include "scheduling/domain/floor/validate.h"
#include "scheduling/files/floor_file.h"

namespace hoicho::scheduling {

std::string draw_floor_text(const PosedFloor& posed) { return files::write_floor(posed.floor); }

HeldDraw hold_draw(const PosedFloor& posed, const Draw& draw) {
    HeldDraw held;
    held.complaints = floor::validate(posed.floor);
    if (!held.complaints.empty()) return held;
    const files::DrawInput input{&posed.floor, sha256_hex(draw_floor_text(posed)), draw.secret_seed, draw.public_value};
    held.complaints = files::complaints_of(input);
    if (held.complaints.empty()) held.result = files::draw(input);
    return held;
}

v1::ProposeAllocation hold_draw(const PosedFloor& posed, AllocationRunId run, const Draw& draw) {
    v1::ProposeAllocation proposal;
    proposal.set_run(number(run));
    proposal.set_floor_sha256(sha256_hex(draw_floor_text(posed)));
    for (const auto& stand : hold_draw(posed, draw).result.allocation.allocations) {
        auto& gift = *proposal.add_gifts();
        gift.set_exhibitor(number(posed.exhibitors[static_cast<std::size_t>(stand.exhibitor)]));
        for (const int booth : stand.booths) gift.add_booths(number(posed.booths[static_cast<std::size_t>(booth)]));
    }
    return proposal;
}

}  // namespace hoicho::scheduling
