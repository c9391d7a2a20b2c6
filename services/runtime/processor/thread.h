// A processor on a thread of its own: steps while there is work, sleeps until woken otherwise.
#pragma once

#include <functional>
#include <memory>
#include <thread>

#include "runtime/log/bell.h"
#include "runtime/processor/processor.h"

namespace hoicho::runtime {

/// Milliseconds that never go back; their zero does not matter.
using Clock = std::function<std::uint64_t()>;
std::uint64_t steady_ms();

/// Starts at once. Destroying it flushes the window for at most Limits::flush_ms_max and closes the processor cleanly.
class ProcessorThread {
  public:
    /// @param name  of the thread, for operators
    ProcessorThread(ProcessorSetup setup, EventLog& log, std::string name = "decider", Clock clock = steady_ms);
    ~ProcessorThread() { stop(); }

    /// Begins to end, without waiting: several processors can end side by side.
    void stop();
    const Counters& counters() const { return processor_.counters(); }
    const Status& status() const { return processor_.status(); }

  private:
    void run(const std::stop_token& stop);
    void step_once();
    void flush();

    Clock clock_;
    std::uint64_t flush_ms_max_;
    std::shared_ptr<Bell> bell_ = std::make_shared<Bell>();
    Processor processor_;
    std::jthread thread_;  ///< last: ends before what it uses
};

}  // namespace hoicho::runtime
