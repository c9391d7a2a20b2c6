// AskAllocation: starts a run of the booth allocator.
#include "scheduling/domain/commands.h"
#include "scheduling/domain/draw_rules.h"
#include "scheduling/domain/limits.h"

namespace hoicho::scheduling {

Answer decide(const State& state, const v1::AskAllocation& command, const Context&) {
    const FairId fair{command.fair()};
    if (auto no = fair_refused(state, fair)) return *no;
    if (auto no = range_refused("steps", command.steps(), 0, steps_max)) return *no;
    if (venue_of(state, fair).booths.empty()) return refuse(REASON_MISSING, "booths");
    const bool is_draw = command.mode() == v1::ALLOCATION_MODE_POINTS_AND_DRAW;
    if (is_draw)
        if (auto no = draw_refused(state, command)) return *no;
    if (!is_draw && !command.secret_seed().empty()) return refuse(REASON_OUT_OF_RANGE, "secret_seed", "given", "POINTS_AND_DRAW as mode");

    v1::Event event;
    const auto id = state.allocation_runs.next_id();
    event.mutable_allocation_asked()->set_run_id(id);
    *event.mutable_allocation_asked()->mutable_ask() = command;
    return fact(std::move(event), ID_KIND_ALLOCATION_RUN, id);
}

void apply(State& state, const v1::AllocationAsked& event) {
    const auto& ask = event.ask();
    const FairId fair{ask.fair()};
    AllocationRun run{.fair = fair, .seed = ask.seed(), .steps = ask.steps()};
    if (ask.mode() == v1::ALLOCATION_MODE_POINTS_AND_DRAW)
        run.draw = Draw{*state.draw_commitments.find(fair), ask.secret_seed(), ask.public_value()};
    state.allocation_runs.put(AllocationRunId{event.run_id()}, run);
}

}  // namespace hoicho::scheduling
