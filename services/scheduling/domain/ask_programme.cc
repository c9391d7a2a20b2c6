// AskProgramme: starts a run of the programme solver.
#include "scheduling/domain/commands.h"
#include "scheduling/domain/draft.h"
#include "scheduling/domain/limits.h"

namespace hoicho::scheduling {

Answer decide(const State& state, const v1::AskProgramme& command, const Context&) {
    const FairId fair{command.fair()};
    if (auto no = fair_refused(state, fair)) return *no;
    if (auto no = range_refused("steps", command.steps(), 0, steps_max)) return *no;
    if (command.has_disturbed_max() || command.front())
        if (!is_in_force(state, fair)) return refuse(REASON_MISSING, "published_programme");
    if (venue_of(state, fair).slots.empty()) return refuse(REASON_MISSING, "slots");
    if (venue_of(state, fair).tables.empty()) return refuse(REASON_MISSING, "tables");

    v1::Event event;
    const auto id = state.programme_runs.next_id();
    event.mutable_programme_asked()->set_run_id(id);
    *event.mutable_programme_asked()->mutable_ask() = command;
    return fact(std::move(event), ID_KIND_PROGRAMME_RUN, id);
}

void apply(State& state, const v1::ProgrammeAsked& event) {
    const auto& ask = event.ask();
    ProgrammeRun run{.fair = FairId{ask.fair()}, .seed = ask.seed(), .steps = ask.steps()};
    if (ask.has_disturbed_max()) run.disturbed_max = ask.disturbed_max();
    run.front = ask.front();
    state.programme_runs.put(ProgrammeRunId{event.run_id()}, run);
}

}  // namespace hoicho::scheduling
