// Looks titles up in the list of families; see families.h.
#include "matching/domain/ranking/families.h"

#include <algorithm>

#include "matching/domain/ranking/phrases.h"

namespace hoicho::matching::ranking {
namespace {

constexpr std::size_t enumerated_min = 3;  ///< members in a row that make a demand a list and not one thing

FamilyId id_of(const PhraseList::Match& match) { return static_cast<FamilyId>(match.entry + 1); }

/// Matches of `list` from left to right, none overlapping.
std::vector<PhraseList::Match> matches_in(const PhraseList& list, const std::vector<Syllable>& text) {
    std::vector<PhraseList::Match> out;
    for (std::size_t at = 0; at < text.size();) {
        const auto match = list.longest(text, at);
        if (match) out.push_back(*match);
        at += match ? match->length : 1;
    }
    return out;
}

std::size_t covered(const std::vector<PhraseList::Match>& matches) {
    std::size_t sum = 0;
    for (const auto& match : matches) sum += match.length;
    return sum;
}

}  // namespace

FamilyId family_of(const std::string& title_vi, const std::string& title_en) {
    const auto vietnamese = matches_in(family_members(), syllables(title_vi));
    if (!vietnamese.empty()) return id_of(vietnamese.front());
    const auto english = matches_in(family_members(), syllables(title_en));
    return english.empty() ? FamilyId{0} : id_of(english.back());
}

AskedFamilies families_asked(const std::vector<Syllable>& subject) {
    AskedFamilies asked;
    if (subject.empty()) return asked;
    const auto members = matches_in(family_members(), subject);
    if (!members.empty()) asked.of_member = id_of(members.front());
    if (members.size() == 1 && members[0].length == subject.size()) return asked;  // one thing, also when its family bears its name
    const auto names = matches_in(family_names(), subject);
    const auto longest = std::max_element(names.begin(), names.end(), [](const auto& left, const auto& right) { return left.length < right.length; });
    if (longest != names.end() && longest->length * 2 > subject.size()) asked.whole.push_back(id_of(*longest));
    if (members.size() >= enumerated_min && covered(members) * 4 >= subject.size() * 3)
        for (const auto& member : members) asked.whole.push_back(id_of(member));
    return asked;
}

const std::string& name_of_family(FamilyId family) {
    static const std::string none;
    return family == 0 ? none : family_names().label(family - 1U);
}

std::size_t families_count() { return family_names().size(); }

}  // namespace hoicho::matching::ranking
