// Messages waiting to be written to one live connection: bounded, and emptied rather than grown when its reader is
// slow.
#pragma once
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

namespace hoicho::runtime::http {

using Message = std::shared_ptr<const std::string>;

/// Any thread may put; one takes.
class Outbox {
  public:
    struct Next {
        Message message;       ///< to be written now, or
        bool drained = false;  ///< empty for the first time since it overflowed
    };

    Outbox(std::size_t messages_max, std::size_t bytes_max) : messages_max_{messages_max}, bytes_max_{bytes_max} {}

    /// True when the taker has to be woken.
    bool put(Message message) {
        const std::lock_guard lock{mutex_};
        if (closed_ || overflowed_) return false;
        if (!messages_.empty() && (messages_.size() >= messages_max_ || bytes_ + message->size() > bytes_max_)) {
            overflowed_ = true;
            messages_.clear();  // a gap would mislead the reader: one fresh snapshot will stand for all of them
            bytes_ = 0;
        } else {
            bytes_ += message->size();
            messages_.push_back(std::move(message));
        }
        return !std::exchange(woken_, true);
    }

    /// The taker's part; to be called again after each message until it gives neither.
    Next take() {
        const std::lock_guard lock{mutex_};
        woken_ = false;
        if (messages_.empty()) return {nullptr, std::exchange(overflowed_, false)};
        Next next{std::move(messages_.front()), false};
        messages_.pop_front();
        bytes_ -= next.message->size();
        return next;
    }

    void close() {
        const std::lock_guard lock{mutex_};
        closed_ = true;
        messages_.clear();
        bytes_ = 0;
    }

    std::size_t bytes() const {
        const std::lock_guard lock{mutex_};
        return bytes_;
    }

  private:
    const std::size_t messages_max_, bytes_max_;
    mutable std::mutex mutex_;
    std::deque<Message> messages_;
    std::size_t bytes_ = 0;
    bool woken_ = false, overflowed_ = false, closed_ = false;
};

}  // namespace hoicho::runtime::http
