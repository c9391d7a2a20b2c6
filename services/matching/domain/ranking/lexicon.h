// An organiser's own names for things, besides the built-in list: checked before they are taken, then looked up like the others.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "matching/domain/ranking/phrases.h"

namespace hoicho::matching::ranking {

/// Names of one thing: regional, trade or foreign ("dứa", "thơm quả", "pineapple"); or a broader name and its kinds ("xôi", "xôi gấc", "xôi xéo").
struct LexiconEntry {
    std::vector<std::string> names;
    bool kinds = false;  ///< who asks for the first finds the others, and not the other way round
};

enum class LexiconFault : std::uint8_t {
    too_many_entries,  ///< told once, of the first entry too many
    one_name,          ///< a name alone says nothing of another
    too_many_names,
    not_text,          ///< not UTF-8, or with a control character
    no_word,           ///< nothing to look up in it
    too_long,          ///< in bytes or in syllables
    name_twice,        ///< it stands in this entry before, perhaps without its marks or with the tone elsewhere
};
/// "TOO_MANY_ENTRIES", ...
std::string_view name_of(LexiconFault fault);

struct LexiconProblem {
    std::size_t entry = 0;  ///< from 0
    LexiconFault fault = LexiconFault::no_word;
    std::string name;       ///< as it was given, shortened; empty when the entry is meant
};

inline constexpr std::size_t lexicon_entries_max = 5'000;
inline constexpr std::size_t lexicon_names_max = 12;        ///< of an entry
inline constexpr std::size_t lexicon_name_bytes_max = 120;
inline constexpr std::size_t lexicon_syllables_max = 8;     ///< of a name

/// Every fault of every entry, in their order; empty: a Lexicon can be made of them.
std::vector<LexiconProblem> problems_of(const std::vector<LexiconEntry>& entries);

/// Immutable; may be shared by threads.
class Lexicon {
  public:
    /// `entries` must be without problems.
    explicit Lexicon(const std::vector<LexiconEntry>& entries);
    const PhraseList& phrases() const { return phrases_; }
    /// Entry n of both: a broader name, and its kinds.
    const PhraseList& broader() const { return broader_; }
    const PhraseList& kinds() const { return kinds_; }

  private:
    PhraseList phrases_, broader_, kinds_;
};

}  // namespace hoicho::matching::ranking
