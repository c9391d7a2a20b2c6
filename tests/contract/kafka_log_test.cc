// What only KafkaLog promises, tried on the broker that HOICHO_TEST_KAFKA names.
#include "runtime/log/kafka_log.h"

#include <gtest/gtest.h>

#include <atomic>
#include <mutex>
#include <thread>

namespace hoicho::runtime {
namespace {

namespace errc = boost::system::errc;

class KafkaLogTest : public testing::Test {
  protected:
    void SetUp() override {
        const char* bootstrap = std::getenv("HOICHO_TEST_KAFKA");
        if (!bootstrap)
            GTEST_SKIP() << "KafkaLog needs HOICHO_TEST_KAFKA=host:port, a broker with topics of 4 partitions";
        options_.bootstrap = bootstrap;
        options_.partitions = 4;
    }
    KafkaLogOptions options_;
};

TEST_F(KafkaLogTest, SaysOnceWhatTheBrokerCanDo) {  // stands first: once a process
    std::mutex mutex;
    std::vector<std::string> lines;
    options_.log = [&](std::string_view line) {
        const std::lock_guard lock{mutex};
        if (line.find(" agree on ") != std::string_view::npos) lines.emplace_back(line);
    };
    for (int i = 0; i < 2; ++i) ASSERT_TRUE(KafkaLog::open(options_));
    ASSERT_EQ(lines.size(), 1u);
    EXPECT_NE(lines[0].find("LZ4"), std::string::npos) << lines[0];
}

TEST_F(KafkaLogTest, RefusesTopicsWithAnotherNumberOfPartitions) {
    options_.partitions = 3;
    const auto log = KafkaLog::open(options_);
    ASSERT_FALSE(log);
    EXPECT_EQ(log.error().code, errc::invalid_argument);
    EXPECT_NE(log.error().detail.find("hoicho.registration.commands has 4 partitions, the configuration says 3"),
              std::string::npos)
        << log.error().detail;
}

TEST_F(KafkaLogTest, TellsEverySenderWhenItEnds) {
    constexpr int count = 500;
    std::atomic<int> told{0};
    {
        const auto log = KafkaLog::open(options_).value();
        for (int i = 0; i < count; ++i)
            log->send({SERVICE_MATCHING, Kind::events, 0}, {"hanoi", "an event", {}}, [&told](const auto&) { ++told; });
    }
    EXPECT_EQ(told, count);
}

TEST_F(KafkaLogTest, GivesASlowFoldEveryRecordOnceThoughItsQueueFillsUp) {
    constexpr int count = 18'000;  // 18 MB: the queue of 8 MiB is full twice
    const Stream events{SERVICE_MATCHING, Kind::events, 2};
    std::atomic<int> told{0};
    const auto log = KafkaLog::open(options_).value();
    auto next = log->bounds(events).value().end;
    for (int i = 0; i < count; ++i)
        log->send(events, {"hanoi", std::string(1'000, 'e'), {}},
                  [&told](const auto& sent) { told += sent.has_value(); });
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds{60};
    while (told < count && std::chrono::steady_clock::now() < deadline) std::this_thread::yield();
    ASSERT_EQ(told, count);
    const auto reader = log->read({{events, next}}, nullptr).value();
    for (const auto end = next + count; next < end && std::chrono::steady_clock::now() < deadline;) {
        const auto records = reader->poll(500).value();
        for (const auto& record : records) ASSERT_EQ(record->offset, next++);
        if (!records.empty()) std::this_thread::sleep_for(std::chrono::milliseconds{20});  // the fold's work
    }
    EXPECT_LT(std::chrono::steady_clock::now(), deadline);
}

}  // namespace
}  // namespace hoicho::runtime
