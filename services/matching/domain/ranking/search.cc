// Finds by words, counts by facts; see search.h.
#include "matching/domain/ranking/search.h"

#include <algorithm>
#include <map>

#include "matching/domain/ranking/best.h"
#include "matching/domain/ranking/conditions.h"
#include "matching/domain/ranking/query.h"
#include "matching/domain/ranking/text_score.h"

namespace hoicho::matching::ranking {
namespace {

enum : unsigned { fails_group = 1, fails_stars = 2, fails_province = 4, fails_standard = 8 };

template <class Value>
bool among(const std::vector<Value>& wanted, const Value& value) {
    return wanted.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
}

class Searcher {
  public:
    Searcher(const Index& index, const Filters& filters, Day day, std::size_t top) : index_{index}, filters_{filters}, day_{day}, best_{top}, top_{top} {}

    void look(std::uint32_t place, std::uint32_t score) {
        const auto& document = index_.documents()[place];
        if (filters_.shown && !filters_.shown({document.product, document.exhibitor})) return;
        const auto stars = stars_of(document);
        const auto standards = index_.standards_of(place);
        const auto fails = failed(document, stars, standards);
        const auto all_but = [fails](unsigned own) { return (fails & ~own) == 0; };
        if (all_but(fails_group)) ++groups_[document.ocop_group];
        if (all_but(fails_stars)) ++stars_[stars];
        if (all_but(fails_province)) ++provinces_[index_.provinces()[document.province]];
        if (fails == 0)  // a second standard narrows further: it is counted among those that have the first
            for (const auto& standard : standards) ++standards_[standard];
        if (fails != 0) return;
        ++total_;
        const Candidate candidate{place, document.product, static_cast<std::int32_t>(score)};
        if (top_ > 0 && best_.would_take(candidate)) best_.take(candidate);
    }

    Found found() {
        Found found;
        found.total = total_;
        for (const auto& one : best_.sorted()) {
            const auto& document = index_.documents()[one.place];
            found.hits.push_back({document.product, document.exhibitor, static_cast<std::uint32_t>(one.score), document.title});
        }
        for (const auto& [group, count] : groups_) found.ocop_groups.push_back({std::to_string(group), count});
        for (const auto& [stars, count] : stars_) found.stars.push_back({std::to_string(stars), count});
        for (const auto& [province, count] : provinces_) found.provinces.push_back({province, count});
        for (const auto& [standard, count] : standards_) found.standards.push_back({standard, count});
        return found;
    }

  private:
    std::uint32_t stars_of(const Document& document) const {
        const auto* certificate = certificate_of(document, day_);
        return certificate && certificate->valid_on(day_) ? certificate->stars : 0;
    }
    unsigned failed(const Document& document, std::uint32_t stars, const std::vector<std::string>& standards) const {
        unsigned fails = 0;
        if (!among(filters_.ocop_groups, std::uint32_t{document.ocop_group})) fails |= fails_group;
        if (!among(filters_.stars, stars)) fails |= fails_stars;
        if (!among(filters_.provinces, index_.provinces()[document.province])) fails |= fails_province;
        for (const auto& standard : filters_.standards)
            if (!std::binary_search(standards.begin(), standards.end(), standard)) fails |= fails_standard;
        return fails;
    }

    const Index& index_;
    const Filters& filters_;
    Day day_;
    Best best_;
    std::size_t top_;
    std::size_t total_ = 0;
    std::map<std::uint32_t, std::uint32_t> groups_, stars_;
    std::map<std::string, std::uint32_t> provinces_, standards_;
};

}  // namespace

Found search(const Index& index, std::string_view text, const Filters& filters, Day day, std::size_t top, const RankingOptions& options) {
    Searcher searcher{index, filters, day, std::min({top, hits_max, index.size()})};
    if (syllables(text).empty()) {
        for (std::uint32_t place = 0; place < index.documents().size(); ++place)
            if (index.kind_of(place).present) searcher.look(place, 1000);
        return searcher.found();
    }
    Demand typed;
    typed.title = text;
    const auto scores = text_scores(index, query_of(index, typed, options), options);
    for (const auto place : scores.places()) {
        if (scores.at_most(place) < said_min_thousandths) continue;
        if (const auto said = scores[place]; said >= said_min_thousandths) searcher.look(place, said);
    }
    return searcher.found();
}

}  // namespace hoicho::matching::ranking
