// The two forms of a log line, free of clocks and outputs.
#pragma once
#include <chrono>
#include <string>

#include "runtime/telemetry/log.h"

namespace hoicho::runtime::telemetry {

using LogTime = std::chrono::time_point<std::chrono::system_clock, std::chrono::milliseconds>;

/// {"time":"2026-11-29T03:16:20.123Z","level":"info","message":"...","key":value}; always one valid JSON object on one
/// line.
std::string json_line(LogTime time, Level level, std::string_view message, Fields fields);
/// 03:16:20.123 info  message  key=value other="two words"; always one line, in UTC.
std::string text_line(LogTime time, Level level, std::string_view message, Fields fields);

}  // namespace hoicho::runtime::telemetry
