// Runs the solvers when a decision asks for a run, and brings their results back as commands.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "runtime/effects/effect.h"
#include "scheduling/domain/state.h"

namespace hoicho::scheduling {

/// Where solving happens: runs a job once, on another thread, in the order given. Bounds its own queue by waiting or by threads.
using Executor = std::function<void(std::function<void()>)>;
/// The wall clock, asked only to leave slots out that have begun.
using Clock = std::function<std::uint64_t()>;

/// Watches one scheduling partition, on its processor's thread. It poses the fair there, which takes milliseconds, and solves it in the
/// executor. Its jobs outlive it safely: once it is gone they stop after the chunk they are in and send nothing.
class SolverEffect final : public runtime::Effect {
  public:
    SolverEffect(runtime::SendCommand send, Executor execute, Clock now_ms);
    ~SolverEffect() override;
    SolverEffect(const SolverEffect&) = delete;
    SolverEffect& operator=(const SolverEffect&) = delete;

    void recovered(const Partition& partition) override;
    void confirmed(std::string_view organiser, const journal::v1::Entry& entry, const Partition& partition) override;

  private:
    struct Shared {
        runtime::SendCommand send;
        std::atomic<bool> stopped = false;
    };

    void start(std::string_view organiser, const State& state, ProgrammeRunId run);
    void start(std::string_view organiser, const State& state, AllocationRunId run);

    std::shared_ptr<Shared> shared_;
    Executor execute_;
    Clock now_ms_;
};

}  // namespace hoicho::scheduling
