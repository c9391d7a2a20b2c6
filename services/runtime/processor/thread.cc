// The loop around step(); see thread.h.
#include "runtime/processor/thread.h"

#include <chrono>
#include <exception>

#include "runtime/log/thread_name.h"

namespace hoicho::runtime {

std::uint64_t steady_ms() {
    const auto since_start = std::chrono::steady_clock::now().time_since_epoch();
    return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::milliseconds>(since_start).count());
}

ProcessorThread::ProcessorThread(ProcessorSetup setup, EventLog& log, std::string name, Clock clock)
    : clock_{std::move(clock)},
      flush_ms_max_{setup.limits.flush_ms_max},
      processor_{std::move(setup), log, bell_},
      thread_{[this](const std::stop_token& stop) { run(stop); }} {
    name_thread(thread_.native_handle(), std::move(name));
}

void ProcessorThread::stop() {
    thread_.request_stop();
    bell_->wake();
}

void ProcessorThread::run(const std::stop_token& stop) {
    try {
        while (!stop.stop_requested()) step_once();
        flush();
        processor_.close();
    } catch (const std::exception& trouble) {
        // The state is not what the code believes: nothing more is decided or stored until a restart folds it anew.
        processor_.halt(alarm(alarms::broken, trouble.what()));
    }
}

void ProcessorThread::step_once() {
    const auto now_ms = clock_();
    const auto pace = processor_.step(now_ms);
    if (!pace.at_once && pace.at_ms > now_ms) bell_->wait(std::chrono::milliseconds{pace.at_ms - now_ms});
}

/// What is in flight is confirmed if it comes in time; dropping it is always safe.
void ProcessorThread::flush() {
    processor_.drain();
    const auto until_ms = clock_() + flush_ms_max_;
    while (!processor_.drained() && clock_() < until_ms) step_once();
}

}  // namespace hoicho::runtime
