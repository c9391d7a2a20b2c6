/// Brings a meeting back to where the previous programme had it.
#include <algorithm>

#include "scheduling/domain/programme/moves/moves.h"

namespace hoicho::scheduling::programme {

bool propose_home(State& state, Random& random, Scratch& scratch, int meeting) {
    const Reduced& reduced = state.reduced();
    const Wish& wish = reduced.wishes[static_cast<std::size_t>(meeting)];
    if (!state.held(meeting)) return propose_insert_at(state, random, scratch, meeting, wish.previous_slot);
    if (state.slot_of(meeting) != wish.previous_slot)
        return propose_exchange(state, random, scratch, meeting, wish.previous_slot);
    const auto places = reduced.place_sets[wish.places];
    if (std::find(places.begin(), places.end(), wish.previous_place) == places.end()) return false;
    return propose_place(state, random, meeting, wish.previous_place);
}

}  // namespace hoicho::scheduling::programme
