// Brings due times to pass: when something in a partition's state falls due, its command is sent.
#pragma once

#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <thread>

#include "runtime/effects/due_times.h"
#include "runtime/effects/effect.h"

namespace hoicho::runtime {

/// One thread for all partitions of a process. Outlives the processors whose effects it gave out.
class Timer {
  public:
    /// Milliseconds since 1970-01-01T00:00Z: due times are instants of the wall clock.
    using WallClock = std::function<std::uint64_t()>;
    /// Longest sleep: a wall clock that was set right is noticed after it.
    static constexpr std::uint64_t sleep_ms_max = 1'000;

    explicit Timer(WallClock clock);
    ~Timer();

    /// For one partition's processor; the command goes through `send`.
    std::shared_ptr<Effect> watch(Service service, std::uint32_t partition, SendCommand send);

  private:
    class Watch;
    void set(const DueTimes::Place& place, std::optional<Partition::Due> due);
    void run(const std::stop_token& stop);

    WallClock clock_;
    std::mutex mutex_;
    std::condition_variable_any changed_;
    bool news_ = false;
    DueTimes due_times_;
    std::map<DueTimes::Place, SendCommand> senders_;
    std::jthread thread_;  ///< last: ends before what it uses
};

}  // namespace hoicho::runtime
