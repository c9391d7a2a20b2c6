// Joins words and conditions to one score and finds the best without looking at all; see rank.h.
#include "matching/domain/ranking/rank.h"

#include <algorithm>
#include <array>

#include "kernel/check.h"
#include "matching/domain/ranking/best.h"
#include "matching/domain/ranking/conditions.h"
#include "matching/domain/ranking/feedback.h"
#include "matching/domain/ranking/query.h"
#include "matching/domain/ranking/text_score.h"

namespace hoicho::matching::ranking {
namespace {

constexpr std::int32_t lowest = -1'000'000;      // below every score
constexpr std::int32_t words_max = 1500;        // a product that says everything that was asked
constexpr std::int32_t likeness_max = 300;      // one that is called like the best answers
constexpr std::int32_t same_name_trust = 950;   // of 1000: of the best answer's words, for one that is the same thing by another name
constexpr std::int32_t same_set_max = 900;      // one of the OCOP set of the best answers
constexpr std::int32_t same_family_max = 900;   // one that can stand in for the best answers
constexpr std::int32_t likeliest_share = 900;   // of 1000: of the best answer's words
constexpr std::int32_t named_set = 2500;        // one of the OCOP set that the demand names in words
constexpr std::int32_t named_family = 2500;     // one of a family that the demand asks for as a whole

class Ranking {
  public:
    Ranking(const Index& index, const Demand& demand, Day day, const RankingOptions& options)
        : index_{index}, demand_{demand}, options_{options}, query_{query_of(index, demand, options)}, said_{text_scores(index, query_, options)},
          learnt_{feedback(index, said_, options)}, conditions_{conditions_of(index, demand, day, options)} {
        for (const auto place : said_.words.touched()) most_said_ = std::max(most_said_, static_cast<std::int32_t>(said_.words[place]));
        named_ = !query_.families.whole.empty() || !query_.ocop_sets.empty();
        for (std::uint32_t set = 1; set <= ocop_sets_max; ++set) set_worth_[set] = worth_of_set(set);
        kind_most_ = std::max(named_family, *std::max_element(set_worth_.begin(), set_worth_.end()) + same_family_max);
    }

    std::vector<Candidate> best(std::size_t top, const Eligible& eligible) const {
        Best best{top};
        if (top == 0) return {};
        std::vector<bool> seen(index_.documents().size(), false);
        const auto look_at = [&](std::uint32_t place) {
            if (seen[place]) return;
            seen[place] = true;
            look(place, best, eligible);
        };
        if (!options_.pruning) {
            for (std::uint32_t place = 0; place < index_.documents().size(); ++place) look_at(place);
            return best.sorted();
        }
        for (const auto place : said_.words.touched())  // the likeliest first: the sooner the list is good, the less is looked at
            if (static_cast<std::int32_t>(said_.words[place]) * 1000 >= most_said_ * likeliest_share) look_at(place);
        for (const auto* sums : {&said_.words, &learnt_.same_name, &learnt_.likeness, &learnt_.makers})
            for (const auto place : sums->touched()) look_at(place);
        look_at_families(best, look_at);
        look_at_sets(best, look_at);
        return best.sorted();
    }

    Ranked explain(const Candidate& candidate) const {
        const auto& document = index_.documents()[candidate.place];
        Ranked ranked{document.product, document.exhibitor, candidate.score, {}};
        const auto said = words(candidate.place), alike = kind(candidate.place);
        ranked.contributions.push_back({Part::text, said, said > 0 ? Verdict::met : Verdict::missed, shortened(demand_.title), shortened(document.title)});
        if (alike > 0) ranked.contributions.push_back({Part::group, alike, Verdict::met, shortened(asked_kind()), shortened(found_kind(document))});
        weigh(conditions_, candidate.place, &ranked.contributions);
        std::int64_t sum = 0;
        for (const auto& contribution : ranked.contributions) sum += contribution.score_thousandths;
        invariant(sum == ranked.score_thousandths, "a score is the sum of its contributions", sum, ranked.score_thousandths);
        return ranked;
    }

  private:
    /// Takes a product when it is good enough. Conditions only take away, so words and kind are an upper bound.
    void look(std::uint32_t place, Best& best, const Eligible& eligible) const {
        const auto said = words(place);
        if (options_.pruning && !best.could_take(said + kind_most_)) return;  // before more of the product is looked at
        if (!index_.kind_of(place).present) return;
        const auto most = said + kind(place);
        if (most == 0 || (options_.pruning && !best.could_take(most))) return;
        const auto product = index_.kind_of(place).product;
        if (options_.pruning && !best.could_take(Candidate{place, product, most})) return;
        const auto enough = options_.pruning ? best.least(lowest) - most : lowest;
        const Candidate candidate{place, product, most + weigh_down_to(conditions_, place, enough)};
        if (!best.would_take(candidate) || (eligible && !eligible({product, index_.documents()[place].exhibitor}))) return;
        best.take(candidate);
    }

    /// Products that only their family and set speak for.
    template <class Look>
    void look_at_families(const Best& best, Look look_at) const {
        const auto best_set = *std::max_element(set_worth_.begin(), set_worth_.end());
        const auto visit = [&](FamilyId family, std::int32_t worth) {
            if (best.could_take(worth)) index_.in_family(family).each([&](Posting one) { look_at(one.place()); });
        };
        for (const auto family : query_.families.whole) visit(family, std::max(named_family, best_set));
        if (query_.families.of_member != 0) visit(query_.families.of_member, best_set + same_family_max);
        for (const auto& [family, share] : learnt_.families) visit(family, best_set + static_cast<std::int32_t>(share) * same_family_max / 1000);
    }

    /// Products that nothing but their set speaks for: once no set can reach the list, the rest is left alone.
    template <class Look>
    void look_at_sets(const Best& best, Look look_at) const {
        std::vector<std::uint32_t> sets;
        for (std::uint32_t set = 1; set <= ocop_sets_max; ++set)
            if (set_worth_[set] > 0) sets.push_back(set);
        std::sort(sets.begin(), sets.end(), [this](std::uint32_t left, std::uint32_t right) {
            return set_worth_[left] != set_worth_[right] ? set_worth_[left] > set_worth_[right] : left < right;
        });
        for (const auto set : sets) {
            if (!best.could_take(set_worth_[set])) return;
            for (const auto& block : index_.in_set(set).blocks())
                for (std::size_t at = 0; at < block.size(); ++at) {
                    if (at + ahead < block.size()) __builtin_prefetch(&index_.documents()[block[at + ahead].place()]);
                    look_at(block[at].place());
                }
        }
    }

    static constexpr std::size_t ahead = 8;  ///< products whose facts are fetched before they are needed

    std::int32_t words(std::uint32_t place) const {
        const auto by_name = static_cast<std::int32_t>(learnt_.same_name[place]) * most_said_ / 1000 * same_name_trust / 1000;
        return std::max(static_cast<std::int32_t>(said_.words[place]), named_ ? 0 : by_name) * words_max / 1000 + static_cast<std::int32_t>(learnt_.likeness[place]) * likeness_max / 1000;
    }
    /// What being of the right kind is worth: a family or set that is named as such, or those of the best answers.
    std::int32_t kind(std::uint32_t place) const {
        const auto document = index_.kind_of(place);
        const auto set = document.ocop_set <= ocop_sets_max ? set_worth_[document.ocop_set] : 0;
        const auto& whole = query_.families.whole;
        if (document.family != 0 && std::find(whole.begin(), whole.end(), document.family) != whole.end()) return std::max(named_family, set);
        if (named_) return set;
        std::uint32_t alike = std::max(learnt_.makers[place], learnt_.same_name[place]);
        if (document.family != 0) alike = std::max(alike, document.family == query_.families.of_member ? 1000U : learnt_.family(document.family));
        return set + static_cast<std::int32_t>(std::min(alike, 1000U)) * same_family_max / 1000;
    }
    std::int32_t worth_of_set(std::uint32_t set) const {
        if (std::find(query_.ocop_sets.begin(), query_.ocop_sets.end(), set) != query_.ocop_sets.end()) return named_set;
        if (options_.group && set == demand_.ocop_set) return same_set_max;
        return named_ ? 0 : static_cast<std::int32_t>(learnt_.sets[set]) * same_set_max / 1000;
    }
    std::string asked_kind() const {
        return query_.families.whole.empty() ? name_of_family(query_.families.of_member) : name_of_family(query_.families.whole.front());
    }
    static std::string found_kind(const Document& document) {
        return "set " + std::to_string(document.ocop_set) + (document.family == 0 ? "" : ", " + name_of_family(document.family));
    }

    const Index& index_;
    const Demand& demand_;
    const RankingOptions& options_;
    Query query_;
    TextScores said_;
    Feedback learnt_;
    Conditions conditions_;
    std::int32_t most_said_ = 0, kind_most_ = 0;  ///< the most that kind() says of any product
    bool named_ = false;  ///< whether the demand names a set or a family as such: what the best answers are is beside the point then
    std::array<std::int32_t, ocop_sets_max + 1> set_worth_{};
};

}  // namespace

std::vector<Ranked> rank(const Index& index, const Demand& demand, Day day, std::size_t top, const Eligible& eligible, const RankingOptions& options) {
    const Ranking ranking{index, demand, day, options};
    std::vector<Ranked> out;
    for (const auto& candidate : ranking.best(std::min(top, index.size()), eligible)) out.push_back(ranking.explain(candidate));
    return out;
}

std::vector<Scored> best_of(const Index& index, const Demand& demand, Day day, std::size_t top, const Eligible& eligible, const RankingOptions& options) {
    const Ranking ranking{index, demand, day, options};
    std::vector<Scored> out;
    for (const auto& candidate : ranking.best(std::min(top, index.size()), eligible))
        out.push_back({candidate.product, index.documents()[candidate.place].exhibitor, candidate.score});
    return out;
}

}  // namespace hoicho::matching::ranking
