// Takes what a run needs of the state, then leaves the processor's thread.
#include "scheduling/service/solver_effect.h"

#include "hoicho/scheduling/v1/events.pb.h"
#include "scheduling/domain/proposal/pose_floor.h"
#include "scheduling/domain/proposal/solve_programme.h"
#include "scheduling/service/hold_draw.h"
#include "scheduling/service/partition.h"

namespace hoicho::scheduling {

namespace {

const SchedulingPartition& scheduling_of(const Partition& partition) {
    const auto* scheduling = dynamic_cast<const SchedulingPartition*>(&partition);
    invariant(scheduling != nullptr, "the solver watches a scheduling partition");
    return *scheduling;
}

}  // namespace

SolverEffect::SolverEffect(runtime::SendCommand send, Executor execute, Clock now_ms)
    : shared_{std::make_shared<Shared>()}, execute_{std::move(execute)}, now_ms_{std::move(now_ms)} {
    shared_->send = std::move(send);
}

SolverEffect::~SolverEffect() { shared_->stopped = true; }

void SolverEffect::recovered(const Partition& partition) {
    scheduling_of(partition).for_each_organiser([this](const std::string& organiser, const State& state) {
        state.programme_runs.for_each([&](ProgrammeRunId id, const ProgrammeRun& run) {
            if (!run.done()) start(organiser, state, id);
        });
        state.allocation_runs.for_each([&](AllocationRunId id, const AllocationRun& run) {
            if (!run.done) start(organiser, state, id);
        });
    });
}

void SolverEffect::confirmed(std::string_view organiser, const journal::v1::Entry& entry, const Partition& partition) {
    v1::Event event;
    for (const auto& bytes : entry.accepted().events()) {
        if (!event.ParseFromString(bytes)) continue;
        const State* state = scheduling_of(partition).state(organiser);
        if (event.has_programme_asked()) start(organiser, *state, ProgrammeRunId{event.programme_asked().run_id()});
        if (event.has_allocation_asked()) start(organiser, *state, AllocationRunId{event.allocation_asked().run_id()});
    }
}

void SolverEffect::start(std::string_view organiser, const State& state, ProgrammeRunId id) {
    const ProgrammeRun* run = state.programme_runs.find(id);
    if (!run || run->done()) return;
    const auto posed = std::make_shared<const PosedProgramme>(pose_programme(state, run->fair, now_ms_()));
    const ProgrammeOrder order{id, run->seed, run->steps, run->disturbed_max, run->front};
    execute_([shared = shared_, organiser = std::string{organiser}, posed, id, order] {
        v1::Command command;
        *command.mutable_propose_programme() = solve_programme(*posed, order, [&] { return !shared->stopped; });
        if (!shared->stopped) shared->send(organiser, "programme/" + std::to_string(number(id)), command.SerializeAsString());
    });
}

void SolverEffect::start(std::string_view organiser, const State& state, AllocationRunId id) {
    const AllocationRun* run = state.allocation_runs.find(id);
    if (!run || run->done) return;
    const auto posed = std::make_shared<const PosedFloor>(run->draw ? pose_draw(state, run->fair, id) : pose_floor(state, run->fair));
    execute_([shared = shared_, organiser = std::string{organiser}, posed, id, asked = *run] {
        if (shared->stopped) return;
        v1::Command command;
        *command.mutable_propose_allocation() =
            asked.draw ? hold_draw(*posed, id, *asked.draw) : solve_floor(*posed, id, asked.seed, asked.steps);
        if (!shared->stopped) shared->send(organiser, "allocation/" + std::to_string(number(id)), command.SerializeAsString());
    });
}

}  // namespace hoicho::scheduling
