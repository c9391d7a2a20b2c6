// The simulated log does what networks do, and the same seed does it again.
#include "runtime/log/simulated_log.h"

#include <gtest/gtest.h>

namespace hoicho::runtime {
namespace {

const Stream journal{SERVICE_SCHEDULING, Kind::journal, 0};
const Stream commands{SERVICE_SCHEDULING, Kind::commands, 0};
constexpr std::uint32_t always = 1'000'000;

Message entry(int number) { return {"hanoi", "entry " + std::to_string(number), {}}; }

std::vector<std::string> everything(SimulatedLog& log) {
    std::vector<std::string> values;
    const auto bounds = log.bounds(journal).value();
    for (auto offset = bounds.begin; offset < bounds.end; ++offset)
        values.push_back(log.at(journal, offset).value()->message.value);
    return values;
}

/// Three writers and twenty Entries each, with the third one gone early.
std::string history(std::uint64_t seed, SimulatedFaults faults) {
    SimulatedLog log{1, seed, faults};
    std::vector<std::unique_ptr<Appender>> appenders;
    for (int writer = 0; writer < 3; ++writer) appenders.push_back(log.append_to(journal, 0, nullptr).value());
    std::string told;
    for (int number = 0; number < 20; ++number) {
        for (std::size_t writer = 0; writer < appenders.size(); ++writer)
            appenders[writer]->append(entry(number), number);
        for (int step = 0; step < 4; ++step) log.deliver_next();
        if (number == 10) appenders.pop_back();
        for (const auto& appender : appenders)
            for (const auto& delivery : appender->deliveries())
                told += std::to_string(delivery.offset) + (delivery.failed ? "! " : " ");
    }
    log.settle();
    for (const auto& value : everything(log)) told += value + ";";
    return told;
}

TEST(SimulatedLog, RepeatsItselfForASeed) {
    const SimulatedFaults rough{100'000, 100'000, 100'000, 100'000, 100'000, 0};
    EXPECT_EQ(history(7, rough), history(7, rough));
    EXPECT_NE(history(7, rough), history(8, rough));
}

TEST(SimulatedLog, LosesAnAppendAndSaysItFailed) {
    SimulatedLog log{1, 1, {.lost = always}};
    const auto appender = log.append_to(journal, 0, nullptr).value();
    appender->append(entry(1), 0);
    log.settle();
    const auto deliveries = appender->deliveries();
    ASSERT_EQ(deliveries.size(), 1u);
    EXPECT_TRUE(deliveries[0].failed);
    EXPECT_TRUE(everything(log).empty());
}

TEST(SimulatedLog, LandsADelayedAppendAfterItsAppenderIsGone) {
    SimulatedLog log{1, 1, {.delayed = always}};
    auto appender = log.append_to(journal, 0, nullptr).value();
    appender->append(entry(1), 0);
    appender.reset();
    EXPECT_TRUE(everything(log).empty());
    log.settle();
    EXPECT_EQ(everything(log), std::vector<std::string>{"entry 1"});
}

TEST(SimulatedLog, DoublesAnAppendOnce) {
    SimulatedLog log{1, 1, {.duplicated = always}};
    const auto appender = log.append_to(journal, 0, nullptr).value();
    appender->append(entry(1), 0);
    log.settle();
    EXPECT_EQ(everything(log).size(), 2u);
    EXPECT_EQ(appender->deliveries().size(), 1u);
}

TEST(SimulatedLog, LosesAReportOfWhatLanded) {
    SimulatedLog log{1, 1, {.report_lost = always}};
    const auto appender = log.append_to(journal, 0, nullptr).value();
    appender->append(entry(1), 0);
    log.settle();
    const auto deliveries = appender->deliveries();
    ASSERT_EQ(deliveries.size(), 1u);
    EXPECT_FALSE(deliveries[0].failed);
    EXPECT_EQ(deliveries[0].offset, -1);
    EXPECT_EQ(everything(log).size(), 1u);
}

TEST(SimulatedLog, BringsLateReportsInTheOrderOfAppending) {
    SimulatedLog log{1, 3, {.report_late = always / 2}};
    const auto appender = log.append_to(journal, 0, nullptr).value();
    for (int number = 0; number < 50; ++number) appender->append(entry(number), number);
    log.settle();
    std::int64_t expected = 0;
    for (const auto& delivery : appender->deliveries()) EXPECT_EQ(delivery.offset, expected++);
    EXPECT_EQ(expected, 50);
}

TEST(SimulatedLog, ForgetsExpiredAndCutRecords) {
    SimulatedLog log{1};
    for (int number = 0; number < 5; ++number) log.send(commands, entry(number), [](const auto&) {});
    log.settle();
    log.expire(commands, 2);
    log.cut(commands, 4);
    EXPECT_EQ(log.bounds(commands).value().begin, 2);
    EXPECT_EQ(log.bounds(commands).value().end, 4);
    EXPECT_EQ(log.read({{commands, 1}}, nullptr).value()->poll(10).error().code,
              boost::system::errc::result_out_of_range);
}

TEST(SimulatedLog, RefusesToQueueMoreThanItsBound) {
    SimulatedLog log{1};
    std::size_t refused = 0;
    const auto count = [&refused](const Result<std::int64_t>& sent) { refused += sent.has_error(); };
    for (std::size_t i = 0; i < SimulatedLog::sends_queued_max; ++i) log.send(commands, entry(1), count);
    EXPECT_EQ(refused, 0u);
    log.send(commands, entry(1), count);
    EXPECT_EQ(refused, 1u);
}

}  // namespace
}  // namespace hoicho::runtime
