// A log in memory where everything lands at once: to measure what a processor itself costs, and to run it on its own
// thread.
#pragma once

#include <map>
#include <mutex>
#include <vector>

#include "runtime/log/event_log.h"

namespace hoicho::runtime {

/// Thread-safe; one partition, nothing goes wrong.
class InstantLog final : public EventLog {
  public:
    std::uint32_t partitions() const override { return 1; }
    Result<Bounds> bounds(const Stream& stream) override {
        const std::lock_guard lock{mutex_};
        return Bounds{0, static_cast<std::int64_t>(records_[stream].size())};
    }
    Result<std::unique_ptr<Reader>> open_reader(const std::vector<Start>& starts, std::shared_ptr<Waker> waker, Haste) override {
        return std::unique_ptr<Reader>{std::make_unique<LogReader>(*this, starts, std::move(waker))};
    }
    Result<std::unique_ptr<Appender>> append_to(const Stream& journal, std::int64_t, std::shared_ptr<Waker>) override {
        return std::unique_ptr<Appender>{std::make_unique<LogAppender>(*this, journal)};
    }
    void send(const Stream& stream, Message message, Sent sent) override { sent(land(stream, std::move(message))); }
    Result<RecordPtr> at(const Stream& stream, std::int64_t offset) override {
        const std::lock_guard lock{mutex_};
        return records_[stream].at(static_cast<std::size_t>(offset));
    }

  private:
    std::int64_t land(const Stream& stream, Message message) {
        const std::lock_guard lock{mutex_};
        auto& records = records_[stream];
        const auto offset = static_cast<std::int64_t>(records.size());
        records.push_back(std::make_shared<const Record>(Record{stream, offset, std::move(message)}));
        if (const auto waker = waker_.lock()) waker->wake();
        return offset;
    }

    class LogReader final : public Reader {
      public:
        LogReader(InstantLog& log, std::vector<Start> starts, std::shared_ptr<Waker> waker)
            : log_{log}, starts_{std::move(starts)}, waker_{std::move(waker)}, paused_(starts_.size(), false) {
            const std::lock_guard lock{log_.mutex_};
            log_.waker_ = waker_;
        }
        Result<std::vector<RecordPtr>> poll(std::size_t records_max) override {
            const std::lock_guard lock{log_.mutex_};
            std::vector<RecordPtr> out;
            for (std::size_t i = 0; i < starts_.size(); ++i) {
                if (paused_[i]) continue;
                const auto& records = log_.records_[starts_[i].stream];
                for (auto& next = starts_[i].offset;
                     out.size() < records_max && next < static_cast<std::int64_t>(records.size()); ++next)
                    out.push_back(records[static_cast<std::size_t>(next)]);
            }
            return out;
        }
        void pause(const Stream& stream) override { set(stream, true); }
        void resume(const Stream& stream) override { set(stream, false); }

      private:
        void set(const Stream& stream, bool paused) {
            for (std::size_t i = 0; i < starts_.size(); ++i)
                if (starts_[i].stream == stream) paused_[i] = paused;
        }
        InstantLog& log_;
        std::vector<Start> starts_;
        std::shared_ptr<Waker> waker_;
        std::vector<bool> paused_;
    };

    class LogAppender final : public Appender {
      public:
        LogAppender(InstantLog& log, const Stream& journal) : log_{log}, journal_{journal} {}
        void append(Message entry, std::int64_t) override {
            arrived_.push_back({log_.land(journal_, std::move(entry)), false, {}});
        }
        std::vector<Delivery> deliveries() override { return std::exchange(arrived_, {}); }

      private:
        InstantLog& log_;
        Stream journal_;
        std::vector<Delivery> arrived_;
    };

    std::mutex mutex_;
    std::map<Stream, std::vector<RecordPtr>> records_;
    std::weak_ptr<Waker> waker_;  ///< of the newest reader
};

}  // namespace hoicho::runtime
