/// Ctrl-C and SIGTERM as something to wait for, so that a search ends in order and its best is written.
#pragma once

#include <csignal>
#include <optional>

namespace hoicho::cli {

/// Made before any thread, in main's thread: the signals are held back in all threads until it is waited for one. After
/// the first, another ends the program at once.
class StopRequests {
  public:
    StopRequests();
    ~StopRequests();
    StopRequests(const StopRequests&) = delete;
    StopRequests& operator=(const StopRequests&) = delete;

    /// @return  the signal, or none after `seconds`
    std::optional<int> wait(double seconds);

  private:
    sigset_t awaited_{};
    sigset_t before_{};
};

}  // namespace hoicho::cli
