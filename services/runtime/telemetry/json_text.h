// JSON strings, safe for any bytes.
#pragma once
#include <string>
#include <string_view>

namespace hoicho::runtime::telemetry {

/// Appends `text` in quotes. Control characters are escaped and bytes that are not UTF-8 become U+FFFD, so the result
/// is always one valid JSON string on one line.
void append_json_text(std::string& out, std::string_view text);

}  // namespace hoicho::runtime::telemetry
