// Hands composed lines to spdlog, which knows how to share an output among threads.
#include "runtime/telemetry/log.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <atomic>

#include "runtime/telemetry/log_line.h"

namespace hoicho::runtime::telemetry {
namespace {

std::atomic<Level> lowest_level = Level::info;
std::atomic<LogFormat> chosen_format = LogFormat::by_terminal;

spdlog::logger& output() {
    static const auto logger = [] {
        auto made = std::make_shared<spdlog::logger>("hoicho", std::make_shared<spdlog::sinks::stderr_sink_mt>());
        made->set_pattern("%v");
        made->set_level(spdlog::level::trace);
        made->flush_on(spdlog::level::trace);
        return made;
    }();
    return *logger;
}

bool as_text() {
    static const bool terminal = isatty(STDERR_FILENO) == 1;
    const LogFormat format = chosen_format;
    return format == LogFormat::text || (format == LogFormat::by_terminal && terminal);
}

}  // namespace

void configure_log(Level lowest, LogFormat format) {
    lowest_level = lowest;
    chosen_format = format;
}

bool parse_level(std::string_view name, Level& level) {
    if (name == "debug") return level = Level::debug, true;
    if (name == "info") return level = Level::info, true;
    if (name == "warn") return level = Level::warn, true;
    if (name == "error") return level = Level::error, true;
    return false;
}

void log(Level level, std::string_view message, Fields fields) {
    if (level < lowest_level.load(std::memory_order_relaxed)) return;
    const auto now = std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
    const std::string line =
        as_text() ? text_line(now, level, message, fields) : json_line(now, level, message, fields);
    output().log(spdlog::level::info, spdlog::string_view_t{line});
}

}  // namespace hoicho::runtime::telemetry
