// What only the embedded log promises: its own partitions, its door at a full disk, and memory that is bounded.
#include "runtime/log/local_log.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <condition_variable>

namespace hoicho::runtime {
namespace {

namespace errc = boost::system::errc;

class LocalLogTest : public testing::Test {
  protected:
    LocalLogTest() {
        options_.folder = std::filesystem::temp_directory_path() / ("hoicho-local-log-" + std::to_string(::getpid()));
        options_.partitions = 2;
        std::filesystem::remove_all(options_.folder);
    }
    ~LocalLogTest() override { std::filesystem::remove_all(options_.folder); }

    static Result<std::int64_t> send(EventLog& log, const Stream& stream, std::size_t bytes = 10) {
        std::optional<Result<std::int64_t>> answer;
        log.send(stream, {"hanoi", std::string(bytes, 'x'), {}},
                 [&](Result<std::int64_t> sent) { answer = std::move(sent); });
        return answer.value();
    }
    const Stream commands_{SERVICE_SCHEDULING, Kind::commands, 0};
    const Stream journal_{SERVICE_SCHEDULING, Kind::journal, 0};
    LocalLogOptions options_;
};

TEST_F(LocalLogTest, RefusesAnotherNumberOfPartitions) {
    ASSERT_TRUE(LocalLog::open(options_));
    options_.partitions = 3;
    const auto other = LocalLog::open(options_);
    ASSERT_FALSE(other);
    EXPECT_EQ(other.error().code, errc::invalid_argument);
    EXPECT_NE(other.error().detail.find("made with 2 partitions, the configuration says 3"), std::string::npos)
        << other.error().detail;
}

TEST_F(LocalLogTest, KeepsItsIdAndIsOpenOnce) {
    const auto first = LocalLog::open(options_).value()->log_id();
    EXPECT_EQ(first.size(), 16u);
    const auto log = LocalLog::open(options_).value();
    EXPECT_EQ(log->log_id(), first);
    EXPECT_FALSE(LocalLog::open(options_));
}

TEST_F(LocalLogTest, ClosesTheDoorBeforeTheDiskIsFull) {
    std::uintmax_t available = 256u << 20;
    options_.disk = [&](const auto&) { return std::filesystem::space_info{1u << 30, available, available}; };
    EXPECT_TRUE(send(*LocalLog::open(options_).value(), commands_));
    available -= 1;
    const auto sent = send(*LocalLog::open(options_).value(), commands_);
    ASSERT_FALSE(sent);
    EXPECT_EQ(sent.error().code, errc::no_space_on_device);
}

TEST_F(LocalLogTest, ClosesTheDoorBelowItsShareOfABigDisk) {
    std::uintmax_t available = 50'000'000'000;
    options_.disk = [&](const auto&) { return std::filesystem::space_info{1'000'000'000'000, available, available}; };
    EXPECT_TRUE(send(*LocalLog::open(options_).value(), commands_));
    available -= 1;
    EXPECT_EQ(send(*LocalLog::open(options_).value(), commands_).error().code, errc::no_space_on_device);
}

TEST_F(LocalLogTest, BoundsWaitingCommandsByNumberAndByBytes) {
    options_.commands_queued_max = 3;
    options_.commands_queued_bytes_max = 3'000;
    const auto log = LocalLog::open(options_).value();
    for (int i = 0; i < 3; ++i) EXPECT_TRUE(send(*log, commands_));
    EXPECT_EQ(send(*log, commands_).error().code, errc::no_buffer_space);
    const Stream other{SERVICE_MATCHING, Kind::commands, 1};
    EXPECT_TRUE(send(*log, other, 2'000)) << "one flooded stream must not close the others";
    EXPECT_EQ(send(*log, other, 2'000).error().code, errc::no_buffer_space);
}

TEST_F(LocalLogTest, OpensTheDoorAgainOnceCommandsAreAnswered) {
    struct Bell final : Waker {
        std::mutex mutex;
        std::condition_variable rung;
        bool ring = false;
        void wake() override {
            const std::lock_guard lock{mutex};
            ring = true;
            rung.notify_all();
        }
    };
    options_.commands_queued_max = 3;
    options_.recent_records_max = 1;
    const auto log = LocalLog::open(options_).value();
    for (int i = 0; i < 3; ++i) EXPECT_TRUE(send(*log, commands_));
    const auto bell = std::make_shared<Bell>();
    const auto appender = log->append_to(journal_, 0, bell).value();
    appender->append({"hanoi", "answer", {}}, 1);
    {
        std::unique_lock lock{bell->mutex};
        ASSERT_TRUE(bell->rung.wait_for(lock, std::chrono::seconds{20}, [&] { return bell->ring; }));
    }
    EXPECT_EQ(appender->deliveries().at(0).offset, 0);
    EXPECT_TRUE(send(*log, commands_));
    EXPECT_TRUE(send(*log, commands_));
    EXPECT_EQ(send(*log, commands_).error().code, errc::no_buffer_space);
    const auto reader = log->read({{commands_, 0}}, nullptr).value();
    std::size_t seen = 0;
    for (int i = 0; i < 3; ++i) seen += reader->poll(10).value().size();
    EXPECT_EQ(seen, 5u) << "two from the disk, three from memory";
}

TEST_F(LocalLogTest, WakesAGatheredReaderForNothing) {
    struct Counting final : Waker {
        std::atomic<int> wakes = 0;
        void wake() override { ++wakes; }
    };
    const auto log = LocalLog::open(options_).value();
    const auto at_once = std::make_shared<Counting>();
    const auto gathered = std::make_shared<Counting>();
    const auto first = log->read({{commands_, 0}}, at_once).value();
    const auto second = log->read({{commands_, 0}}, gathered, Haste::gathered).value();
    for (int i = 0; i < 3; ++i) EXPECT_TRUE(send(*log, commands_));
    EXPECT_EQ(at_once->wakes, 3);
    EXPECT_EQ(gathered->wakes, 0);
    EXPECT_EQ(second->poll(10).value().size(), 3u);
}

TEST_F(LocalLogTest, RefusesAnAnswerToACommandItNeverHad) {
    const auto log = LocalLog::open(options_).value();
    const auto appender = log->append_to(journal_, 0, nullptr).value();
    appender->append({"hanoi", "an answer to a command that was never sent", {}}, 7);
    std::vector<Delivery> told;
    while (told.empty()) told = appender->deliveries();
    EXPECT_TRUE(told[0].failed);
    EXPECT_EQ(log->bounds(journal_).value().end, 0);
}

}  // namespace
}  // namespace hoicho::runtime
