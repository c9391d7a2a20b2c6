/// Finds the best free slot and place for a meeting, and moves a held one there.
#include <bit>

#include "scheduling/domain/programme/moves/moves.h"

namespace hoicho::scheduling::programme {

Spot best_spot(const State& state, int meeting, int but_not_slot, int turn) {
    const Reduced& reduced = state.reduced();
    const Wish& wish = reduced.wishes[static_cast<std::size_t>(meeting)];
    Spot best;
    if (state.at_maximum(wish.a) || state.at_maximum(wish.b)) return best;
    for (int day = 0; day < reduced.days; ++day) {
        const int first = reduced.day_first[static_cast<std::size_t>(day)];
        for (std::uint64_t free = state.free_slots(meeting, day); free != 0; free &= free - 1) {
            const int slot = first + std::countr_zero(free);
            if (slot == but_not_slot || !state.in_order(meeting, slot)) continue;
            const int place = state.best_place(meeting, slot, turn);
            if (place == none) continue;
            const std::int64_t gain = state.gain_of_adding(meeting, slot, place);
            if (best.slot == none || gain > best.gain) best = {slot, place, gain};
        }
    }
    return best;
}

bool may_sit_elsewhere(const State& state, int meeting) {
    const Reduced& reduced = state.reduced();
    const bool at_table = reduced.is_open[static_cast<std::size_t>(state.place_of(meeting))] != 0;
    for (int day = 0; day < reduced.days; ++day)
        for (std::uint64_t free = state.free_slots(meeting, day); free != 0; free &= free - 1)
            if (!at_table ||
                state.open_room_left(reduced.day_first[static_cast<std::size_t>(day)] + std::countr_zero(free)) > 0)
                return true;
    return false;
}

bool propose_relocate(State& state, Random& random, int meeting) {
    if (state.reduced().wishes[static_cast<std::size_t>(meeting)].fixed) return false;
    if (!may_sit_elsewhere(state, meeting)) return false;
    const std::size_t mark = state.mark();
    const int old_slot = state.slot_of(meeting);
    state.remove(meeting);
    const Spot spot = best_spot(state, meeting, old_slot, random.below(1 << 16));
    if (spot.slot == none) {
        state.undo_to(mark);
        return false;
    }
    state.add(meeting, spot.slot, spot.place);
    return true;
}

}  // namespace hoicho::scheduling::programme
