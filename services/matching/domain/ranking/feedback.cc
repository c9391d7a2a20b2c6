// Learns from the best answers; see feedback.h. Samples are taken by product id, so that they do not depend on the order of places.
#include "matching/domain/ranking/feedback.h"

#include <algorithm>
#include <map>

#include "matching/domain/ranking/best.h"

namespace hoicho::matching::ranking {
namespace {

constexpr std::size_t best_max = 12;
constexpr std::uint32_t best_share = 850;     // of 1000: of the best score, to be one of the best answers
constexpr std::size_t centre_max = 8;         // terms that stand for what titles have in common
constexpr std::uint32_t name_share_min = 250;  // of 1000: an English title that so many of the best have is a name of the thing
constexpr std::size_t alike_max = 64;         // products called so that are looked at for their Vietnamese names
constexpr std::size_t names_max = 8;          // Vietnamese terms that are taken over
constexpr std::uint32_t name_sure_min = 350;  // of 1000: products with a term that are the thing, for the term to speak for it
constexpr std::size_t besides_max = 24;       // other products of one maker that are looked at
constexpr std::size_t besides_terms_max = 16;
constexpr std::size_t telling_max = 2'000;    // products that a term may stand in without being too common

using Count = std::pair<TermId, std::uint32_t>;

/// Keeps the `most` largest, ties by term.
void keep_largest(std::vector<Count>& counts, std::size_t most, const Index& index) {
    std::sort(counts.begin(), counts.end(), [&](const Count& left, const Count& right) {
        return left.second != right.second ? left.second > right.second : index.term(left.first).text < index.term(right.first).text;
    });
    if (counts.size() > most) counts.resize(most);
}

class Teacher {
  public:
    Teacher(const Index& index, const TextScores& said, const RankingOptions& options)
        : index_{index}, said_{said}, options_{options}, learnt_{0, {}, {}, Sums{places()}, Sums{places()}, Sums{places()}} {}

    Feedback learn() {
        find_best();
        if (best_.empty()) return std::move(learnt_);
        if (options_.group) count_sets();
        if (options_.families) count_families();
        if (options_.likeness) spread_likeness();
        find_names();
        if (options_.same_name) spread_names();
        if (options_.makers) spread_makers();
        return std::move(learnt_);
    }

  private:
    std::size_t places() const { return index_.documents().size(); }
    const Document& document(std::uint32_t place) const { return index_.documents()[place]; }

    std::uint32_t product(std::uint32_t place) const { return index_.kind_of(place).product; }

    /// Places of the best answers, best first, ties by product.
    void find_best() {
        Best best{best_max};
        for (const auto place : said_.places()) {
            if (!best.could_take(static_cast<std::int32_t>(said_.at_most(place)))) continue;
            const auto said = static_cast<std::int32_t>(said_[place]);
            if (!best.could_take(said)) continue;
            const Candidate candidate{place, product(place), said};
            if (best.would_take(candidate)) best.take(candidate);
        }
        for (const auto& one : best.sorted()) {
            const auto said = static_cast<std::uint32_t>(one.score);
            if (best_.empty()) learnt_.most_said = said;
            if (said * 1000 >= learnt_.most_said * best_share) best_.push_back(one.place);
        }
    }

    std::uint32_t share_of_best() const { return static_cast<std::uint32_t>(1000 / best_.size()); }

    void count_sets() {
        for (const auto place : best_)
            if (document(place).ocop_set <= ocop_sets_max) learnt_.sets[document(place).ocop_set] += share_of_best();
        // the less the best answers say of the query, the more each of its words speaks for itself: "rice, beans, peanuts and sesame"
        const auto sure = learnt_.most_said;
        for (std::size_t set = 0; set < learnt_.sets.size(); ++set) learnt_.sets[set] = (learnt_.sets[set] * sure + said_.sets[set] * (1000 - sure)) / 1000;
    }

    void count_families() {
        std::map<FamilyId, std::uint32_t> shares;
        for (const auto place : best_)
            if (document(place).family != 0) shares[document(place).family] += share_of_best();
        learnt_.families.assign(shares.begin(), shares.end());
    }

    /// Terms that the best titles share, weighed by how telling they are.
    void spread_likeness() {
        std::map<TermId, std::uint32_t> votes;
        for (const auto place : best_)
            for (const auto term : document(place).terms.vietnamese()) ++votes[term];
        std::vector<Count> centre;
        for (const auto& [term, count] : votes)
            if ((count > 1 || best_.size() == 1) && telling(term))
                centre.emplace_back(term, count * static_cast<std::uint32_t>(index_.weight_thousandths(term)) / static_cast<std::uint32_t>(best_.size()));
        keep_largest(centre, centre_max, index_);
        std::uint64_t whole = 0;
        for (const auto& [term, weight] : centre) whole += weight;
        if (whole == 0) return;
        for (const auto& [term, weight] : centre)
            each_title(term, [&, share = static_cast<std::uint32_t>(weight * std::uint64_t{1000} / whole)](std::uint32_t place) { learnt_.likeness.add(place, share); });
    }

    /// English titles that many of the best have.
    void find_names() {
        std::map<TermId, std::uint32_t> votes;
        std::uint32_t named = 0;
        for (const auto place : best_)
            if (const auto name = document(place).english; name != no_term) ++votes[name], ++named;
        for (const auto& [name, count] : votes)
            if (count * 1000 >= name_share_min * named) names_.emplace_back(name, count * 1000 / named);
    }

    /// Products with such a name, and those that are called in Vietnamese as these are.
    void spread_names() {
        std::vector<std::uint32_t> alike;
        for (const auto& [name, share] : names_)
            index_.term(name).titles.each([&, sure = share](Posting one) {
                learnt_.same_name.raise_to(one.place(), sure);
                alike.push_back(one.place());
            });
        const auto all = alike.size();
        keep_first(alike);
        std::map<TermId, std::uint32_t> votes;
        for (const auto place : alike)
            for (const auto term : document(place).terms.vietnamese()) ++votes[term];
        std::vector<Count> said;
        for (const auto& [term, count] : votes) {
            if (count < 2 || !telling(term)) continue;
            // of the products with an English title that say the term, how many are the thing
            const auto expected = std::uint64_t{index_.term(term).titled} * index_.with_english() / index_.size();
            const auto sure = expected == 0 ? 0 : std::min<std::uint64_t>(count * 1000 * all / alike.size() / expected, 1000);
            if (sure >= name_sure_min) said.emplace_back(term, static_cast<std::uint32_t>(sure));
        }
        keep_largest(said, names_max, index_);
        for (const auto& [term, sure] : said)
            each_title(term, [&, share = sure](std::uint32_t place) {
                if (!index_.kind_of(place).named_in_english) learnt_.same_name.raise_to(place, share);
            });
        known_ = std::move(alike);
    }

    /// What makers of the best answers, and of what is called like them, make more often than chance.
    void spread_makers() {
        for (const auto place : best_) known_.push_back(place);
        std::vector<std::uint32_t> makers;
        for (const auto place : known_) makers.push_back(document(place).exhibitor);
        std::sort(makers.begin(), makers.end());
        makers.erase(std::unique(makers.begin(), makers.end()), makers.end());
        std::map<TermId, std::uint32_t> votes;
        std::uint32_t besides = 0;
        for (const auto maker : makers) besides += vote_besides(maker, votes);
        const auto set = document(best_.front()).ocop_set;
        if (besides == 0 || set > ocop_sets_max) return;
        const std::uint64_t in_set = index_.in_set(set).size();
        std::vector<Count> said;
        for (const auto& [term, count] : votes) {
            if (count < 2 || !telling(term)) continue;
            const auto expected = std::uint64_t{besides} * index_.term(term).documents * 1000 / std::max<std::uint64_t>(in_set, 1);
            const auto times = (count * std::uint64_t{1000} + 1000) * 1000 / (expected + 1000);  // thousandths; one of each is imagined
            if (times > 1500) said.emplace_back(term, static_cast<std::uint32_t>(std::min<std::uint64_t>((times - 1000) * 2 / 5, 1000)));
        }
        keep_largest(said, besides_terms_max, index_);
        for (const auto& [term, worth] : said)
            each_title(term, [&, share = worth](std::uint32_t place) {
                if (index_.kind_of(place).ocop_set == set) learnt_.makers.raise_to(place, share);
            });
    }

    /// Votes of one maker for the terms of its products of the same set; returns how many products that were.
    std::uint32_t vote_besides(std::uint32_t maker, std::map<TermId, std::uint32_t>& votes) const {
        const auto& made = index_.made_by(maker);
        std::vector<TermId> terms;
        std::uint32_t count = 0;
        for (std::size_t at = 0; at < std::min(made.size(), besides_max); ++at) {
            const auto place = index_.place_of(made[at]);
            const auto& other = document(place);
            if (other.ocop_set != document(best_.front()).ocop_set || said_[place] * 2 > learnt_.most_said || learnt_.same_name[place] > 0) continue;
            ++count;
            for (const auto term : other.terms.vietnamese()) terms.push_back(term);
            if (other.english != no_term) terms.push_back(other.english);
        }
        std::sort(terms.begin(), terms.end());
        terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
        for (const auto term : terms) ++votes[term];
        return count;
    }

    /// Whether a term tells some products from the others: in a large index, what one in 64 of them says does not.
    bool telling(TermId term) const { return index_.term(term).titled <= std::max<std::size_t>(telling_max, index_.size() / 64); }

    void keep_first(std::vector<std::uint32_t>& places) const {
        if (places.size() <= alike_max) return;
        std::nth_element(places.begin(), places.begin() + alike_max, places.end(),
                         [&](std::uint32_t left, std::uint32_t right) { return product(left) < product(right); });
        places.resize(alike_max);
    }

    /// Visits every place whose Vietnamese title says a term, or whose whole English title it is.
    template <class Visit>
    void each_title(TermId term, Visit visit) const {
        const auto field = index_.term(term).text.front() == '=' ? Field::title_en : Field::title_vi;
        std::uint32_t last = Posting::places_max;
        index_.term(term).titles.each([&](Posting one) {
            if (one.field() != field || one.place() == last) return;
            last = one.place();
            visit(last);
        });
    }

    const Index& index_;
    const TextScores& said_;
    const RankingOptions& options_;
    Feedback learnt_;
    std::vector<std::uint32_t> best_, known_;
    std::vector<Count> names_;
};

}  // namespace

Feedback feedback(const Index& index, const TextScores& said, const RankingOptions& options) { return Teacher{index, said, options}.learn(); }

}  // namespace hoicho::matching::ranking
