// Joins words and conditions to one score; see rank.h.
#include "matching/domain/ranking/rank.h"

#include <algorithm>

#include "kernel/check.h"
#include "matching/domain/ranking/conditions.h"
#include "matching/domain/ranking/query.h"
#include "matching/domain/ranking/text_score.h"

namespace hoicho::matching::ranking {
namespace {

constexpr std::int32_t words_max = 1500;        // a product that says everything that was asked
constexpr std::int32_t likeness_max = 300;      // one that is called like the best answers
constexpr std::int32_t same_set_max = 900;      // one of the OCOP set of the best answers
constexpr std::int32_t same_family_max = 900;   // one that can stand in for the best answers
constexpr std::int32_t named_set = 2500;        // one of the OCOP set that the demand names in words
constexpr std::int32_t named_family = 2500;     // one of a family that the demand asks for as a whole

struct Candidate {
    std::uint32_t place = 0;
    std::uint32_t product = 0;
    std::int32_t score = 0;
};

class Ranking {
  public:
    Ranking(const Index& index, const Demand& demand, Day day)
        : index_{index}, demand_{demand}, query_{query_of(index, demand)}, text_{text_scores(index, query_)},
          conditions_{conditions_of(demand, day)} {}

    std::vector<Candidate> candidates(const Eligible& eligible) const {
        std::vector<Candidate> out;
        for (std::uint32_t place = 0; place < index_.documents().size(); ++place) {
            const auto& document = index_.documents()[place];
            if (!document.present || words(place) + kind(place) == 0 || (eligible && !eligible(document.facts))) continue;
            out.push_back({place, document.facts.id, words(place) + kind(place) + weigh(conditions_, document, nullptr)});
        }
        return out;
    }

    Ranked explain(const Candidate& candidate) const {
        const auto& document = index_.documents()[candidate.place];
        Ranked ranked{document.facts.id, document.facts.exhibitor, candidate.score, {}};
        ranked.contributions.push_back({Part::text, words(candidate.place), words(candidate.place) > 0 ? Verdict::met : Verdict::missed,
                                        shortened(demand_.title), shortened(document.title)});
        if (kind(candidate.place) > 0)
            ranked.contributions.push_back({Part::group, kind(candidate.place), Verdict::met, shortened(asked_kind()), shortened(found_kind(document))});
        weigh(conditions_, document, &ranked.contributions);
        std::int64_t sum = 0;
        for (const auto& contribution : ranked.contributions) sum += contribution.score_thousandths;
        invariant(sum == ranked.score_thousandths, "a score is the sum of its contributions", sum, ranked.score_thousandths);
        return ranked;
    }

  private:
    std::int32_t words(std::uint32_t place) const {
        return text_.words[place] * words_max / 1000 + text_.likeness[place] * likeness_max / 1000;
    }
    /// What being of the right kind is worth: a family or set that is named as such, or those of the best answers.
    std::int32_t kind(std::uint32_t place) const {
        const auto family = index_.documents()[place].family;
        const auto& whole = query_.families.whole;
        if (family != 0 && std::find(whole.begin(), whole.end(), family) != whole.end()) return std::max(named_family, set(place));
        const std::int32_t share = family == 0 ? 0 : family == query_.families.of_member ? 1000 : text_.families[family];
        return set(place) + (set(place) == named_set ? 0 : share * same_family_max / 1000);
    }
    std::string asked_kind() const {
        return query_.families.whole.empty() ? name_of_family(query_.families.of_member) : name_of_family(query_.families.whole.front());
    }
    static std::string found_kind(const Index::Document& document) {
        return "set " + std::to_string(document.facts.ocop_set) + (document.family == 0 ? "" : ", " + name_of_family(document.family));
    }
    std::int32_t set(std::uint32_t place) const {
        const auto set = index_.documents()[place].facts.ocop_set;
        if (set == 0 || set > ocop_sets_max) return 0;
        if (std::find(query_.ocop_sets.begin(), query_.ocop_sets.end(), set) != query_.ocop_sets.end()) return named_set;
        return set == demand_.ocop_set ? same_set_max : text_.sets[set] * same_set_max / 1000;
    }

    const Index& index_;
    const Demand& demand_;
    Query query_;
    TextScores text_;
    Conditions conditions_;
};

}  // namespace

std::vector<Ranked> rank(const Index& index, const Demand& demand, Day day, std::size_t top, const Eligible& eligible) {
    const Ranking ranking{index, demand, day};
    auto candidates = ranking.candidates(eligible);
    const auto count = std::min(top, candidates.size());
    std::partial_sort(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(count), candidates.end(),
                      [](const Candidate& left, const Candidate& right) {
                          return left.score != right.score ? left.score > right.score : left.product < right.product;
                      });
    std::vector<Ranked> out;
    out.reserve(count);
    for (std::size_t at = 0; at < count; ++at) out.push_back(ranking.explain(candidates[at]));
    return out;
}

}  // namespace hoicho::matching::ranking
