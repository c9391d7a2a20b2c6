// The log of a program: a message and key=value fields, as text for people and JSON lines for machines.
#pragma once
#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace hoicho::runtime::telemetry {

enum class Level : std::uint8_t { debug, info, warn, error };
enum class LogFormat : std::uint8_t {
    by_terminal,
    text,
    json
};  ///< by_terminal: text if the output is one, else JSON lines

/// A value about a person. It can be carried around, but the log never shows it.
template <class T>
struct Personal {
    T value;
};

/// One key=value of a log line.
struct Field {
    std::string_view key;
    std::string value;
    bool quoted = true;  ///< false: a number or true/false, as JSON writes it

    Field(std::string_view name, std::string_view text) : key{name}, value{text} {}
    Field(std::string_view name, const std::string& text) : key{name}, value{text} {}
    Field(std::string_view name, const char* text) : key{name}, value{text} {}
    Field(std::string_view name, bool yes) : key{name}, value{yes ? "true" : "false"}, quoted{false} {}
    Field(std::string_view name, std::integral auto number) : key{name}, value{std::to_string(number)}, quoted{false} {}
    Field(std::string_view name, double number);
    template <class T>
    Field(std::string_view name, const Personal<T>&) : key{name}, value{"‹personal›"} {}
};
using Fields = std::initializer_list<Field>;

/// Chooses what is written and how; at start, before other threads log. Without it: info and above, by terminal, to
/// stderr.
void configure_log(Level lowest, LogFormat format);
/// Nothing for a name that is none of debug, info, warn, error.
bool parse_level(std::string_view name, Level& level);

/// Writes one line; any thread. Never bodies, tokens or query strings.
void log(Level level, std::string_view message, Fields fields = {});
inline void debug(std::string_view message, Fields fields = {}) { log(Level::debug, message, fields); }
inline void info(std::string_view message, Fields fields = {}) { log(Level::info, message, fields); }
inline void warn(std::string_view message, Fields fields = {}) { log(Level::warn, message, fields); }
inline void error(std::string_view message, Fields fields = {}) { log(Level::error, message, fields); }

}  // namespace hoicho::runtime::telemetry
