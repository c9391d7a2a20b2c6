// The addresses every program answers to its operator.
#pragma once
#include <optional>

#include "runtime/host/health.h"
#include "runtime/http/message.h"
#include "runtime/telemetry/metrics.h"

namespace hoicho::runtime::host {

/// Answers GET and HEAD of /livez (200 while the process answers at all), /healthz (every condition; 503 when one is
/// failing), /readyz (503 with reasons until ready) and /metrics; 405 for other methods there; nothing for any other
/// path.
std::optional<http::Response> operator_answer(const http::Request& request, const Health& health,
                                              const telemetry::Metrics& metrics);

}  // namespace hoicho::runtime::host
