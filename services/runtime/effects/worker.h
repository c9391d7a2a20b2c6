// A thread that does dear work (solvers, mail) one job after the other, off the processors' threads.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace hoicho::runtime {

/// Thread-safe. Destroying it waits for the job at hand and forgets the rest: an effect takes up what was left undone
/// when it is recovered.
class Worker {
  public:
    using Job = std::function<void(const std::stop_token& stop)>;  ///< a long job looks at `stop`; what it throws is
                                                                   ///< counted, not passed on

    explicit Worker(std::size_t jobs_max);
    ~Worker();

    /// False: `jobs_max` jobs wait already, or it is stopping.
    bool post(Job job);
    /// Asks the job at hand to stop and takes no more.
    void stop();
    /// Waits until every job posted so far is done. Not from a job.
    void drain();
    std::size_t jobs_waiting() const;
    std::uint64_t jobs_failed() const;

  private:
    void run(const std::stop_token& stop);

    std::size_t jobs_max_;
    mutable std::mutex mutex_;
    std::condition_variable_any changed_;
    std::deque<Job> jobs_;
    bool at_work_ = false;
    bool stopping_ = false;
    std::uint64_t jobs_failed_ = 0;
    std::jthread thread_;  ///< last: ends before what it uses
};

}  // namespace hoicho::runtime
