/// The solver's door: improves a programme within a budget of steps.
#include "scheduling/domain/programme/solve.h"

#include "scheduling/domain/programme/anneal.h"
#include "scheduling/domain/programme/construct.h"
#include "scheduling/domain/programme/reduce.h"
#include "scheduling/domain/programme/state.h"

namespace hoicho::scheduling::programme {

Improved improve(const Instance& instance, const Programme& start, std::uint64_t seed, std::uint64_t steps,
                 const Programme* previous) {
    const Reduced reduced = reduce(instance, previous);
    State state{reduced, penalties_for(reduced)};
    construct(state, start);
    Random random{seed};
    anneal(state, random, schedule_for(reduced, steps, !start.meetings.empty()));

    Improved improved{.score = state.score(),
                      .musts_missing = state.musts_missing(),
                      .spread_kept = state.spread_kept(),
                      .steps = steps};
    improved.programme.instance = instance.name;
    for (int m = 0; m < reduced.meetings; ++m)
        if (state.held(m)) improved.programme.meetings.push_back({m, state.slot_of(m), state.place_of(m)});
    return improved;
}

}  // namespace hoicho::scheduling::programme
