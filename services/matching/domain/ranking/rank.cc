// Joins words and conditions to one score and finds the best without looking at all; see rank.h.
#include "matching/domain/ranking/rank.h"

#include <algorithm>
#include <array>
#include <utility>

#include "kernel/check.h"
#include "matching/domain/ranking/best.h"
#include "matching/domain/ranking/conditions.h"
#include "matching/domain/ranking/worth.h"

namespace hoicho::matching::ranking {
namespace {

constexpr std::int32_t lowest = -1'000'000;      // below every score
constexpr std::uint32_t likeliest_share = 900;  // of 1000: of the best answer's words

/// Everything that a product is held against.
struct Asked {
    Asked(const Index& of, const Demand& demand, Day day, const RankingOptions& options)
        : index{of}, worth{of, demand, options}, conditions{conditions_of(of, demand, day, options)} {}

    const Index& index;
    Worth worth;
    Conditions conditions;
};

/// Looks at products until no other can be among the best. Conditions only take away, so words and kind are an upper bound.
class Hunt {
  public:
    Hunt(const Asked& asked, std::size_t top, const Eligible& eligible)
        : asked_{asked}, worth_{asked.worth}, eligible_{eligible}, best_{top}, seen_(asked.index.documents().size(), false) {}

    std::vector<Candidate> through_all() && {
        for (std::uint32_t place = 0; place < seen_.size(); ++place)
            if (asked_.index.kind_of(place).present) weigh(unweighed(place), lowest);
        return best_.sorted();
    }
    std::vector<Candidate> through_the_likely() && {
        const auto& learnt = worth_.learnt();
        look_at_words();
        look_at(learnt.same_name);
        if (best_.could_take(worth_.words_most(0) + worth_.kind_most())) look_at(learnt.likeness);
        if (best_.could_take(worth_.kind_most())) look_at(learnt.makers);
        look_at_families();
        look_at_sets();
        for (const auto& waiting : waiting_) weigh_if_likely(waiting);
        return best_.sorted();
    }

  private:
    /// What a product is worth before conditions take away.
    Candidate unweighed(std::uint32_t place) const { return {place, asked_.index.kind_of(place).product, worth_.words(place) + worth_.kind(place)}; }

    /// The facts of a product that is worth enough come from far away in memory: it waits for them while others are looked at.
    void look(std::uint32_t place) {
        if (seen_[place] || !best_.could_take(worth_.words_at_most(place) + worth_.kind_most())) return;
        seen_[place] = true;
        const auto candidate = unweighed(place);
        if (!best_.could_take(candidate)) return;
        __builtin_prefetch(&asked_.index.documents()[place]);
        weigh_if_likely(std::exchange(waiting_[turn_++ % waiting_.size()], candidate));
    }

    void weigh_if_likely(const Candidate& candidate) {
        if (best_.could_take(candidate)) weigh(candidate, best_.least(lowest) - candidate.score);
    }
    /// Takes a product when it is good enough; one that is worth nothing has nothing to do with the demand.
    /// @param enough  what conditions may add at least, for it to be good enough
    void weigh(Candidate candidate, std::int32_t enough) {
        if (candidate.score == 0) return;
        candidate.score += weigh_down_to(asked_.conditions, candidate.place, enough);
        if (!best_.would_take(candidate)) return;
        if (!eligible_ || eligible_({candidate.product, asked_.index.documents()[candidate.place].exhibitor})) best_.take(candidate);
    }

    void look_at(const Sums& sums) {
        for (const auto place : sums.touched()) look(place);
    }

    /// The likeliest first: the sooner the list is good, the less is looked at. One that has a name of the best answers is found by that.
    void look_at_words() {
        const auto& said = worth_.said();
        std::vector<std::uint32_t> later;
        for (const auto place : said.places()) {
            const auto most = said.at_most(place);
            if (most * 1000 >= worth_.learnt().most_said * likeliest_share) {
                look(place);
            } else if (best_.could_take(worth_.words_most(most) + worth_.kind_most())) {
                later.push_back(place);
            }
        }
        for (const auto place : later) look(place);
    }

    /// Products that only their family and set speak for.
    void look_at_families() {
        const auto visit = [&](FamilyId family, std::int32_t worth) {
            if (best_.could_take(worth)) asked_.index.in_family(family).each([&](Posting one) { look(one.place()); });
        };
        for (const auto family : worth_.query().families.whole) visit(family, worth_.of_whole_family());
        if (worth_.query().families.of_member != 0) visit(worth_.query().families.of_member, worth_.of_family(1000));
        for (const auto& [family, share] : worth_.learnt().families) visit(family, worth_.of_family(share));
    }

    /// Products that nothing but their set speaks for: once no set can reach the list, the rest is left alone.
    void look_at_sets() {
        std::vector<std::uint32_t> sets;
        for (std::uint32_t set = 1; set <= ocop_sets_max; ++set)
            if (worth_.of_set(set) > 0) sets.push_back(set);
        std::sort(sets.begin(), sets.end(), [this](std::uint32_t left, std::uint32_t right) { return worth_.of_set(left) > worth_.of_set(right); });
        for (const auto set : sets) {
            if (!best_.could_take(worth_.of_set(set))) return;
            asked_.index.in_set(set).each([&](Posting one) { look(one.place()); });
        }
    }

    static constexpr std::size_t waiting_max = 16;

    const Asked& asked_;
    const Worth& worth_;
    const Eligible& eligible_;
    Best best_;
    std::vector<bool> seen_;
    std::array<Candidate, waiting_max> waiting_{};  ///< those worth nothing are free places
    std::size_t turn_ = 0;
};

std::vector<Candidate> best(const Asked& asked, std::size_t top, const Eligible& eligible, const RankingOptions& options) {
    top = std::min(top, asked.index.size());
    if (top == 0) return {};
    Hunt hunt{asked, top, eligible};
    return options.pruning ? std::move(hunt).through_the_likely() : std::move(hunt).through_all();
}

Ranked explained(const Asked& asked, const Candidate& candidate) {
    const auto& document = asked.index.documents()[candidate.place];
    const auto& families = asked.worth.query().families;
    const auto said = asked.worth.words(candidate.place), alike = asked.worth.kind(candidate.place);
    const auto asked_kind = name_of_family(families.whole.empty() ? families.of_member : families.whole.front());
    const auto found_kind = "set " + std::to_string(document.ocop_set) + (document.family == 0 ? "" : ", " + name_of_family(document.family));
    Ranked ranked{document.product, document.exhibitor, candidate.score, {}};
    ranked.contributions.push_back({Part::text, said, said > 0 ? Verdict::met : Verdict::missed, shortened(asked.conditions.demand->title), shortened(document.title)});
    if (alike > 0) ranked.contributions.push_back({Part::group, alike, Verdict::met, shortened(asked_kind), shortened(found_kind)});
    weigh(asked.conditions, candidate.place, &ranked.contributions);
    std::int64_t sum = 0;
    for (const auto& contribution : ranked.contributions) sum += contribution.score_thousandths;
    invariant(sum == ranked.score_thousandths, "a score is the sum of its contributions", sum, ranked.score_thousandths);
    return ranked;
}

}  // namespace

std::vector<Ranked> rank(const Index& index, const Demand& demand, Day day, std::size_t top, const Eligible& eligible, const RankingOptions& options) {
    const Asked asked{index, demand, day, options};
    std::vector<Ranked> out;
    for (const auto& candidate : best(asked, top, eligible, options)) out.push_back(explained(asked, candidate));
    return out;
}

std::vector<Scored> best_of(const Index& index, const Demand& demand, Day day, std::size_t top, const Eligible& eligible, const RankingOptions& options) {
    const Asked asked{index, demand, day, options};
    std::vector<Scored> out;
    for (const auto& candidate : best(asked, top, eligible, options))
        out.push_back({candidate.product, index.documents()[candidate.place].exhibitor, candidate.score});
    return out;
}

}  // namespace hoicho::matching::ranking
