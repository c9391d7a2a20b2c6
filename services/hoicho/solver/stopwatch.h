/// How long a search may take: by the clock on the wall, or by the processor time of its own thread, which a busy machine
/// does not stretch.
#pragma once

#include <ctime>
#include <limits>

namespace hoicho::cli {

enum class Clock { wall, cpu };

inline constexpr double forever_s = std::numeric_limits<double>::infinity();

/// Made and asked in the thread that it is about.
class Stopwatch {
  public:
    explicit Stopwatch(Clock clock) : id_{clock == Clock::cpu ? CLOCK_THREAD_CPUTIME_ID : CLOCK_MONOTONIC}, began_s_{now_s()} {}
    double seconds() const { return now_s() - began_s_; }

  private:
    double now_s() const {
        timespec now{};
        clock_gettime(id_, &now);
        return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
    }

    clockid_t id_;
    double began_s_;
};

}  // namespace hoicho::cli
