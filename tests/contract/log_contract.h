// The bench on which every log is tried alike: the harness a log comes with, and a client that appends, reads and
// waits.
//
// A log may hold records of earlier runs (a broker's topics do), so every test counts from where it found the end.
#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <condition_variable>
#include <mutex>

#include "runtime/log/event_log.h"

namespace hoicho::runtime::contract {

/// A log under test and what only its own kind knows.
class LogHarness {
  public:
    virtual ~LogHarness() = default;
    virtual EventLog& log() = 0;
    virtual void step() {}      ///< moves a log that moves only when it is told to
    virtual void reopen() = 0;  ///< closes it and opens it again; readers and appenders must be gone
    virtual bool keeps_unanswered_commands() const = 0;
};

struct LogKind {
    std::string name;
    std::unique_ptr<LogHarness> (*make)();  ///< nullptr from it: not here
    std::string why_not;
};
std::vector<LogKind> log_kinds();

class CountingWaker final : public Waker {
  public:
    void wake() override {
        const std::lock_guard lock{mutex_};
        ++wakes_;
        changed_.notify_all();
    }
    /// false: nobody woke it for that long.
    bool wait(std::chrono::milliseconds longest) {
        std::unique_lock lock{mutex_};
        const bool woken = changed_.wait_for(lock, longest, [this] { return wakes_ > seen_; });
        seen_ = wakes_;
        return woken;
    }

  private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::uint64_t wakes_ = 0, seen_ = 0;
};

class LogContract : public testing::TestWithParam<LogKind> {
  protected:
    static constexpr std::chrono::seconds longest_wait{20};
    const Stream journal{SERVICE_MATCHING, Kind::journal, 1};
    const Stream commands{SERVICE_MATCHING, Kind::commands, 1};
    const Stream events{SERVICE_MATCHING, Kind::events, 1};

    void SetUp() override {
        harness_ = GetParam().make();
        if (!harness_) GTEST_SKIP() << GetParam().why_not;
    }
    EventLog& log() { return harness_->log(); }
    std::int64_t end(const Stream& stream) { return log().bounds(stream).value().end; }
    static Message message(const std::string& value) { return {"hanoi", value, {{"actor", "buyer"}}}; }

    std::unique_ptr<Appender> writer(std::int64_t expected) {
        return log().append_to(journal, expected, waker_).value();
    }
    std::unique_ptr<Reader> reader(const Stream& stream, std::int64_t offset) {
        return log().read({{stream, offset}}, waker_).value();
    }

    /// Waits, woken by the log alone, until `done`; a log that forgets to wake fails here.
    template <class Done>
    void wait_until(Done done) {
        const auto deadline = std::chrono::steady_clock::now() + longest_wait;
        while (!done()) {
            harness_->step();
            ASSERT_TRUE(waker_->wait(longest_wait)) << "nobody was woken";
            ASSERT_LT(std::chrono::steady_clock::now(), deadline);
        }
    }
    std::vector<Delivery> deliveries(Appender& appender, std::size_t count) {
        std::vector<Delivery> all;
        wait_until([&] {
            for (auto& delivery : appender.deliveries()) all.push_back(std::move(delivery));
            return all.size() >= count;
        });
        return all;
    }
    std::vector<RecordPtr> records(Reader& from, std::size_t count, std::size_t records_max = 64) {
        std::vector<RecordPtr> all;
        wait_until([&] {
            const auto polled = from.poll(records_max);
            EXPECT_TRUE(polled) << (polled ? "" : polled.error().detail);
            if (polled) all.insert(all.end(), polled->begin(), polled->end());
            return all.size() >= count || !polled;
        });
        return all;
    }
    /// Sends and waits for the answer: the offset, or the failure.
    Result<std::int64_t> send(const Stream& stream, Message to_send);
    /// `count` Entries "<name> 0", "<name> 1", … appended and confirmed.
    void append(const std::string& name, int count, std::int64_t first_input = -1);

    std::unique_ptr<LogHarness> harness_;
    std::shared_ptr<CountingWaker> waker_ = std::make_shared<CountingWaker>();
};

}  // namespace hoicho::runtime::contract
