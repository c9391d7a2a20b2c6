// booth_requests.jsonl: one wish per exhibitor, together for more booths than there are.
#include "hoicho/sample/sample.h"

namespace hoicho::sample {
namespace {

std::vector<std::size_t> counts(const Sample& sample, Random& random) {
    std::vector<std::size_t> list(sample.exhibitors.size(), 1);
    for (auto left = sample.plan.booths_wanted - list.size(); left > 0;) {
        const auto at = random.below(list.size());
        if (list[at] == booths_per_exhibitor_max || sample.exhibitors[at].household) continue;
        ++list[at];
        --left;
    }
    return list;
}

/// Somebody of the same trade whom this exhibitor would rather not stand beside.
std::vector<std::string> rival(const Sample& sample, std::size_t at, Random& random) {
    if (!random.chance(8)) return {};
    const auto other = random.below(sample.exhibitors.size());
    if (other == at || sample.exhibitors[other].theme != sample.exhibitors[at].theme) return {};
    return {sample.exhibitors[other].id};
}

}  // namespace

void make_booth_requests(Sample& sample) {
    auto random = sample.random("booth requests");
    const auto count = counts(sample, random);
    for (std::size_t at = 0; at < sample.exhibitors.size(); ++at) {
        const auto& exhibitor = sample.exhibitors[at];
        const bool cooks =
            exhibitor.theme == Theme::sweets || exhibitor.theme == Theme::farm || exhibitor.theme == Theme::sea;
        JsonLine line;
        line.text("request_id", numbered("Q", at + 1, 4)).text("exhibitor_id", exhibitor.id);
        line.text("kind", random.chance(20) ? "CORNER" : "STANDARD")
            .number("count", static_cast<std::int64_t>(count[at]));
        line.number("power_kw", cooks && random.chance(60) ? 5 : 2).flag("water", cooks && random.chance(40));
        line.flag("near_delegation", random.chance(60)).texts("not_next_to", rival(sample, at, random));
        line.text("funding", exhibitor.state_funded ? "STATE" : "SELF").text("best_rating", exhibitor.best_rating);
        line.text("submitted_on", iso(exhibitor.registered_on))
            .flag("may_share", exhibitor.household && random.chance(60));
        sample.line("booth_requests", line);
    }
}

}  // namespace hoicho::sample
