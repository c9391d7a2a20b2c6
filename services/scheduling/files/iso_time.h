/// Times as the formats write them: ISO 8601 with an offset, to the second.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hoicho::scheduling::files {

/// @param text  e.g. "2026-10-08T09:00:00+07:00" or "2026-10-08T02:00Z"
/// @return      seconds since 1970 in UTC; none if it is not such a time
std::optional<std::int64_t> iso_time_s(std::string_view text);

/// @return  the time in UTC, "2026-10-08T02:00:00+00:00"
std::string iso_time(std::int64_t time_s);

}  // namespace hoicho::scheduling::files
