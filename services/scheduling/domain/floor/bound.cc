/// How good an allocation could be at best.
#include "scheduling/domain/floor/bound.h"

#include "scheduling/domain/floor/plan.h"
#include "scheduling/domain/floor/relaxation.h"

namespace hoicho::scheduling::floor {

Bound upper_bound(const Floor& floor, const Allocation* previous) {
    const Layout layout = lay_out(floor, previous);
    if (layout.exhibitors == 0 || layout.booths == 0) return {.score = 0, .best = Allocation{.floor = floor.name, .allocations = {}}};
    Relaxation relaxation{layout};
    if (!relaxation.grow(bound_arcs_max)) return {.score = relaxation.score_of_each_alone()};
    const Sent sent = send_for_most_worth(relaxation.nodes(), relaxation.arcs(), relaxation.source(), relaxation.sink(), relaxation.supply());
    Bound bound{.score = relaxation.score_of(sent)};
    if (is_linear(layout)) bound.best = allocation_of(floor, relaxation.firsts_of(sent));
    return bound;
}

}  // namespace hoicho::scheduling::floor
