// Metrics: one handle per name and labels, and the text that Prometheus reads.
#include "runtime/telemetry/metrics.h"

#include <gmock/gmock.h>

#include <stdexcept>
#include <thread>

namespace hoicho::runtime::telemetry {
namespace {

using ::testing::HasSubstr;

TEST(Metrics, CountCommandsByServiceAndOutcome) {
    Metrics metrics;
    Counter& done =
        metrics.counter("hoicho_commands_total", "Commands.", {{"service", "scheduling"}, {"outcome", "done"}});
    done.increment();
    done.increment(2);
    EXPECT_THAT(metrics.exposition(), HasSubstr("hoicho_commands_total{outcome=\"done\",service=\"scheduling\"} 3"));
    EXPECT_THAT(metrics.exposition(), HasSubstr("# TYPE hoicho_commands_total counter"));
}

TEST(Metrics, GiveTheSameHandleForTheSameLabels) {
    Metrics metrics;
    Counter& once = metrics.counter("hoicho_meetings_total", "Meetings.", {{"fair", "ocop"}});
    EXPECT_EQ(&once, &metrics.counter("hoicho_meetings_total", "Meetings.", {{"fair", "ocop"}}));
    EXPECT_NE(&once, &metrics.counter("hoicho_meetings_total", "Meetings.", {{"fair", "tet"}}));
}

TEST(Metrics, RefuseANameUsedForTwoKinds) {
    Metrics metrics;
    metrics.counter("hoicho_lag", "Lag.");
    EXPECT_THROW(metrics.gauge("hoicho_lag", "Lag."), std::invalid_argument);
    EXPECT_THROW(metrics.gauge("hoicho lag", "Lag."), std::invalid_argument);
}

TEST(Metrics, PutAnObservationIntoItsBucket) {
    Metrics metrics;
    metrics.histogram("hoicho_wait_seconds", "Waits.", {}, {0.1, 1}).observe(0.5);
    EXPECT_THAT(metrics.exposition(), HasSubstr("hoicho_wait_seconds_bucket{le=\"0.1\"} 0"));
    EXPECT_THAT(metrics.exposition(), HasSubstr("hoicho_wait_seconds_bucket{le=\"1\"} 1"));
}

TEST(Metrics, GaugesGoUpAndDown) {
    Metrics metrics;
    Gauge& open = metrics.gauge("hoicho_connections", "Open connections.");
    open.set(7);
    open.add(-2);
    EXPECT_EQ(open.value(), 5);
}

TEST(Metrics, LoseNoCountAmongThreads) {
    Metrics metrics;
    const auto count = [&metrics] {
        for (int at = 0; at < 1000; ++at) metrics.counter("hoicho_steps_total", "Steps.").increment();
    };
    std::thread first{count}, second{count};
    first.join();
    second.join();
    EXPECT_EQ(metrics.counter("hoicho_steps_total", "Steps.").value(), 2000);
}

}  // namespace
}  // namespace hoicho::runtime::telemetry
