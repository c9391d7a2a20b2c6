// Folding by a table made from Unicode data; see vietnamese.h.
#include "kernel/vietnamese.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

namespace hoicho {
namespace {

struct Letter {
    std::uint16_t code;
    std::uint16_t folded;
    std::uint16_t lower;
};
constexpr Letter letters[] = {
#include "kernel/vietnamese_table.inc"
};

const Letter* find(char32_t code) {
    const auto* at = std::lower_bound(std::begin(letters), std::end(letters), code,
                                      [](const Letter& letter, char32_t wanted) { return letter.code < wanted; });
    return at != std::end(letters) && at->code == code ? at : nullptr;
}

bool is_mark(char32_t code) { return code >= 0x0300 && code <= 0x036F; }
bool is_space(char32_t code) {
    return code == ' ' || (code >= '\t' && code <= '\r') || code == 0xA0 || code == 0x202F || code == 0x3000 ||
           (code >= 0x2000 && code <= 0x200A);
}

/// Takes one code point off the front; nullopt for a byte that begins none (it is taken too).
std::optional<char32_t> next(std::string_view& text) {
    const auto lead = static_cast<std::uint8_t>(text[0]);
    const int length = lead < 0x80 ? 1 : lead >= 0xC2 && lead < 0xE0 ? 2 : lead >= 0xE0 && lead < 0xF0 ? 3 : lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
    if (length == 0 || static_cast<std::size_t>(length) > text.size()) return text.remove_prefix(1), std::nullopt;
    char32_t code = length == 1 ? lead : lead & (0xFF >> (length + 1));
    for (int at = 1; at < length; ++at) {
        const auto byte = static_cast<std::uint8_t>(text[static_cast<std::size_t>(at)]);
        if ((byte & 0xC0) != 0x80) return text.remove_prefix(1), std::nullopt;
        code = code << 6 | (byte & 0x3F);
    }
    constexpr std::array<char32_t, 5> least{0, 0, 0x80, 0x800, 0x10000};
    text.remove_prefix(static_cast<std::size_t>(length));
    if (code < least[static_cast<std::size_t>(length)] || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return std::nullopt;
    return code;
}

void append(std::string& out, char32_t code) {
    const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xC0 | code >> 6);
        put(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        put(0xE0 | code >> 12);
        put(0x80 | (code >> 6 & 0x3F));
        put(0x80 | (code & 0x3F));
    } else {
        put(0xF0 | code >> 18);
        put(0x80 | (code >> 12 & 0x3F));
        put(0x80 | (code >> 6 & 0x3F));
        put(0x80 | (code & 0x3F));
    }
}

/// Applies `letter_of` to every code point that is no white space; white space runs become one space between words.
template <class LetterOf>
std::string spaced(std::string_view text, LetterOf letter_of) {
    std::string out;
    out.reserve(text.size());
    bool space = false;
    while (!text.empty()) {
        const auto code = next(text);
        if (!code) continue;
        if (is_space(*code)) {
            space = !out.empty();
            continue;
        }
        const auto letter = letter_of(*code);
        if (!letter) continue;
        if (space) out.push_back(' ');
        space = false;
        append(out, *letter);
    }
    return out;
}

bool is_word_byte(char byte) {
    const auto value = static_cast<std::uint8_t>(byte);
    return value >= 0x80 || (value >= '0' && value <= '9') || (value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z');
}

}  // namespace

bool is_utf8(std::string_view text) {
    while (!text.empty())
        if (static_cast<std::uint8_t>(text[0]) < 0x80) {
            text.remove_prefix(1);
        } else if (!next(text)) {
            return false;
        }
    return true;
}

std::string folded(std::string_view text) {
    return spaced(text, [](char32_t code) -> std::optional<char32_t> {
        if (is_mark(code)) return std::nullopt;
        if (code >= 'A' && code <= 'Z') return code + 32;
        const auto* letter = code < 0x80 ? nullptr : find(code);
        return letter ? letter->folded : code;
    });
}

std::string lowered(std::string_view text) {
    return spaced(text, [](char32_t code) -> std::optional<char32_t> {
        if (code >= 'A' && code <= 'Z') return code + 32;
        const auto* letter = code < 0x80 ? nullptr : find(code);
        return letter ? letter->lower : code;
    });
}

std::vector<std::string_view> words(std::string_view text) {
    std::vector<std::string_view> out;
    for (std::size_t at = 0; at < text.size();) {
        while (at < text.size() && !is_word_byte(text[at])) ++at;
        const auto begin = at;
        while (at < text.size() && is_word_byte(text[at])) ++at;
        if (at > begin) out.push_back(text.substr(begin, at - begin));
    }
    return out;
}

}  // namespace hoicho
