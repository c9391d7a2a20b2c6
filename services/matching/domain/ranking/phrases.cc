// Reads the compiled-in word lists and finds their phrases in text; see phrases.h.
#include "matching/domain/ranking/phrases.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "matching_word_lists.inc"

namespace hoicho::matching::ranking {
namespace {

constexpr std::string_view joint = "\t";

/// Everything up to `separator`, which is taken off `rest` together with it.
std::string_view take_until(std::string_view& rest, std::string_view separator) {
    const auto end = rest.find(separator);
    const auto piece = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + separator.size());
    return piece;
}

/// Of every line "name, name, :, member, member": its names, the first one twice as it is their label too, or its members.
std::string half_of_families(bool names) {
    std::string out;
    for (std::string_view rest = families_text; !rest.empty();) {
        auto line = take_until(rest, "\n");
        if (line.empty() || line[0] == '#') continue;
        const auto left = take_until(line, "\t:\t");
        if (names) out.append(left.substr(0, left.find('\t'))).append(joint).append(left);
        if (!names) out.append(line);
        out.push_back('\n');
    }
    return out;
}

}  // namespace

PhraseList::PhraseList(std::string_view text, bool labelled) {
    while (!text.empty())
        if (const auto line = take_until(text, "\n"); !line.empty() && line[0] != '#') add_line(line, labelled);
    for (auto& [first, phrases] : by_first_)
        std::sort(phrases.begin(), phrases.end(), [](const Phrase& left, const Phrase& right) {
            return std::tuple{right.syllables.size(), left.entry} < std::tuple{left.syllables.size(), right.entry};
        });
}

void PhraseList::add_line(std::string_view line, bool labelled) {
    const auto entry = static_cast<std::uint32_t>(entries_.size());
    labels_.emplace_back(labelled ? take_until(line, joint) : std::string_view{});
    auto& phrases = entries_.emplace_back();
    while (!line.empty()) {
        auto phrase = syllables(take_until(line, joint));
        if (phrase.empty()) continue;
        by_first_[phrase[0].folded].push_back({phrase, entry});
        phrases.push_back(std::move(phrase));
    }
}

bool PhraseList::matches(const std::vector<Syllable>& phrase, const std::vector<Syllable>& text, std::size_t at) const {
    if (at + phrase.size() > text.size()) return false;
    for (std::size_t i = 0; i < phrase.size(); ++i) {
        const auto& found = text[at + i];
        if (found.folded != phrase[i].folded) return false;
        if (found.marked() && found.exact != phrase[i].exact) return false;
    }
    return true;
}

std::optional<PhraseList::Match> PhraseList::longest(const std::vector<Syllable>& text, std::size_t at) const {
    const auto found = by_first_.find(text[at].folded);
    if (found == by_first_.end()) return std::nullopt;
    for (const auto& phrase : found->second)
        if (matches(phrase.syllables, text, at)) return Match{phrase.entry, phrase.syllables.size()};
    return std::nullopt;
}

std::vector<PhraseList::Match> PhraseList::all_longest(const std::vector<Syllable>& text, std::size_t at) const {
    std::vector<Match> out;
    const auto found = by_first_.find(text[at].folded);
    if (found == by_first_.end()) return out;
    for (const auto& phrase : found->second) {
        if (!out.empty() && phrase.syllables.size() < out.front().length) break;
        if (matches(phrase.syllables, text, at) && (out.empty() || out.back().entry != phrase.entry)) out.push_back({phrase.entry, phrase.syllables.size()});
    }
    return out;
}

const PhraseList& lexicon() {
    static const PhraseList list{lexicon_text, false};
    return list;
}
const PhraseList& trade_phrases() {
    static const PhraseList list{trade_phrases_text, false};
    return list;
}
const PhraseList& fillers() {
    static const PhraseList list{fillers_text, false};
    return list;
}
const PhraseList& standard_names() {
    static const PhraseList list{standards_text, true};
    return list;
}
const PhraseList& ocop_set_names() {
    static const PhraseList list{ocop_sets_text, true};
    return list;
}

const PhraseList& family_names() {
    static const PhraseList list{half_of_families(true), true};
    return list;
}
const PhraseList& family_members() {
    static const PhraseList list{half_of_families(false), false};
    return list;
}

std::vector<std::string> standards_named_in(std::string_view text) {
    const auto words = syllables(text);
    std::set<std::uint32_t> found;
    for (std::size_t at = 0; at < words.size();) {
        const auto match = standard_names().longest(words, at);
        if (match) found.insert(match->entry);
        at += match ? match->length : 1;
    }
    std::vector<std::string> codes;
    for (const auto entry : found) codes.push_back(standard_names().label(entry));
    return codes;
}

}  // namespace hoicho::matching::ranking
