// The loop around step(); see thread.h.
#include "runtime/processor/thread.h"

#include <chrono>
#include <exception>

namespace hoicho::runtime {

void SleepingWaker::wake() {
    {
        const std::lock_guard lock{mutex_};
        woken_ = true;
    }
    woken_by_.notify_one();
}

void SleepingWaker::sleep(const std::stop_token& stop, std::uint64_t ms_max) {
    std::unique_lock lock{mutex_};
    woken_by_.wait_for(lock, stop, std::chrono::milliseconds{ms_max}, [this] { return woken_; });
    woken_ = false;
}

std::uint64_t steady_ms() {
    const auto since_start = std::chrono::steady_clock::now().time_since_epoch();
    return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::milliseconds>(since_start).count());
}

ProcessorThread::ProcessorThread(ProcessorSetup setup, EventLog& log, Clock clock)
    : clock_{std::move(clock)},
      flush_ms_max_{setup.limits.flush_ms_max},
      processor_{std::move(setup), log, waker_},
      thread_{[this](const std::stop_token& stop) { run(stop); }} {}

ProcessorThread::~ProcessorThread() = default;

void ProcessorThread::run(const std::stop_token& stop) {
    try {
        while (!stop.stop_requested()) step_once(stop);
        flush();
        processor_.close();
    } catch (const std::exception& trouble) {
        // The state is not what the code believes: nothing more is decided or stored until a restart folds it anew.
        processor_.halt(alarm(alarms::broken, trouble.what()));
    }
}

void ProcessorThread::step_once(const std::stop_token& stop) {
    const auto now_ms = clock_();
    const auto pace = processor_.step(now_ms);
    if (!pace.at_once && pace.at_ms > now_ms) waker_->sleep(stop, pace.at_ms - now_ms);
}

/// What is in flight is confirmed if it comes in time; dropping it is always safe.
void ProcessorThread::flush() {
    processor_.drain();
    const auto until_ms = clock_() + flush_ms_max_;
    while (!processor_.drained() && clock_() < until_ms) step_once({});
}

}  // namespace hoicho::runtime
