// Checks an organiser's names and makes a list of them; see lexicon.h.
#include "matching/domain/ranking/lexicon.h"

#include <algorithm>

#include "kernel/check.h"
#include "kernel/vietnamese.h"
#include "matching/domain/ranking/ranked.h"

namespace hoicho::matching::ranking {
namespace {

bool is_text(std::string_view name) {
    return is_utf8(name) && std::none_of(name.begin(), name.end(), [](char byte) { return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F; });
}

class Checker {
  public:
    std::vector<LexiconProblem> check(const std::vector<LexiconEntry>& entries) {
        for (at_ = 0; at_ < entries.size(); ++at_) {
            if (at_ == lexicon_entries_max) {
                blame(LexiconFault::too_many_entries, {});
                break;
            }
            check(entries[at_]);
        }
        return std::move(problems_);
    }

  private:
    void check(const LexiconEntry& entry) {
        if (entry.names.size() < 2) blame(LexiconFault::one_name, {});
        if (entry.names.size() > lexicon_names_max) return blame(LexiconFault::too_many_names, {});
        std::vector<std::vector<Syllable>> seen;
        for (const auto& name : entry.names) check(name, seen);
    }
    void check(const std::string& name, std::vector<std::vector<Syllable>>& seen) {
        if (name.size() > lexicon_name_bytes_max) return blame(LexiconFault::too_long, is_text(name) ? name : std::string{});
        if (!is_text(name)) return blame(LexiconFault::not_text, {});
        auto words = syllables(name);
        if (words.empty()) return blame(LexiconFault::no_word, name);
        if (words.size() > lexicon_syllables_max) return blame(LexiconFault::too_long, name);
        if (std::find(seen.begin(), seen.end(), words) != seen.end()) return blame(LexiconFault::name_twice, name);
        seen.push_back(std::move(words));
    }
    void blame(LexiconFault fault, std::string_view name) { problems_.push_back({at_, fault, shortened(name)}); }

    std::size_t at_ = 0;
    std::vector<LexiconProblem> problems_;
};

enum class Take : std::uint8_t { all, first, others };

/// As word lists are written: an entry a line, its names separated by tabs.
std::string as_list(const std::vector<LexiconEntry>& entries, bool kinds, Take take) {
    std::string out;
    for (const auto& entry : entries) {
        if (entry.kinds != kinds) continue;
        out.push_back(' ');  // so that a name that begins with # is no comment
        const std::size_t from = take == Take::others ? 1 : 0, to = take == Take::first ? 1 : entry.names.size();
        for (auto at = from; at < to; ++at) out.append(entry.names[at]).push_back('\t');
        out.push_back('\n');
    }
    return out;
}

}  // namespace

std::string_view name_of(LexiconFault fault) {
    switch (fault) {
        case LexiconFault::too_many_entries: return "TOO_MANY_ENTRIES";
        case LexiconFault::one_name: return "ONE_NAME";
        case LexiconFault::too_many_names: return "TOO_MANY_NAMES";
        case LexiconFault::not_text: return "NOT_TEXT";
        case LexiconFault::no_word: return "NO_WORD";
        case LexiconFault::too_long: return "TOO_LONG";
        case LexiconFault::name_twice: return "NAME_TWICE";
    }
    return "";
}

std::vector<LexiconProblem> problems_of(const std::vector<LexiconEntry>& entries) { return Checker{}.check(entries); }

Lexicon::Lexicon(const std::vector<LexiconEntry>& entries)
    : phrases_{as_list(entries, false, Take::all), false}, broader_{as_list(entries, true, Take::first), false},
      kinds_{as_list(entries, true, Take::others), false} {
    invariant(problems_of(entries).empty(), "a lexicon is made of entries without problems", static_cast<long long>(entries.size()));
}

}  // namespace hoicho::matching::ranking
