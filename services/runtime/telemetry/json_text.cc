// Escapes JSON strings and repairs UTF-8 on the way.
#include "runtime/telemetry/json_text.h"

#include <cstdint>

namespace hoicho::runtime::telemetry {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD

/// Length of the UTF-8 character at the start of `text`, 0 if there is none: overlong forms and surrogates are none.
std::size_t utf8_length(std::string_view text) {
    const auto byte = [text](std::size_t at) {
        return at < text.size() ? static_cast<std::uint8_t>(text[at]) : std::uint8_t{0};
    };
    const auto follows = [byte](std::size_t at) { return (byte(at) & 0xC0) == 0x80; };
    const std::uint8_t first = byte(0), second = byte(1);
    if (first < 0x80) return 1;
    if (first < 0xC2 || first > 0xF4 || !follows(1)) return 0;
    if (first < 0xE0) return 2;
    if ((first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F) || !follows(2)) return 0;
    if (first < 0xF0) return 3;
    if ((first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F) || !follows(3)) return 0;
    return 4;
}

void append_escaped(std::string& out, char control) {
    constexpr std::string_view digits = "0123456789abcdef";
    switch (control) {
        case '"': out += "\\\""; return;
        case '\\': out += "\\\\"; return;
        case '\n': out += "\\n"; return;
        case '\r': out += "\\r"; return;
        case '\t': out += "\\t"; return;
        default: break;
    }
    const auto value = static_cast<std::uint8_t>(control);
    out += "\\u00";
    out += digits[value >> 4];
    out += digits[value & 15];
}

bool is_plain(char c) {
    return static_cast<std::uint8_t>(c) >= 0x20 && static_cast<std::uint8_t>(c) < 0x7F && c != '"' && c != '\\';
}

}  // namespace

void append_json_text(std::string& out, std::string_view text) {
    out += '"';
    while (!text.empty()) {
        std::size_t plain = 0;
        while (plain < text.size() && is_plain(text[plain])) ++plain;
        out += text.substr(0, plain);
        text.remove_prefix(plain);
        if (text.empty()) break;
        const std::size_t length = utf8_length(text);
        if (length == 1) append_escaped(out, text.front());
        if (length > 1) out += text.substr(0, length);
        if (length == 0) out += replacement;
        text.remove_prefix(length == 0 ? 1 : length);
    }
    out += '"';
}

}  // namespace hoicho::runtime::telemetry
