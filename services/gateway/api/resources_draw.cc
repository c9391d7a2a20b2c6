// A draw for everybody to verify: the floor to commit to, then commitment, floor and record of a run; see resources.h and docs/solver.md.
#include "gateway/api/replies.h"
#include "gateway/api/resources.h"
#include "kernel/sha256.h"
#include "scheduling/service/hold_draw.h"

namespace hoicho::gateway {
namespace {

namespace http = runtime::http;
namespace sch = scheduling;

const std::string organiser_path = "/api/v1/organisers/{organiser}";

http::Response file(std::string text) {
    http::Response response;
    response.body = std::move(text);
    response.headers.push_back({"Cache-Control", "no-store"});
    return response;
}

/// The floor as it is now: what a commitment is made of.
http::Response floor_of_fair(const Reading& reading) {
    const auto fair = reading.ids.read(reading.organiser, ID_KIND_FAIR, reading.match.parameter("fair"));
    if (!fair || !reading.states.scheduling || !reading.states.registration->fairs.find(registration::FairId{*fair})) return not_found("fair");
    return file(sch::draw_floor_text(sch::pose_draw(*reading.states.scheduling, sch::FairId{*fair})));
}

/// A run by points and draw.
struct DrawRun {
    sch::AllocationRunId id{};
    const sch::AllocationRun* row = nullptr;
};
std::optional<DrawRun> draw_run(const Reading& reading) {
    const auto id = reading.ids.read(reading.organiser, ID_KIND_ALLOCATION_RUN, reading.match.parameter("run"));
    const auto* row = id && reading.states.scheduling ? reading.states.scheduling->allocation_runs.find(sch::AllocationRunId{*id}) : nullptr;
    if (!row || !row->draw) return std::nullopt;
    return DrawRun{sch::AllocationRunId{*id}, row};
}

http::Response commitment_of_run(const Reading& reading) {
    const auto run = draw_run(reading);
    if (!run) return not_found("draw");
    const auto posed = sch::pose_draw(*reading.states.scheduling, run->row->fair, run->id);
    const auto& committed = run->row->draw->commitment;
    return file(sch::files::write_commitment({posed.floor.name, committed.floor_sha256, committed.seed_sha256}));
}

/// The floor as it was committed to.
http::Response floor_of_run(const Reading& reading) {
    const auto run = draw_run(reading);
    if (!run) return not_found("draw");
    return file(sch::draw_floor_text(sch::pose_draw(*reading.states.scheduling, run->row->fair, run->id)));
}

/// The record, held again from floor, seed and public value: 409 where the floor is not the one committed to.
http::Response record_of_run(const Reading& reading) {
    const auto run = draw_run(reading);
    if (!run) return not_found("draw");
    const auto posed = sch::pose_draw(*reading.states.scheduling, run->row->fair, run->id);
    const auto floor_sha256 = sha256_hex(sch::draw_floor_text(posed));
    const auto& committed = run->row->draw->commitment.floor_sha256;
    if (floor_sha256 != committed) return refused(reading.ids, reading.organiser, refuse(REASON_STALE, "floor", committed, floor_sha256));
    auto held = sch::hold_draw(posed, *run->row->draw);
    if (!held.complaints.empty())
        return refused(reading.ids, reading.organiser, refuse(REASON_OUT_OF_RANGE, "floor " + held.complaints.front().field, held.complaints.front().reason));
    return file(std::move(held.result.record));
}

}  // namespace

std::vector<Resource> draw_resources() {
    return {{organiser_path + "/fairs/{fair}/floor", floor_of_fair},
            {organiser_path + "/allocation-runs/{run}/draw", record_of_run},
            {organiser_path + "/allocation-runs/{run}/floor", floor_of_run},
            {organiser_path + "/allocation-runs/{run}/commitment", commitment_of_run}};
}

}  // namespace hoicho::gateway
