// The ranking's word lists, compiled in: names of one thing, trade phrases, standards and OCOP sets as sentences name them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "matching/domain/ranking/syllable.h"

namespace hoicho::matching::ranking {

struct Phrase {
    std::vector<Syllable> syllables;
    std::uint32_t entry = 0;  ///< of its list
};

/// One word list: entries of one or more phrases. Immutable, shared by all threads.
class PhraseList {
  public:
    /// `text` holds an entry a line, its phrases separated by tabs; lines that begin with # are comments. With `labelled` the first is a name.
    PhraseList(std::string_view text, bool labelled);

    struct Match {
        std::uint32_t entry = 0;
        std::size_t length = 0;  ///< syllables
    };
    /// The longest phrase that begins at `at`. Text without marks matches phrases with them; text with marks must have the same ones.
    /// Two equal phrases of different entries: the first of the list.
    std::optional<Match> longest(const std::vector<Syllable>& text, std::size_t at) const;
    /// All entries with a phrase as long as the longest one: text without marks may mean several.
    std::vector<Match> all_longest(const std::vector<Syllable>& text, std::size_t at) const;
    /// Every phrase of an entry.
    const std::vector<std::vector<Syllable>>& phrases(std::uint32_t entry) const { return entries_[entry]; }
    const std::string& label(std::uint32_t entry) const { return labels_[entry]; }
    std::size_t size() const { return entries_.size(); }

  private:
    void add_line(std::string_view line, bool labelled);
    bool matches(const std::vector<Syllable>& phrase, const std::vector<Syllable>& text, std::size_t at) const;

    std::vector<std::vector<std::vector<Syllable>>> entries_;
    std::vector<std::string> labels_;
    std::unordered_map<std::string, std::vector<Phrase>> by_first_;  ///< folded first syllable, longest phrase first
};

const PhraseList& lexicon();
const PhraseList& trade_phrases();
const PhraseList& fillers();
const PhraseList& standard_names();
const PhraseList& ocop_set_names();
const PhraseList& family_names();    ///< entry n of both lists is one family
const PhraseList& family_members();

/// Codes of the standards that a text names, each once, in the order of the list.
std::vector<std::string> standards_named_in(std::string_view text);

}  // namespace hoicho::matching::ranking
