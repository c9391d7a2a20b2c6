// Takes a title apart: trade phrases and quantities out, synonyms and repaired spellings in; see query.h.
#include "matching/domain/ranking/query.h"

#include <algorithm>

#include "matching/domain/ranking/fixed_log.h"
#include "matching/domain/ranking/phrases.h"

namespace hoicho::matching::ranking {
namespace {

using Words = std::vector<Syllable>;

constexpr std::int32_t synonym_trust = 950;
constexpr std::int32_t repair_trust = 850;
constexpr std::size_t repaired_words_max = 8;  // each one is held against every known word
constexpr std::size_t repaired_letters_min = 3;  // shorter words have too many neighbours

/// The title without trade phrases, numbers, units after numbers and what stands after "/".
Words subject_of(std::string_view title) {
    const Words all = syllables(title);
    Words subject;
    for (std::size_t at = 0; at < all.size() && subject.size() < query_syllables_max;) {
        if (const auto phrase = trade_phrases().longest(all, at)) {
            at += phrase->length;
        } else if (all[at].is_number()) {
            ++at;
            if (at >= all.size() || all[at].is_number()) continue;
            ++at;  // its unit
            constexpr std::string_view periods[] = {"thang", "tuan", "vu", "nam", "month", "week", "season", "year"};
            if (at < all.size() && std::find(std::begin(periods), std::end(periods), all[at].folded) != std::end(periods)) ++at;
        } else {
            subject.push_back(all[at++]);
        }
    }
    if (!subject.empty()) return subject;
    return {all.begin(), all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), query_syllables_max))};
}

class Builder {
  public:
    Builder(const Index& index, const Demand& demand) : index_{index}, description_{syllables(demand.description)} {}

    Query build(const Words& words) {
        Query query;
        const Syllable* last = nullptr;
        for (std::size_t at = 0; at < words.size();) {
            const auto match = lexicon().longest(words, at);
            const std::size_t length = match ? match->length : 1;
            const Words own(words.begin() + static_cast<std::ptrdiff_t>(at), words.begin() + static_cast<std::ptrdiff_t>(at + length));
            auto slot = slot_of(own, match);
            if (last) add_joint(query, *last, own.front());
            last = &words[at + length - 1];
            at += length;
            query.whole += slot.weight;
            query.slots.push_back(std::move(slot));
        }
        name_sets(words, query);
        query.families = families_asked(words);
        return query;
    }

  private:
    Slot slot_of(const Words& own, const std::optional<PhraseList::Match>& match) {
        Slot slot;
        add_way(slot, own, 1000);
        if (match)
            for (const auto& phrase : lexicon().phrases(match->entry))
                if (phrase != own) add_way(slot, phrase, synonym_trust);
        if (own.size() == 1 && !index_.term(own[0].folded) && ++repaired_ <= repaired_words_max) repair(slot, own[0]);
        for (const auto& way : slot.ways) slot.weight = std::max(slot.weight, way.syllables.empty() ? 0 : way.whole);
        if (slot.weight == 0) slot.weight = unknown_weight();
        return slot;
    }

    void add_way(Slot& slot, const Words& words, std::int32_t trust) {
        if (slot.ways.size() >= ways_max) return;
        Way way;
        way.trust_thousandths = trust;
        for (std::size_t at = 0; at < words.size(); ++at) {
            if (const auto term = index_.term(words[at].folded)) {
                const auto weight = index_.weight_thousandths(*term);
                way.syllables.push_back({*term, index_.exact(words[at].exact), words[at].marked(), weight});
                way.whole += weight;
            } else {
                way.whole += unknown_weight();
            }
            if (at + 1 < words.size()) add_pair(way, pair_of(words[at].folded, words[at + 1].folded));
        }
        if (!way.syllables.empty()) slot.ways.push_back(std::move(way));
    }

    void add_pair(Way& way, const std::string& text) {
        const auto term = index_.term(text);
        if (term) way.pairs.push_back(*term);
        way.whole += term ? index_.weight_thousandths(*term) : unknown_weight();
    }

    void add_joint(Query& query, const Syllable& left, const Syllable& right) {
        const auto term = index_.term(pair_of(left.folded, right.folded));
        if (!term) return;
        const auto weight = index_.weight_thousandths(*term);
        query.joints.emplace_back(*term, weight);
        query.whole += weight;
    }

    /// Ways for a word that no product has: Telex left in it, the description's spelling of it, or one slip of the finger.
    void repair(Slot& slot, const Syllable& word) {
        if (const auto plain = without_telex(word.folded); !plain.empty() && index_.term(plain)) add_way(slot, {{plain, plain}}, repair_trust);
        if (word.folded.size() < repaired_letters_min) return;
        std::vector<std::pair<std::uint32_t, std::string>> near;
        for (Index::TermId id = 0; id < index_.terms(); ++id) {
            const auto& term = index_.term(id);
            if (term.documents > 0 && term.text.find(' ') == std::string::npos && term.text.size() + 1 >= repaired_letters_min &&
                one_slip_apart(word.folded, term.text))
                near.emplace_back(in_description(term.text) ? 0xFFFFFFFF : term.documents, term.text);
        }
        std::sort(near.begin(), near.end(), [](const auto& left, const auto& right) {
            return left.first != right.first ? left.first > right.first : left.second < right.second;
        });
        if (near.size() > repairs_max) near.resize(repairs_max);
        for (const auto& [documents, text] : near) add_way(slot, {{text, text}}, documents == 0xFFFFFFFF ? 1000 : repair_trust);
    }

    bool in_description(const std::string& folded) const {
        return std::any_of(description_.begin(), description_.end(), [&](const Syllable& word) { return word.folded == folded; });
    }

    static void name_sets(const Words& words, Query& query) {
        const auto match = words.empty() ? std::nullopt : ocop_set_names().longest(words, 0);
        if (match && match->length == words.size())
            query.ocop_sets.push_back(static_cast<std::uint32_t>(std::stoul(ocop_set_names().label(match->entry))));
    }

    /// What no product says weighs as much as what one product says.
    std::int32_t unknown_weight() const { return log2_thousandths(2 * index_.size() + 2, 3) / 2; }

    const Index& index_;
    Words description_;
    std::size_t repaired_ = 0;
};

}  // namespace

Query query_of(const Index& index, const Demand& demand) { return Builder{index, demand}.build(subject_of(demand.title)); }

}  // namespace hoicho::matching::ranking
