// Composes log lines: whatever a value holds, it stays inside its quotes and on its line.
#include "runtime/telemetry/log_line.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <ctime>

#include "runtime/telemetry/json_text.h"

namespace hoicho::runtime::telemetry {
namespace {

std::string_view name_of(Level level) {
    switch (level) {
        case Level::debug: return "debug";
        case Level::info: return "info";
        case Level::warn: return "warn";
        case Level::error: return "error";
    }
    return "error";
}

std::string stamp(LogTime time, const char* form) {
    const auto since_epoch_ms = time.time_since_epoch().count();
    const std::time_t seconds = since_epoch_ms / 1000;
    std::tm parts{};
    std::array<char, 40> text{};
    std::string out(text.data(), std::strftime(text.data(), text.size(), form, gmtime_r(&seconds, &parts)));
    std::array<char, 8> fraction{};
    const int size = std::snprintf(fraction.data(), fraction.size(), ".%03d", static_cast<int>(since_epoch_ms % 1000));
    return out.append(fraction.data(), static_cast<std::size_t>(size));
}

bool is_simple(std::string_view value) {
    for (const char c : value)
        if (static_cast<unsigned char>(c) <= 0x20 || c == '"' || c == '=' || c == '\\' || c == 0x7f) return false;
    return !value.empty();
}

/// As JSON without its quotes: readable, but no line break gets through.
void append_plain(std::string& out, std::string_view text) {
    std::string quoted;
    append_json_text(quoted, text);
    out.append(quoted, 1, quoted.size() - 2);
}

}  // namespace

Field::Field(std::string_view name, double number) : key{name} {
    std::array<char, 32> text{};
    const int size = std::snprintf(text.data(), text.size(), "%.9g", number);
    value.assign(text.data(), static_cast<std::size_t>(size));
    quoted = !std::isfinite(number);  // JSON has no word for them
}

std::string json_line(LogTime time, Level level, std::string_view message, Fields fields) {
    std::string line = "{\"time\":\"" + stamp(time, "%Y-%m-%dT%H:%M:%S") + "Z\",\"level\":\"";
    line += name_of(level);
    line += "\",\"message\":";
    append_json_text(line, message);
    for (const Field& field : fields) {
        line += ',';
        append_json_text(line, field.key);
        line += ':';
        if (field.quoted)
            append_json_text(line, field.value);
        else
            line += field.value;
    }
    return line += '}';
}

std::string text_line(LogTime time, Level level, std::string_view message, Fields fields) {
    std::string line = stamp(time, "%H:%M:%S") + ' ';
    line += name_of(level);
    line.append(name_of(level).size() < 5 ? 2 : 1, ' ');
    append_plain(line, message);
    for (const Field& field : fields) {
        line += ' ';
        line += field.key;
        line += '=';
        if (is_simple(field.value))
            append_plain(line, field.value);
        else
            append_json_text(line, field.value);
    }
    return line;
}

}  // namespace hoicho::runtime::telemetry
