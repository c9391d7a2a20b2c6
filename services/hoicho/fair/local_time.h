// Wall-clock times of a place as instants, by the system's time-zone data.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hoicho::fair {

/// "2026-12-03", "10:15" and "Asia/Ho_Chi_Minh" as "2026-12-03T03:15:00Z"; nullopt: no such day, time or zone, or a time that a clock change
/// left out or gave twice: nobody guesses which was meant.
std::optional<std::string> instant_of(std::string_view day, std::string_view time, std::string_view zone);

}  // namespace hoicho::fair
