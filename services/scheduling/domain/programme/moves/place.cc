/// Moves a held meeting to another place in its slot, trading places if that is full.
#include <algorithm>

#include "scheduling/domain/programme/moves/moves.h"

namespace hoicho::scheduling::programme {
namespace {

/// Somebody in the slot who sits at the place and may leave it.
int occupant(const State& state, Random& random, int slot, int place) {
    const auto at_tables = state.at_open_places(slot);
    const int size = static_cast<int>(at_tables.size());
    for (int i = 0, j = size > 0 ? random.below(size) : 0; i < size; ++i, j = j + 1 == size ? 0 : j + 1) {
        const int m = at_tables[static_cast<std::size_t>(j)];
        if (state.place_of(m) == place && !state.reduced().wishes[static_cast<std::size_t>(m)].fixed) return m;
    }
    return none;
}

}  // namespace

bool propose_place(State& state, Random& random, int meeting) {
    const auto places = state.reduced().place_sets[state.reduced().wishes[static_cast<std::size_t>(meeting)].places];
    if (places.size() < 2) return false;
    return propose_place(state, random, meeting,
                         places[static_cast<std::size_t>(random.below(static_cast<int>(places.size())))]);
}

bool propose_place(State& state, Random& random, int meeting, int place) {
    const Reduced& reduced = state.reduced();
    if (reduced.wishes[static_cast<std::size_t>(meeting)].fixed) return false;
    const int slot = state.slot_of(meeting);
    const int old_place = state.place_of(meeting);
    if (place == old_place || reduced.room[static_cast<std::size_t>(place) * static_cast<std::size_t>(reduced.slots) +
                                           static_cast<std::size_t>(slot)] == 0)
        return false;
    const std::size_t mark = state.mark();
    const int other = state.room_left(place, slot) > 0 ? none : occupant(state, random, slot, place);
    state.remove(meeting);
    if (other != none) state.remove(other);
    if (state.fits(meeting, slot, place)) {
        state.add(meeting, slot, place);
        if (other == none) return true;
        if (state.fits(other, slot, old_place)) {
            state.add(other, slot, old_place);
            return true;
        }
    }
    state.undo_to(mark);
    return false;
}

}  // namespace hoicho::scheduling::programme
