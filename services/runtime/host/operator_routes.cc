// Health and metrics as HTTP responses.
#include "runtime/host/operator_routes.h"

#include "runtime/http/router.h"

namespace hoicho::runtime::host {
namespace {

constexpr auto exposition_type = "text/plain; version=0.0.4; charset=utf-8";

const http::Router& router() {
    static const http::Router table{{{"GET", "/livez", "live"},
                                     {"GET", "/healthz", "health"},
                                     {"GET", "/readyz", "ready"},
                                     {"GET", "/metrics", "metrics"}}};
    return table;
}

http::Response fresh(int status, std::string content_type, std::string body) {
    return {status, std::move(content_type), {{"Cache-Control", "no-store"}}, std::move(body)};
}

}  // namespace

std::optional<http::Response> operator_answer(const http::Request& request, const Health& health,
                                              const telemetry::Metrics& metrics) {
    const http::Match match = router().match(request.method, request.path);
    if (match.kind == http::Match::Kind::unknown_path) return std::nullopt;
    if (match.kind == http::Match::Kind::unknown_method) return http::unmatched(match);
    const int status = health.ready() ? 200 : 503;
    if (match.route->name == "health") return fresh(status, "application/json", health.health_body());
    if (match.route->name == "ready") return fresh(status, "application/json", health.ready_body());
    if (match.route->name == "metrics") return fresh(200, exposition_type, metrics.exposition());
    return fresh(200, "application/json", "{\"live\":true}");
}

}  // namespace hoicho::runtime::host
