/// Moves one of two consecutive meetings that somebody has to run between.
#include <bit>

#include "scheduling/domain/programme/moves/moves.h"

namespace hoicho::scheduling::programme {
namespace {

/// A random slot of the participant from or to which the walk is too long, none if there is none.
int rushed_slot(const State& state, Random& random, int p) {
    const Reduced& reduced = state.reduced();
    int found = none;
    int count = 0;
    for (int day = 0; day < reduced.days; ++day) {
        for (std::uint64_t busy = state.busy(p, day); busy != 0; busy &= busy - 1) {
            const int slot = reduced.day_first[static_cast<std::size_t>(day)] + std::countr_zero(busy);
            const int place = state.place_of(state.seats(p, slot).front());
            if (state.rushes(p, slot, reduced.zone_of[static_cast<std::size_t>(place)]) == 0) continue;
            if (random.below(++count) == 0) found = slot;
        }
    }
    return found;
}

}  // namespace

bool propose_calm(State& state, Random& random, Scratch& scratch, int participant) {
    const int slot = rushed_slot(state, random, participant);
    if (slot == none) return false;
    const int meeting = state.seats(participant, slot).front();
    if (random.chance_in_1024(128)) return propose_relocate(state, random, meeting);
    return propose_exchange(state, random, scratch, meeting, random.below(state.reduced().slots));
}

}  // namespace hoicho::scheduling::programme
