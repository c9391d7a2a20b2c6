// Vietnamese text as it is compared: folded without marks, or in lower case with them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hoicho {

/// Whether `text` is well-formed UTF-8 (no overlong forms, no surrogates, at most U+10FFFF).
bool is_utf8(std::string_view text);

/// For comparing and searching: marks dropped, đ and Ð to d, lower case, runs of white space to one space, trimmed. "Đậu phụ Mơ" -> "dau phu mo".
/// Combining marks in any order vanish, so composed and decomposed spellings are equal. Bytes that are not UTF-8 are dropped.
std::string folded(std::string_view text);

/// Lower case with its marks kept, as they are spelt: give it composed (NFC) text. Tone placement (hòa, hoà) is not touched.
std::string lowered(std::string_view text);

/// Words of folded or lowered text: maximal runs of letters and digits.
std::vector<std::string_view> words(std::string_view text);

}  // namespace hoicho
