/// The solver's door: local search in one go, and what the words of an answer are called.
#include "scheduling/domain/programme/solve.h"

#include <algorithm>
#include <tuple>

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

const char* name_of(Obstacle obstacle) {
    switch (obstacle) {
        case Obstacle::not_known: return "not known";
        case Obstacle::impossible: return "impossible";
        case Obstacle::overbooked: return "overbooked";
        case Obstacle::unspread: return "unspread";
        case Obstacle::contradiction: return "contradiction";
    }
    return "";
}

std::size_t best_of(const std::vector<Solved>& results) {
    const auto rank = [](const Solved& s) {
        return std::tuple{s.verdict != Verdict::infeasible, s.musts_missing, !s.spread_kept, -s.score};
    };
    const auto best = std::min_element(results.begin(), results.end(),
                                       [&](const Solved& one, const Solved& other) { return rank(one) < rank(other); });
    return static_cast<std::size_t>(best - results.begin());
}

}  // namespace hoicho::scheduling::programme
