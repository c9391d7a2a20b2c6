/// Gives booths to exhibitors: greedily by seniority, then by local search within a budget of steps.
#include "scheduling/domain/floor/allocate.h"

#include <algorithm>

#include "scheduling/domain/floor/bound.h"
#include "scheduling/domain/floor/by_points.h"
#include "scheduling/domain/floor/relaxation.h"
#include "scheduling/domain/programme/acceptance.h"
#include "scheduling/domain/programme/random.h"

namespace hoicho::scheduling::floor {
namespace {

using programme::Random;

constexpr std::uint64_t stages = 400;  ///< Times the temperature falls in one run.
constexpr std::uint64_t patient_steps = 8'000;  ///< For each exhibitor; so slow a cooling needs no hot beginning.
constexpr int stands_tried = 12;       ///< Free stands looked at for somebody who was sent away.

class Search {
  public:
    Search(Plan& plan, Random& random) : plan_{plan}, layout_{plan.layout()}, random_{random} {}

    /// Sends one exhibitor to another stand, whoever stands there to the stand left behind or to a free one.
    bool propose() {
        const int e = random_.below(layout_.exhibitors);
        const int first = pick_stand(e);
        if (first == none || first == plan_.first_of(e)) return false;
        const int old = plan_.first_of(e);
        if (old != none) plan_.leave(e);
        evicted_.clear();
        for (int unit = 0; unit < plan_.units_of(e); ++unit) {
            const int other = plan_.at(first + unit);
            if (other == none) continue;
            plan_.leave(other);
            evicted_.push_back(other);
        }
        plan_.place(e, first);
        int next = old;
        for (const int other : evicted_) next = resettle(other, next, old == none ? none : old + plan_.units_of(e));
        return true;
    }

  private:
    int pick_stand(int e) {
        const auto stands = layout_.stands_for(e);
        if (stands.empty()) return none;
        const auto& wishes = layout_.floor->exhibitors[static_cast<std::size_t>(e)].wishes;
        if (!wishes.empty() && random_.chance_in_1024(300)) {
            const int wish = wishes[static_cast<std::size_t>(random_.below(static_cast<int>(wishes.size())))];
            const int first = wish - random_.below(plan_.units_of(e));
            if (layout_.suits(e, first)) return first;
        }
        return stands[static_cast<std::size_t>(random_.below(static_cast<int>(stands.size())))];
    }

    /// @param next  first booth of what is left of the stand that became free, `end` one past it; none if there was no
    /// stand
    /// @return      first booth of what is left afterwards
    int resettle(int other, int next, int end) {
        const int units = plan_.units_of(other);
        if (next != none && next + units <= end && layout_.suits(other, next) && plan_.is_free(other, next)) {
            plan_.place(other, next);
            return next + units;
        }
        const auto stands = layout_.stands_for(other);
        int best = none;
        std::int64_t best_gain = 0;
        for (int i = 0; i < stands_tried && !stands.empty(); ++i) {
            const int first = stands[static_cast<std::size_t>(random_.below(static_cast<int>(stands.size())))];
            if (!plan_.is_free(other, first)) continue;
            const std::int64_t gain = plan_.gain_of_placing(other, first);
            if (best != none && gain <= best_gain) continue;
            best = first;
            best_gain = gain;
        }
        if (best != none) plan_.place(other, best);
        return next;
    }

    Plan& plan_;
    const Layout& layout_;
    Random& random_;
    std::vector<int> evicted_;
};

std::int64_t temperature_unit(const Objective& w) {
    return std::max<std::int64_t>({w.wish, w.region, w.corner / 2, w.friend_ / 2, w.competitor_facing / 2, 1});
}

std::vector<int> anneal(Plan& plan, Random& random, std::uint64_t steps) {
    using programme::fixed_one;
    using programme::fixed_point_bits;
    Search search{plan, random};
    std::vector<int> best = plan.firsts();
    std::int64_t best_score = plan.score();
    const bool patient = steps / static_cast<std::uint64_t>(plan.layout().exhibitors) >= patient_steps;
    const std::int64_t unit = temperature_unit(plan.layout().floor->objective) * fixed_one;
    std::int64_t temperature = patient ? unit * 4 / 5 : unit * 3 / 2;
    const std::int64_t stage_fall =
        programme::ln_fixed(20) / static_cast<std::int64_t>(stages);  // to a twentieth in all
    const std::uint64_t stage_steps = std::max<std::uint64_t>(1, steps / stages);
    for (std::uint64_t step = 0; step < steps; ++step) {
        if (step % stage_steps == stage_steps - 1) temperature -= temperature * stage_fall >> fixed_point_bits;
        const std::int64_t before = plan.score();
        if (!search.propose()) continue;
        if (!programme::accepts(before - plan.score(), temperature, random.below(programme::thresholds))) {
            plan.undo_to(0);
            continue;
        }
        plan.forget();
        if (plan.score() <= best_score) continue;
        best_score = plan.score();
        best = plan.firsts();
    }
    return best;
}

void keep_previous(Plan& plan) {
    const Layout& layout = plan.layout();
    for (int e = 0; e < layout.exhibitors; ++e) {
        const int first = layout.previous_first[static_cast<std::size_t>(e)];
        if (first != none && layout.suits(e, first) && plan.is_free(e, first)) plan.place(e, first);
    }
}

}  // namespace

Allocated allocate(const Floor& floor, std::uint64_t seed, std::uint64_t steps, const Allocation* previous) {
    const Layout layout = lay_out(floor, previous);
    if (steps > 0 && is_linear(layout))
        if (auto bound = upper_bound(floor, previous); bound.best)
            return {.allocation = std::move(*bound.best), .score = bound.score, .steps = 0};
    Plan plan{layout};
    keep_previous(plan);
    place_by_points(plan);
    plan.forget();
    std::vector<int> best = plan.firsts();
    std::int64_t score = plan.score();
    if (layout.exhibitors > 0 && steps > 0) {
        Random random{seed};
        best = anneal(plan, random, steps);
        Plan final_plan{layout};
        for (int e = 0; e < layout.exhibitors; ++e)
            if (best[static_cast<std::size_t>(e)] != none) final_plan.place(e, best[static_cast<std::size_t>(e)]);
        score = final_plan.score();
    }
    return {.allocation = allocation_of(floor, best), .score = score, .steps = steps};
}

}  // namespace hoicho::scheduling::floor
