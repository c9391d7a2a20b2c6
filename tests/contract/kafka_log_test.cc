// What only KafkaLog promises, tried on the broker that HOICHO_TEST_KAFKA names.
#include "runtime/log/kafka_log.h"

#include <gtest/gtest.h>
#include <signal.h>

#include <atomic>
#include <ctime>
#include <fstream>
#include <mutex>
#include <thread>

#include "runtime/log/kafka_sender.h"

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
    while (told < count && std::chrono::steady_clock::now() < deadline)
        std::this_thread::sleep_for(std::chrono::milliseconds{5});  // a busy wait would take the broker's core
    ASSERT_EQ(told, count);
    const auto reader = log->read({{events, next}}, nullptr).value();
    for (const auto end = next + count; next < end && std::chrono::steady_clock::now() < deadline;) {
        const auto records = reader->poll(500).value();
        for (const auto& record : records) ASSERT_EQ(record->offset, next++);
        if (!records.empty()) std::this_thread::sleep_for(std::chrono::milliseconds{20});  // the fold's work
    }
    EXPECT_LT(std::chrono::steady_clock::now(), deadline);
}

/// Stops the broker's process until its end.
class Frozen {
  public:
    explicit Frozen(pid_t broker) : broker_{broker} {
        ::kill(broker_, SIGSTOP);
        for (int look = 0; look < 1'000 && !stands_still(); ++look) std::this_thread::sleep_for(std::chrono::milliseconds{5});
        EXPECT_TRUE(stands_still());
    }
    ~Frozen() { ::kill(broker_, SIGCONT); }

  private:
    /// Its threads may run on for a moment; proc(5) says T when none does.
    bool stands_still() const {
        std::ifstream file{"/proc/" + std::to_string(broker_) + "/stat"};
        const std::string stat{std::istreambuf_iterator<char>{file}, {}};
        return stat.find(") T ") != std::string::npos;
    }

    pid_t broker_;
};

double processor_seconds() {
    timespec spent{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &spent);
    return static_cast<double>(spent.tv_sec) + 1e-9 * static_cast<double>(spent.tv_nsec);
}

/// Entries and commands pile up for a second in `turns` small groups, so that some wait behind others that are in flight.
TEST_F(KafkaLogTest, NoThreadSpinsWhileTheBrokerDoesNotAnswer) {
    const char* broker = std::getenv("HOICHO_TEST_KAFKA_PID");
    if (!broker) GTEST_SKIP() << "HOICHO_TEST_KAFKA_PID names no broker that may be stopped for a second";
    constexpr int turns = 50, group = 10, count = turns * group * 4;
    constexpr double cores_busy_max = 0.5;  // ours took 0.05 with sanitizers, a producer that spins takes a whole one each
    std::atomic<int> sent{0};
    int delivered = 0;
    const auto log = KafkaLog::open(options_).value();
    std::vector<std::unique_ptr<Appender>> appenders;
    for (std::uint32_t p = 0; p < 4; ++p) appenders.push_back(log->append_to({SERVICE_MATCHING, Kind::journal, p}, 0, nullptr).value());
    const auto take = [&] {
        for (const auto& appender : appenders)
            for (const auto& delivery : appender->deliveries()) delivered += delivery.offset >= 0;
    };
    {
        const Frozen frozen{static_cast<pid_t>(std::stol(broker))};
        const double before = processor_seconds();
        for (int turn = 0; turn < turns; ++turn) {
            for (int i = 0; i < group; ++i)
                for (std::uint32_t p = 0; p < 4; ++p) {
                    appenders[p]->append({"hanoi", "an entry", {}}, -1);
                    log->send({SERVICE_MATCHING, Kind::commands, p}, {"hanoi", "a command", {}}, [&sent](const auto& offset) { sent += offset.has_value(); });
                }
            take();
            std::this_thread::sleep_for(std::chrono::milliseconds{20});
        }
        EXPECT_LT(processor_seconds() - before, cores_busy_max * turns * 0.02);
    }
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds{20};
    while ((delivered < count || sent < count) && std::chrono::steady_clock::now() < deadline) {
        take();
        std::this_thread::sleep_for(std::chrono::milliseconds{5});
    }
    EXPECT_EQ(delivered, count);
    EXPECT_EQ(sent, count);
}

/// A broker that is silent for longer than message.timeout.ms, 10 s: what is in flight fails, and so does at once what waits behind it.
TEST_F(KafkaLogTest, FailsWhatASilentBrokerWasSentAndGoesOnAfterwards) {
    const char* broker = std::getenv("HOICHO_TEST_KAFKA_PID");
    if (!broker) GTEST_SKIP() << "HOICHO_TEST_KAFKA_PID names no broker that may be stopped for a while";
    constexpr int count = 40;
    constexpr std::chrono::seconds silence_max{40};
    const Stream commands{SERVICE_REGISTRATION, Kind::commands, 3};
    const Stream journal{SERVICE_REGISTRATION, Kind::journal, 3};
    std::atomic<int> told{0}, sent{0};
    const auto send = [&](EventLog& log) {
        log.send(commands, {"hanoi", "a command", {}}, [&](const auto& offset) { sent += offset.has_value(), ++told; });
    };
    std::vector<Delivery> deliveries;
    const auto log = KafkaLog::open(options_).value();
    const auto appender = log->append_to(journal, 0, nullptr).value();
    {
        const Frozen frozen{static_cast<pid_t>(std::stol(broker))};
        const auto deadline = std::chrono::steady_clock::now() + silence_max;
        for (int i = 0; i < count; ++i) {
            send(*log);
            appender->append({"hanoi", "entry " + std::to_string(i), {}}, -1);
            for (auto& delivery : appender->deliveries()) deliveries.push_back(std::move(delivery));  // hands the first over, the others wait
        }
        while ((told < count || deliveries.size() < count) && std::chrono::steady_clock::now() < deadline) {
            for (auto& delivery : appender->deliveries()) deliveries.push_back(std::move(delivery));
            std::this_thread::sleep_for(std::chrono::milliseconds{20});
        }
    }
    EXPECT_EQ(told, count);
    EXPECT_EQ(sent, 0);
    ASSERT_EQ(deliveries.size(), static_cast<std::size_t>(count));
    for (const auto& delivery : deliveries) EXPECT_TRUE(delivery.failed);
    EXPECT_NE(deliveries.back().detail.find("not sent: the one before it failed"), std::string::npos) << deliveries.back().detail;
    send(*log);
    const auto deadline = std::chrono::steady_clock::now() + silence_max;
    while (told < count + 1 && std::chrono::steady_clock::now() < deadline) std::this_thread::sleep_for(std::chrono::milliseconds{20});
    EXPECT_EQ(sent, 1);
}

TEST_F(KafkaLogTest, ReplacesProducersThatMetAFatalError) {
    std::atomic<int> replaced{0}, told{0}, sent{0};
    options_.log = [&](std::string_view line) { replaced += line.find("they are replaced") != std::string_view::npos; };
    const auto sender = KafkaSender::open(options_).value();
    const auto wait_for = [](const auto& holds) {
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds{30};
        while (!holds() && std::chrono::steady_clock::now() < deadline) std::this_thread::sleep_for(std::chrono::milliseconds{5});
    };
    sender->with_client([](rd_kafka_t* client) { return rd_kafka_test_fatal_error(client, RD_KAFKA_RESP_ERR_OUT_OF_ORDER_SEQUENCE_NUMBER, "planted"); });
    const auto send = [&] {
        const int before = told;
        sender->send({SERVICE_MATCHING, Kind::events, 1}, {"hanoi", "an event", {}}, [&](const auto& offset) { sent += offset.has_value(), ++told; });
        wait_for([&] { return told > before; });
    };
    wait_for([&] { return send(), sent > 0; });  // refused until they are replaced, as callers are told
    EXPECT_EQ(replaced, 1);
    for (int i = 0; i < 10; ++i) send();
    EXPECT_EQ(sent, 11);
}

}  // namespace
}  // namespace hoicho::runtime
