// Sums what postings say, then lets the best answers speak for their like; see text_score.h.
#include "matching/domain/ranking/text_score.h"

#include <algorithm>

namespace hoicho::matching::ranking {
namespace {

constexpr std::int32_t same_spelling = 1000;
constexpr std::int32_t one_without_marks = 920;
constexpr std::int32_t other_marks = 300;  // dứa, dừa and dưa fold to one
constexpr std::int32_t precision_share = 250;  // of 1000: how much of the title is about the query
constexpr std::size_t best_max = 12;
constexpr std::int32_t best_share = 850;  // of 1000: of the best score, to be one of the best answers

/// Sums by document place, and which places have one.
class Sums {
  public:
    explicit Sums(std::size_t places) : sums_(places, 0) {}
    void add(std::uint32_t place, std::int64_t value) {
        if (sums_[place] == 0) touched_.push_back(place);
        sums_[place] += value;
    }
    void raise_to(std::uint32_t place, std::int64_t value) {
        if (sums_[place] == 0) touched_.push_back(place);
        sums_[place] = std::max(sums_[place], value);
    }
    std::int64_t operator[](std::size_t place) const { return sums_[place]; }
    const std::vector<std::uint32_t>& touched() const { return touched_; }
    void clear() {
        for (const auto place : touched_) sums_[place] = 0;
        touched_.clear();
    }

  private:
    std::vector<std::int64_t> sums_;
    std::vector<std::uint32_t> touched_;
};

/// Weights of terms, each worked out once: terms in equally many products weigh the same.
class Weights {
  public:
    explicit Weights(const Index& index) : index_{index}, by_documents_(index.size() + 1, unknown) {}
    std::int32_t operator()(Index::TermId term) {
        auto& weight = by_documents_[index_.term(term).documents];
        if (weight == unknown) weight = index_.weight_thousandths(term);
        return weight;
    }

  private:
    static constexpr std::int32_t unknown = -1;
    const Index& index_;
    std::vector<std::int32_t> by_documents_;
};

class Scorer {
  public:
    explicit Scorer(const Index& index) : index_{index}, weight_{index}, total_(places()), slot_(places()), way_(places()) {}

    TextScores run(const Query& query) {
        for (const auto& slot : query.slots) add(slot);
        for (const auto& [term, weight] : query.joints)
            for (const auto& posting : index_.term(term).postings) total_.add(posting.slot, std::int64_t{weight} * posting.weight);
        TextScores scores{std::vector<std::int32_t>(places(), 0), std::vector<std::int32_t>(places(), 0), {},
                          std::vector<std::int32_t>(families_count() + 1, 0)};
        if (query.whole == 0) return scores;
        mark_asked(query);
        for (const auto place : total_.touched()) {
            const auto recall = std::min<std::int64_t>(total_[place] / query.whole, 1000);
            scores.words[place] = static_cast<std::int32_t>(recall * (1000 - precision_share + precision_share * precision(place) / 1000) / 1000);
        }
        learn_from_best(scores);
        return scores;
    }

  private:
    std::size_t places() const { return index_.documents().size(); }

    /// The best way of saying a slot counts.
    void add(const Slot& slot) {
        slot_.clear();
        for (const auto& way : slot.ways) {
            if (way.whole == 0) continue;  // words that every product says tell none apart
            way_.clear();
            for (const auto& wanted : way.syllables) add(wanted);
            for (const auto pair : way.pairs)
                for (const auto& posting : index_.term(pair).postings)
                    way_.add(posting.slot, std::int64_t{weight_(pair)} * posting.weight);
            for (const auto place : way_.touched())
                slot_.raise_to(place, way_[place] * way.trust_thousandths / way.whole * slot.weight / 1000);
        }
        for (const auto place : slot_.touched()) total_.add(place, slot_[place]);
    }

    /// A product may spell a syllable in several ways: its postings stand side by side, and the best one counts.
    void add(const Wanted& wanted) {
        const auto& postings = index_.term(wanted.term).postings;
        for (std::size_t at = 0; at < postings.size();) {
            const auto place = postings[at].slot;
            std::int64_t best = 0;
            for (; at < postings.size() && postings[at].slot == place; ++at)
                best = std::max<std::int64_t>(best, std::int64_t{postings[at].weight} * spelling(wanted, postings[at].exact) / 1000);
            way_.add(place, best * wanted.weight);
        }
    }

    std::int32_t spelling(const Wanted& wanted, std::uint32_t exact) const {
        if (wanted.exact == exact) return same_spelling;
        return wanted.marked && index_.is_marked(exact) ? other_marks : one_without_marks;
    }

    void mark_asked(const Query& query) {
        asked_.assign(index_.terms(), false);
        for (const auto& slot : query.slots)
            for (const auto& way : slot.ways) {
                for (const auto& wanted : way.syllables) asked_[wanted.term] = true;
                for (const auto pair : way.pairs) asked_[pair] = true;
            }
        for (const auto& [term, weight] : query.joints) asked_[term] = true;
    }

    /// How much of the better of its two titles was asked for, 0-1000.
    std::int64_t precision(std::uint32_t place) {
        std::int64_t best = 0;
        for (const auto& title : index_.documents()[place].title_terms) {
            std::int64_t asked = 0, whole = 0;
            for (const auto term : title) {
                const auto weight = weight_(term);
                whole += weight;
                if (asked_[term]) asked += weight;
            }
            if (whole > 0) best = std::max(best, asked * 1000 / whole);
        }
        return best;
    }

    /// Places of the best answers, best first, ties by product.
    std::vector<std::uint32_t> best_places(const TextScores& scores) const {
        auto places = total_.touched();
        const auto better = [&](std::uint32_t left, std::uint32_t right) {
            if (scores.words[left] != scores.words[right]) return scores.words[left] > scores.words[right];
            return index_.documents()[left].facts.id < index_.documents()[right].facts.id;
        };
        const auto count = std::min(best_max, places.size());
        std::partial_sort(places.begin(), places.begin() + static_cast<std::ptrdiff_t>(count), places.end(), better);
        places.resize(count);
        while (!places.empty() && scores.words[places.back()] * 1000 < scores.words[places.front()] * best_share) places.pop_back();
        return places;
    }

    void learn_from_best(TextScores& scores) {
        const auto best = best_places(scores);
        if (best.empty()) return;
        std::vector<std::int64_t> votes(index_.terms(), 0);
        for (const auto place : best) {
            const auto& document = index_.documents()[place];
            for (const auto term : document.title_terms[0]) ++votes[term];
            scores.families[document.family] += static_cast<std::int32_t>(1000 / best.size());
            if (document.facts.ocop_set <= ocop_sets_max) scores.sets[document.facts.ocop_set] += static_cast<std::int32_t>(1000 / best.size());
        }
        std::int64_t centre = 0;
        for (Index::TermId term = 0; term < votes.size(); ++term)
            if (votes[term] > 0) {
                votes[term] = votes[term] * weight_(term) / static_cast<std::int64_t>(best.size());
                centre += votes[term];
            }
        for (std::size_t place = 0; place < places(); ++place) scores.likeness[place] = likeness(index_.documents()[place], votes, centre);
    }

    std::int32_t likeness(const Index::Document& document, const std::vector<std::int64_t>& centre, std::int64_t centre_whole) {
        std::int64_t common = 0, whole = 0;
        for (const auto term : document.title_terms[0]) {
            common += centre[term];
            whole += weight_(term);
        }
        return common == 0 ? 0 : static_cast<std::int32_t>(std::min<std::int64_t>(2000 * common / (whole + centre_whole), 1000));
    }

    const Index& index_;
    Weights weight_;
    Sums total_, slot_, way_;
    std::vector<bool> asked_;
};

}  // namespace

TextScores text_scores(const Index& index, const Query& query) { return Scorer{index}.run(query); }

}  // namespace hoicho::matching::ranking
