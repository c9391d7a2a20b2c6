/// Builds a first programme: the past, then what still stands of a given one, then greedily whatever adds to the score.
#include "scheduling/domain/programme/construct.h"

#include <algorithm>
#include <bit>
#include <tuple>

#include "scheduling/domain/programme/moves/moves.h"

namespace hoicho::scheduling::programme {
namespace {

bool known(int position, int size) { return position >= 0 && position < size; }

void keep(State& state, const Programme& start) {
    const Reduced& reduced = state.reduced();
    for (const Entry& entry : start.meetings) {
        if (!known(entry.meeting, reduced.meetings) || !known(entry.slot, reduced.slots) ||
            !known(entry.place, reduced.places))
            continue;
        if (state.fits(entry.meeting, entry.slot, entry.place)) state.add(entry.meeting, entry.slot, entry.place);
    }
}

int slots_allowed(const Reduced& reduced, int meeting) {
    int slots = 0;
    for (int day = 0; day < reduced.days; ++day)
        slots +=
            std::popcount(reduced.allowed[static_cast<std::size_t>(meeting) * static_cast<std::size_t>(reduced.days) +
                                          static_cast<std::size_t>(day)]);
    return slots;
}

/// Musts first, then by worth; among equals the one with fewer slots to go to.
std::vector<int> by_worth_and_scarcity(const State& state) {
    std::vector<std::tuple<std::int64_t, int, int>> order;
    for (const int m : state.unheld_meetings())
        order.emplace_back(-state.worth(m), slots_allowed(state.reduced(), m), m);
    std::sort(order.begin(), order.end());
    std::vector<int> meetings;
    meetings.reserve(order.size());
    for (const auto& entry : order) meetings.push_back(std::get<2>(entry));
    return meetings;
}

}  // namespace

void construct(State& state, const Programme& start) {
    for (const Entry& entry : state.reduced().past) state.add(entry.meeting, entry.slot, entry.place);
    keep(state, start);
    for (const int m : by_worth_and_scarcity(state)) {
        const Wish& wish = state.reduced().wishes[static_cast<std::size_t>(m)];
        if (wish.fixed || !wish.possible) continue;
        const Spot spot = best_spot(state, m, none, m);
        if (spot.slot != none && spot.gain > 0) state.add(m, spot.slot, spot.place);
    }
    state.forget();
}

}  // namespace hoicho::scheduling::programme
