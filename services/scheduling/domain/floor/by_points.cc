/// The points rule: larger stands first, then more points; each takes the stand that adds most.
#include "scheduling/domain/floor/by_points.h"

#include <algorithm>
#include <tuple>

namespace hoicho::scheduling::floor {

int best_free_stand(const Plan& plan, int exhibitor) {
    int best = none;
    std::int64_t best_gain = 0;
    for (const int first : plan.layout().stands_for(exhibitor)) {
        if (!plan.is_free(exhibitor, first)) continue;
        const std::int64_t gain = plan.gain_of_placing(exhibitor, first);
        if (best != none && gain <= best_gain) continue;
        best = first;
        best_gain = gain;
    }
    return best;
}

void place_by_points(Plan& plan) {
    std::vector<std::tuple<int, int, int>> order;
    for (int e = 0; e < plan.layout().exhibitors; ++e)
        order.emplace_back(-plan.units_of(e), -plan.layout().floor->exhibitors[static_cast<std::size_t>(e)].points, e);
    std::sort(order.begin(), order.end());
    for (const auto& [units, points, e] : order) {
        if (plan.placed(e)) continue;
        const int first = best_free_stand(plan, e);
        if (first != none) plan.place(e, first);
    }
}

}  // namespace hoicho::scheduling::floor
