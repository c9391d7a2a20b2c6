// Takes a title apart: trade phrases and quantities out, synonyms and repaired spellings in; see query.h.
#include "matching/domain/ranking/query.h"

#include <algorithm>

#include "matching/domain/ranking/fixed_log.h"
#include "matching/domain/ranking/lexicon.h"
#include "matching/domain/ranking/phrases.h"

namespace hoicho::matching::ranking {
namespace {

using Words = std::vector<Syllable>;

constexpr std::int32_t synonym_trust = 950;
constexpr std::int32_t doubtful_trust = 600;  // written without marks, it may mean several things
constexpr std::int32_t repair_trust = 850;
constexpr std::int32_t unsold_share = 250;     // of 1000: of a word's weight, when nothing that is sold is called so
constexpr std::int32_t equal_weight = 1000;   // of every word when rarity is switched off
constexpr std::size_t repaired_words_max = 8;  // each one is held against many known words
constexpr std::int32_t near_spelling_min = 600;  // thousandths of letter pairs in common
constexpr std::size_t repaired_letters_min = 3;  // shorter words have too many neighbours

/// Syllables of the longest name of a thing, a family or a set that begins at `at`: "theo mùa" typed without marks is not "to buy".
std::size_t named_at(const Words& words, std::size_t at) {
    std::size_t length = 0;
    for (const auto* list : {&ocop_set_names(), &family_names(), &lexicon(), &fillers()})
        if (const auto found = list->longest(words, at)) length = std::max(length, found->length);
    return length;
}

/// The title without trade phrases, numbers, units after numbers and what stands after "/".
Words subject_of(std::string_view title, const RankingOptions& options) {
    const Words all = syllables(title);
    Words subject;
    for (std::size_t at = 0; at < all.size() && subject.size() < query_syllables_max;) {
        const auto phrase = options.trade_phrases ? trade_phrases().longest(all, at) : std::nullopt;
        if (const auto named = named_at(all, at); named > 1 && named >= (phrase ? phrase->length : 0)) {
            for (std::size_t i = 0; i < named; ++i) subject.push_back(all[at + i]);
            at += named;
        } else if (phrase) {
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

/// The subject without words that stand beside the thing; the whole subject when nothing else is in it.
Words without_fillers(const Words& subject) {
    Words out;
    for (std::size_t at = 0; at < subject.size();) {
        const auto filler = fillers().longest(subject, at);
        if (!filler) out.push_back(subject[at]);
        at += filler ? filler->length : 1;
    }
    return out.empty() ? subject : out;
}

class Builder {
  public:
    Builder(const Index& index, const Demand& demand, const RankingOptions& options)
        : index_{index}, options_{options}, description_{syllables(demand.description)} {}

    Query build(const Words& subject) {
        Query query;
        const auto words = options_.trade_phrases ? without_fillers(subject) : subject;
        const Syllable* last = nullptr;
        for (std::size_t at = 0; at < words.size();) {
            const auto names = names_at(words, at);
            const Words own(words.begin() + static_cast<std::ptrdiff_t>(at), words.begin() + static_cast<std::ptrdiff_t>(at + names.length));
            auto slot = slot_of(own, names, {at > 0 ? &words[at - 1] : nullptr, at + names.length < words.size() ? &words[at + names.length] : nullptr});
            if (last && options_.pairs) add_joint(query, *last, own.front());
            last = &words[at + names.length - 1];
            at += names.length;
            query.whole += slot.weight;
            query.slots.push_back(std::move(slot));
        }
        for (const auto* said : {&subject, &words}) {
            if (options_.sets && query.ocop_sets.empty()) name_sets(*said, query);
            if (options_.families && query.families.whole.empty()) query.families = families_asked(*said);
        }
        return query;
    }

  private:
    /// Other names of the longest thing that the built-in list or the organiser's begin with here.
    struct Names {
        std::size_t length = 1;
        std::int32_t trust = synonym_trust;
        std::vector<Words> others;
    };
    Names names_at(const Words& words, std::size_t at) const {
        Names names;
        const auto take = [&](const PhraseList& list, const PhraseList* kinds) {
            const auto found = list.all_longest(words, at);
            if (found.empty() || found.front().length < names.length) return;
            if (found.front().length > names.length) names = {found.front().length, synonym_trust, {}};
            for (const auto& match : found)
                for (const auto* each : {&list, kinds})
                    if (each) names.others.insert(names.others.end(), each->phrases(match.entry).begin(), each->phrases(match.entry).end());
            const Words own(words.begin() + static_cast<std::ptrdiff_t>(at), words.begin() + static_cast<std::ptrdiff_t>(at + names.length));
            const bool as_written = std::find(names.others.begin(), names.others.end(), own) != names.others.end();
            if (found.size() > 1 || (names.length == 1 && !as_written && sold(own[0].folded))) names.trust = doubtful_trust;
        };
        if (options_.lexicon) take(lexicon(), nullptr);
        if (options_.own) take(options_.own->phrases(), nullptr);
        if (options_.own) take(options_.own->broader(), &options_.own->kinds());
        return names;
    }

    /// The words before and after; null at the ends.
    struct Neighbours {
        const Syllable* before = nullptr;
        const Syllable* after = nullptr;
    };

    WordSlot slot_of(const Words& own, const Names& names, const Neighbours& neighbours) {
        WordSlot slot;
        add_way(slot, own, 1000);
        for (const auto& phrase : names.others)
            if (phrase != own) add_way(slot, phrase, names.trust);
        if (options_.repairs && own.size() == 1 && !sold(own[0].folded) && ++repaired_ <= repaired_words_max) repair(slot, own[0], neighbours);
        for (const auto& way : slot.ways)
            if (way.trust_thousandths >= synonym_trust || slot.weight == 0) slot.weight = std::max(slot.weight, way.whole);
        if (slot.weight == 0) slot.weight = unknown_weight() * unsold_share / 1000;
        return slot;
    }

    /// Whether a title says the word.
    bool sold(const std::string& folded) const {
        const auto term = index_.term(folded);
        return term && index_.term(*term).titled > 0;
    }

    void add_way(WordSlot& slot, const Words& words, std::int32_t trust) {
        if (slot.ways.size() >= ways_max) return;
        Way way;
        way.trust_thousandths = trust;
        for (std::size_t at = 0; at < words.size(); ++at) {
            if (const auto term = index_.term(words[at].folded)) {
                const auto weight = weight_of(*term);
                const auto spelling = options_.marks ? index_.term(*term).spelling(words[at].exact) : Posting::other_spelling;
                way.syllables.push_back({*term, spelling, options_.marks && words[at].marked(), weight});
                way.whole += weight;
            } else {
                way.whole += unknown_weight();
            }
            if (options_.pairs && at + 1 < words.size()) add_pair(way, pair_of(words[at].folded, words[at + 1].folded));
        }
        if (!way.syllables.empty()) slot.ways.push_back(std::move(way));
    }

    void add_pair(Way& way, const std::string& text) {
        const auto term = index_.term(text);
        const auto weight = term ? weight_of(*term) : unknown_weight();
        if (term) way.pairs.emplace_back(*term, weight);
        way.whole += weight;
    }

    void add_joint(Query& query, const Syllable& left, const Syllable& right) {
        const auto term = index_.term(pair_of(left.folded, right.folded));
        if (!term) return;
        const auto weight = weight_of(*term);
        query.joints.emplace_back(*term, weight);
        query.whole += weight;
    }

    /// Ways for a word that no title has: Telex left in it, one slip of the finger, or the nearest spelling. A word that could be right is
    /// only taken for another one that titles say beside its neighbour: most such words are talk around the thing.
    void repair(WordSlot& slot, const Syllable& word, const Neighbours& beside) {
        if (const auto plain = without_telex(word.folded); !plain.empty() && sold(plain)) add_way(slot, {{plain, plain}}, repair_trust);
        if (word.folded.size() < repaired_letters_min) return;
        const bool right = is_vietnamese(word.folded);
        const auto fits = [&](const std::string& known) { return !right || in_description(known) || sold_beside(known, beside); };
        auto near = neighbours(word.folded, [&](const std::string& known) { return one_slip_apart(word.folded, known) && fits(known) ? 1000 : 0; });
        if (near.empty() && !right && slot.ways.empty())
            near = neighbours(word.folded, [&](const std::string& known) {
                const auto common = common_pairs_thousandths(word.folded, known);
                return common >= near_spelling_min ? common : 0;
            });
        for (const auto& one : near)
            add_way(slot, {{one.text, one.text}}, in_description(one.text) ? 1000 : repair_trust * one.likeness / 1000);
    }

    bool sold_beside(const std::string& known, const Neighbours& beside) const {
        return (beside.before && sold(pair_of(beside.before->folded, known))) || (beside.after && sold(pair_of(known, beside.after->folded)));
    }

    struct Neighbour {
        std::string text;
        std::int32_t likeness = 0;
        std::uint32_t titles = 0;
    };
    /// Syllables of titles that are like `word`, the likest first, then the commonest.
    template <class Likeness>
    std::vector<Neighbour> neighbours(const std::string& word, Likeness likeness) const {
        std::vector<Neighbour> near;
        for (std::size_t letters = std::max<std::size_t>(word.size() - 1, 2); letters <= word.size() + 1; ++letters)
            for (const auto id : index_.syllables_of(letters)) {
                const auto& term = index_.term(id);
                if (term.titled == 0) continue;
                if (const auto like = likeness(term.text); like > 0) near.push_back({term.text, in_description(term.text) ? 1001 : like, term.titled});
            }
        std::sort(near.begin(), near.end(), [](const Neighbour& left, const Neighbour& right) {
            if (left.likeness != right.likeness) return left.likeness > right.likeness;
            return left.titles != right.titles ? left.titles > right.titles : left.text < right.text;
        });
        if (near.size() > repairs_max) near.resize(repairs_max);
        return near;
    }

    bool in_description(const std::string& folded) const {
        return std::any_of(description_.begin(), description_.end(), [&](const Syllable& word) { return word.folded == folded; });
    }

    static void name_sets(const Words& words, Query& query) {
        const auto match = words.empty() ? std::nullopt : ocop_set_names().longest(words, 0);
        if (match && match->length == words.size())
            query.ocop_sets.push_back(static_cast<std::uint32_t>(std::stoul(ocop_set_names().label(match->entry))));
    }

    std::int32_t weight_of(TermId term) const { return options_.rarity ? index_.weight_thousandths(term) : equal_weight; }
    /// What no product says weighs as much as what one product says.
    std::int32_t unknown_weight() const { return options_.rarity ? log2_thousandths(2 * index_.size() + 2, 3) / 2 : equal_weight; }

    const Index& index_;
    const RankingOptions& options_;
    Words description_;
    std::size_t repaired_ = 0;
};

}  // namespace

Query query_of(const Index& index, const Demand& demand, const RankingOptions& options) {
    return Builder{index, demand, options}.build(subject_of(demand.title, options));
}

}  // namespace hoicho::matching::ranking
