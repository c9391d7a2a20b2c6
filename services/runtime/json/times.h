// Days and instants between their numbers inside and their ISO 8601 forms outside.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hoicho::runtime {

/// "2026-12-03" for days since 1970-01-01.
std::string show_day(std::int32_t day);
/// nullopt: not a day of the calendar between the years 1 and 9999.
std::optional<std::int32_t> read_day(std::string_view text);

/// RFC 3339 with milliseconds only where there are some: "2026-12-03T03:15:00Z".
std::string show_instant(std::uint64_t at_ms);
/// Takes any offset ("+07:00", "Z"); nullopt for a time without one: nobody guesses whose clock was meant.
std::optional<std::uint64_t> read_instant(std::string_view text);

}  // namespace hoicho::runtime
