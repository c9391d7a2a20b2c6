// Turns SIGINT and SIGTERM into an orderly stop.
#pragma once
#include <functional>
#include <thread>

namespace hoicho::runtime::host {

/// Made first thing in main, before any other thread: threads started later inherit the blocked signals. The first
/// signal calls `on_stop` on a thread of its own; a second one ends the process at once with 128 + its number.
class StopSignals {
  public:
    /// @errors std::system_error when the kernel gives no descriptors
    explicit StopSignals(std::function<void(int signal)> on_stop);
    ~StopSignals();
    StopSignals(const StopSignals&) = delete;
    StopSignals& operator=(const StopSignals&) = delete;

  private:
    void watch();

    std::function<void(int)> on_stop_;
    int signals_ = -1, end_ = -1;  ///< a signalfd and an eventfd
    std::thread thread_;
};

}  // namespace hoicho::runtime::host
