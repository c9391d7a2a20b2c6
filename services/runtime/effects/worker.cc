// A bounded queue and one thread; see worker.h.
#include "runtime/effects/worker.h"

#include <exception>

#include "runtime/log/thread_name.h"

namespace hoicho::runtime {

Worker::Worker(std::size_t jobs_max)
    : jobs_max_{jobs_max}, thread_{[this](const std::stop_token& stop) { run(stop); }} {
    name_thread(thread_.native_handle(), "effects");
}

Worker::~Worker() { stop(); }

bool Worker::post(Job job) {
    {
        const std::lock_guard lock{mutex_};
        if (stopping_ || jobs_.size() >= jobs_max_) return false;
        jobs_.push_back(std::move(job));
    }
    changed_.notify_all();
    return true;
}

void Worker::stop() {
    {
        const std::lock_guard lock{mutex_};
        stopping_ = true;
        jobs_.clear();
    }
    thread_.request_stop();
    changed_.notify_all();
}

void Worker::drain() {
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [this] { return jobs_.empty() && !at_work_; });
}

std::size_t Worker::jobs_waiting() const {
    const std::lock_guard lock{mutex_};
    return jobs_.size();
}

std::uint64_t Worker::jobs_failed() const {
    const std::lock_guard lock{mutex_};
    return jobs_failed_;
}

void Worker::run(const std::stop_token& stop) {
    std::unique_lock lock{mutex_};
    while (changed_.wait(lock, stop, [this] { return !jobs_.empty(); })) {
        const Job job = std::move(jobs_.front());
        jobs_.pop_front();
        at_work_ = true;
        lock.unlock();
        bool failed = false;
        try {
            job(stop);
        } catch (const std::exception&) {
            failed = true;  // the job is the effect's own business; the next one has done nothing wrong
        }
        lock.lock();
        jobs_failed_ += failed ? 1 : 0;
        at_work_ = false;
        changed_.notify_all();
    }
}

}  // namespace hoicho::runtime
