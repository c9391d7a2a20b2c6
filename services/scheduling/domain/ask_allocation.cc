// AskAllocation: starts a run of the booth allocator.
#include "scheduling/domain/commands.h"
#include "scheduling/domain/limits.h"

namespace hoicho::scheduling {

Answer decide(const State& state, const v1::AskAllocation& command, const Context&) {
    const FairId fair{command.fair()};
    if (auto no = fair_refused(state, fair)) return *no;
    if (auto no = range_refused("steps", command.steps(), 0, steps_max)) return *no;
    if (venue_of(state, fair).booths.empty()) return refuse(REASON_MISSING, "booths");

    v1::Event event;
    const auto id = state.allocation_runs.next_id();
    event.mutable_allocation_asked()->set_run_id(id);
    *event.mutable_allocation_asked()->mutable_ask() = command;
    return fact(std::move(event), ID_KIND_ALLOCATION_RUN, id);
}

void apply(State& state, const v1::AllocationAsked& event) {
    const auto& ask = event.ask();
    state.allocation_runs.put(AllocationRunId{event.run_id()}, {FairId{ask.fair()}, ask.seed(), ask.steps(), false, 0, {}});
}

}  // namespace hoicho::scheduling
