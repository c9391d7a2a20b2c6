// Counts connections across threads, so that a limit can be kept and drain can wait for the last one.
#pragma once
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>

namespace hoicho::runtime::http {

class Census : public std::enable_shared_from_this<Census> {
  public:
    /// One place taken, given back at its end.
    class Ticket {
      public:
        explicit Ticket(std::shared_ptr<Census> census) : census_{std::move(census)} {}
        Ticket(Ticket&&) = default;
        Ticket& operator=(Ticket&&) = delete;
        ~Ticket() {
            if (census_) census_->leave();
        }

      private:
        std::shared_ptr<Census> census_;
    };

    Ticket enter() {
        const std::lock_guard lock{mutex_};
        ++count_;
        return Ticket{shared_from_this()};
    }
    std::size_t count() const {
        const std::lock_guard lock{mutex_};
        return count_;
    }
    bool wait_until_empty(std::chrono::milliseconds patience) const {
        std::unique_lock lock{mutex_};
        return left_.wait_for(lock, patience, [this] { return count_ == 0; });
    }

  private:
    void leave() {
        const std::lock_guard lock{mutex_};
        if (--count_ == 0) left_.notify_all();
    }

    mutable std::mutex mutex_;
    mutable std::condition_variable left_;
    std::size_t count_ = 0;
};

}  // namespace hoicho::runtime::http
