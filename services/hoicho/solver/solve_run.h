/// Several searches side by side, each with a seed of its own, until time, steps or a request ends them; the best is kept
/// by a fixed order, so that with --steps the threads' race decides nothing.
#pragma once

#include <atomic>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "hoicho/solver/search.h"
#include "hoicho/solver/stopwatch.h"

namespace hoicho::cli {

inline constexpr int threads_max = 64;

struct Effort {
    std::uint64_t seed = 1;  ///< Of the first search; the next ones take seed + 1, seed + 2, ...
    int threads = 1;
    double time_s = 10;
    Clock clock = Clock::wall;
    std::optional<std::uint64_t> steps{};  ///< Of each search. Given, time does not count.
};

/// Owned by the thread that makes it. Ends its searches when destroyed.
class SolveRun {
  public:
    /// @param task  outlives the run
    SolveRun(const Task& task, const Effort& effort);
    ~SolveRun();
    SolveRun(const SolveRun&) = delete;
    SolveRun& operator=(const SolveRun&) = delete;

    bool running() const { return running_ > 0; }
    /// Asks the searches to end and waits until each has finished what it is at.
    void stop();
    /// The best so far; none before the first is known.
    std::optional<Found> best() const;

  private:
    void work(std::size_t number);
    void publish(std::size_t number, const Found& found, double cpu_s);

    const Task task_;
    const Effort effort_;
    std::atomic<bool> stopped_{false};
    std::atomic<int> running_{0};
    mutable std::mutex mutex_;  ///< Guards found_.
    std::vector<std::optional<Found>> found_;
    std::vector<std::thread> threads_;
};

}  // namespace hoicho::cli
