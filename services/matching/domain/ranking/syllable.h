// Words of Vietnamese and English text as ranking compares them: folded, and exact with the tone moved to the end.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hoicho::matching::ranking {

struct Syllable {
    std::string folded;  ///< "dua"
    std::string exact;   ///< "du+a" and a digit for the tone: hòa and hoà, composed and decomposed spellings are equal

    bool marked() const { return exact != folded; }
    bool is_number() const { return !folded.empty() && folded[0] >= '0' && folded[0] <= '9'; }
    friend bool operator==(const Syllable&, const Syllable&) = default;
};

/// In the order of the text; punctuation separates.
std::vector<Syllable> syllables(std::string_view text);

/// What a folded syllable probably meant when it was typed in Telex with the input method off: "hangf" -> "hang", "ddau" -> "dau".
/// Empty when nothing in it looks like Telex.
std::string without_telex(std::string_view folded);

/// Whether a folded word could be a Vietnamese syllable: what cannot was mistyped, or is foreign.
bool is_vietnamese(std::string_view folded);

/// Whether two words differ by at most one inserted, lost or changed letter or two letters in wrong order. Bytes are letters.
bool one_slip_apart(std::string_view word, std::string_view other);

/// Share of the neighbouring letters that two words have in common, in thousandths: twice the common pairs by all pairs, ends counted.
std::int32_t common_pairs_thousandths(std::string_view word, std::string_view other);

}  // namespace hoicho::matching::ranking
