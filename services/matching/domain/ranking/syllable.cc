// Splits text into syllables and takes their marks apart; see syllable.h.
#include "matching/domain/ranking/syllable.h"

#include <algorithm>
#include <array>
#include <map>

#include "kernel/vietnamese.h"

namespace hoicho::matching::ranking {
namespace {

struct Letter {
    std::string shape;  ///< base letter and ^ ( + for circumflex, breve and horn
    char tone = 0;
};

std::size_t length_of(char lead) {
    const auto byte = static_cast<unsigned char>(lead);
    return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

/// Every marked Vietnamese letter and every combining mark, by its UTF-8 bytes.
const std::map<std::string, Letter, std::less<>>& letters() {
    static const auto made = [] {
        std::map<std::string, Letter, std::less<>> table;
        constexpr std::array<std::pair<const char*, const char*>, 12> rows{
            {{"a", "aàảãáạ"}, {"a(", "ăằẳẵắặ"}, {"a^", "âầẩẫấậ"}, {"e", "eèẻẽéẹ"}, {"e^", "êềểễếệ"}, {"i", "iìỉĩíị"},
             {"o", "oòỏõóọ"}, {"o^", "ôồổỗốộ"}, {"o+", "ơờởỡớợ"}, {"u", "uùủũúụ"}, {"u+", "ưừửữứự"}, {"y", "yỳỷỹýỵ"}}};
        for (const auto& [shape, row] : rows) {
            char tone = 0;
            for (std::string_view rest = row; !rest.empty(); rest.remove_prefix(length_of(rest[0])), ++tone)
                table[std::string{rest.substr(0, length_of(rest[0]))}] = {shape, tone};
        }
        table["đ"] = {"d-", 0};
        table["ð"] = {"d-", 0};
        constexpr std::array<std::pair<const char*, const char*>, 8> marks{{{"\xCC\x80", "1"}, {"\xCC\x89", "2"}, {"\xCC\x83", "3"},
            {"\xCC\x81", "4"}, {"\xCC\xA3", "5"}, {"\xCC\x82", "^"}, {"\xCC\x86", "("}, {"\xCC\x9B", "+"}}};
        for (const auto& [bytes, code] : marks)
            table[bytes] = *code >= '1' && *code <= '5' ? Letter{"", static_cast<char>(*code - '0')} : Letter{code, 0};
        return table;
    }();
    return made;
}

/// `word` in lower case.
std::string exact_form(std::string_view word) {
    std::string out;
    char tone = 0;
    while (!word.empty()) {
        const auto length = std::min(length_of(word[0]), word.size());
        const auto at = length == 1 && word[0] != 'd' ? letters().end() : letters().find(word.substr(0, length));
        if (at == letters().end()) {
            out.append(word.substr(0, length));
        } else {
            out.append(at->second.shape);
            if (at->second.tone != 0) tone = at->second.tone;
        }
        word.remove_prefix(length);
    }
    if (tone != 0) out.push_back(static_cast<char>('0' + tone));
    return out;
}

}  // namespace

std::vector<Syllable> syllables(std::string_view text) {
    std::vector<Syllable> out;
    const std::string lower = lowered(text);
    for (const auto word : words(lower)) {
        Syllable syllable{folded(word), exact_form(word)};
        if (!syllable.folded.empty()) out.push_back(std::move(syllable));
    }
    return out;
}

std::string without_telex(std::string_view folded) {
    std::string out{folded};
    constexpr std::string_view tones = "sfrxj";
    if (out.size() >= 3 && tones.find(out.back()) != std::string_view::npos) out.pop_back();
    std::string single;
    for (const char letter : out) {
        const bool doubled = !single.empty() && single.back() == letter && std::string_view{"aeod"}.find(letter) != std::string_view::npos;
        if (!doubled && letter != 'w') single.push_back(letter);
    }
    return single == folded ? std::string{} : single;
}

bool is_vietnamese(std::string_view folded) {
    constexpr std::array<std::string_view, 28> onsets{"ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d",
                                                      "g",   "h",  "k",  "l",  "m",  "n",  "p",  "r",  "s",  "t",  "v",  "x", "y", ""};
    constexpr std::array<std::string_view, 9> codas{"ch", "ng", "nh", "c", "m", "n", "p", "t", ""};
    constexpr std::string_view nuclei = " a e i o u y ai ao au ay eo eu ia ie iu oa oe oi oo ua ue ui uo uu uy ya ye ieu oai oao oay oeo uao uay uoi uou uya uye uyu yeu uoa a ";
    for (const auto onset : onsets) {
        if (!folded.starts_with(onset)) continue;
        for (const auto coda : codas) {
            const auto rest = folded.substr(onset.size());
            if (!rest.ends_with(coda)) continue;
            const auto nucleus = rest.substr(0, rest.size() - coda.size());
            if (!nucleus.empty() && nuclei.find(" " + std::string{nucleus} + " ") != std::string_view::npos) return true;
            if (nucleus.empty() && onset == "gi") return true;  // "gì", "gìn": the i is the vowel
        }
    }
    return false;
}

bool one_slip_apart(std::string_view word, std::string_view other) {
    if (word.size() > other.size()) std::swap(word, other);
    if (other.size() - word.size() > 1) return false;
    const auto [left, right] = std::mismatch(word.begin(), word.end(), other.begin());
    const auto at = static_cast<std::size_t>(left - word.begin());
    (void)right;
    if (word.size() < other.size()) return word.substr(at) == other.substr(at + 1);
    if (at == word.size() || word.substr(at + 1) == other.substr(at + 1)) return true;
    return at + 1 < word.size() && word[at] == other[at + 1] && word[at + 1] == other[at] && word.substr(at + 2) == other.substr(at + 2);
}

std::int32_t common_pairs_thousandths(std::string_view word, std::string_view other) {
    const auto letter = [](std::string_view text, std::size_t at) { return at == 0 || at > text.size() ? ' ' : text[at - 1]; };  // framed by ends
    std::size_t common = 0;
    std::uint64_t taken = 0;  // pairs of `other` that have found theirs: words are shorter than 64 letters here
    for (std::size_t at = 0; at <= word.size(); ++at)
        for (std::size_t there = 0; there <= other.size() && there < 64; ++there) {
            if ((taken >> there & 1) != 0 || letter(word, at) != letter(other, there) || letter(word, at + 1) != letter(other, there + 1)) continue;
            taken |= 1ULL << there;
            ++common;
            break;
        }
    return static_cast<std::int32_t>(2000 * common / (word.size() + other.size() + 2));
}

}  // namespace hoicho::matching::ranking
