// Health as an operator sees it.
#include "runtime/host/health.h"

#include <gmock/gmock.h>

#include "runtime/host/operator_routes.h"

namespace hoicho::runtime::host {
namespace {

http::Response ask(const Health& health, std::string method, std::string path) {
    telemetry::Metrics metrics;
    metrics.counter("hoicho_meetings_total", "Meetings.").increment();
    http::Request request;
    request.method = std::move(method);
    request.path = std::move(path);
    return operator_answer(request, health, metrics).value_or(http::Response{0, "", {}, ""});
}

TEST(Health, IsNotReadyWhileAnythingFailsAndSaysWhy) {
    Health health;
    EXPECT_TRUE(health.ready());
    health.report("log", Condition::failing, "broker \"b1\" away");
    health.report("disk", Condition::degraded, "9% free");
    EXPECT_FALSE(health.ready());
    EXPECT_EQ(health.ready_body(), R"({"ready":false,"reasons":["log: broker \"b1\" away"]})");
    EXPECT_EQ(
        health.health_body(),
        R"({"status":"failing","conditions":{"disk":{"status":"degraded","reason":"9% free"},"log":{"status":"failing","reason":"broker \"b1\" away"}}})");
    health.report("log", Condition::good);
    EXPECT_TRUE(health.ready());
    EXPECT_EQ(health.ready_body(), R"({"ready":true,"reasons":[]})");
}

TEST(OperatorRoutes, AnswerByHealth) {
    Health health;
    health.report("fold", Condition::failing, "folding");
    EXPECT_EQ(ask(health, "GET", "/livez").status, 200);
    EXPECT_EQ(ask(health, "GET", "/healthz").status, 503);
    EXPECT_EQ(ask(health, "GET", "/readyz").status, 503);
    health.report("fold", Condition::degraded, "behind");
    EXPECT_EQ(ask(health, "GET", "/healthz").status, 200);
    EXPECT_EQ(ask(health, "HEAD", "/readyz").status, 200);
    EXPECT_EQ(ask(health, "GET", "/readyz").header("cache-control"), "no-store");
}

TEST(OperatorRoutes, GiveMetricsAndNothingElse) {
    const Health health;
    EXPECT_THAT(ask(health, "GET", "/metrics").body, testing::HasSubstr("hoicho_meetings_total 1"));
    EXPECT_EQ(ask(health, "POST", "/metrics").status, 405);
    EXPECT_EQ(ask(health, "GET", "/api/v1").status, 0);
}

}  // namespace
}  // namespace hoicho::runtime::host
