// A processor on a thread of its own: steps while there is work, sleeps until woken otherwise.
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

#include "runtime/processor/processor.h"

namespace hoicho::runtime {

/// A Waker to sleep on. A wake that comes before the sleep is not lost.
class SleepingWaker final : public Waker {
  public:
    void wake() override;
    /// Returns when woken, when `stop` is asked for, or after `ms_max`.
    void sleep(const std::stop_token& stop, std::uint64_t ms_max);

  private:
    std::mutex mutex_;
    std::condition_variable_any woken_by_;
    bool woken_ = false;
};

/// Milliseconds that never go back; their zero does not matter.
using Clock = std::function<std::uint64_t()>;
std::uint64_t steady_ms();

/// Starts at once. Destroying it flushes the window for at most Limits::flush_ms_max and closes the processor cleanly.
class ProcessorThread {
  public:
    ProcessorThread(ProcessorSetup setup, EventLog& log, Clock clock = steady_ms);
    ~ProcessorThread();

    /// Begins to end, without waiting: several processors can end side by side.
    void stop() { thread_.request_stop(); }
    const Counters& counters() const { return processor_.counters(); }
    const Status& status() const { return processor_.status(); }

  private:
    void run(const std::stop_token& stop);
    void step_once(const std::stop_token& stop);
    void flush();

    Clock clock_;
    std::uint64_t flush_ms_max_;
    std::shared_ptr<SleepingWaker> waker_ = std::make_shared<SleepingWaker>();
    Processor processor_;
    std::jthread thread_;  ///< last: ends before what it uses
};

}  // namespace hoicho::runtime
