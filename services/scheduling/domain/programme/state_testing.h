/// What the tests of the search share: reading a state off, a random move, a fair an hour later.
#pragma once

#include "scheduling/domain/programme/anneal.h"
#include "scheduling/domain/programme/construct.h"
#include "scheduling/domain/programme/moves/moves.h"
#include "scheduling/domain/programme/random_fair.h"
#include "scheduling/domain/programme/state.h"

namespace hoicho::scheduling::programme {

inline Programme programme_of(const State& state) {
    Programme programme;
    for (int m = 0; m < state.reduced().meetings; ++m)
        if (state.held(m)) programme.meetings.push_back({m, state.slot_of(m), state.place_of(m)});
    return programme;
}

inline bool propose_any(State& state, Random& random, Scratch& scratch) {
    const auto pick = [&](std::span<const int> list) {
        return list[static_cast<std::size_t>(random.below(static_cast<int>(list.size())))];
    };
    const int move = random.below(7);
    if (move == 6) return !state.astray().empty() && propose_home(state, random, scratch, pick(state.astray()));
    if (move == 5)
        return !state.people_rushed().empty() &&
               propose_calm(state, random, scratch, pick(state.people_rushed()));
    if (move == 0)
        return !state.unheld_meetings().empty() &&
               propose_insert(state, random, scratch, pick(state.unheld_meetings()));
    if (move == 1)
        return !state.people_with_gaps().empty() &&
               propose_close_gap(state, random, scratch, pick(state.people_with_gaps()));
    if (state.held_meetings().empty()) return false;
    const int m = pick(state.held_meetings());
    if (move == 2) return propose_exchange(state, random, scratch, m, random.below(state.reduced().slots));
    return move == 3 ? propose_relocate(state, random, m) : propose_place(state, random, m);
}

/// The fair an hour later: somebody left, a place closed.
inline Instance later(Instance fair, std::uint64_t seed) {
    Random random{seed};
    fair.freeze_before_slot = random.below(static_cast<int>(fair.slots.size()) / 2);
    for (int t = fair.freeze_before_slot; t < static_cast<int>(fair.slots.size()); ++t) {
        if (random.below(2) == 0) fair.participants.front().delegates.front().unavailable.push_back(t);
        if (random.below(3) == 0) fair.places.front().closed.push_back(t);
    }
    return fair;
}

/// A fair, the programme it had, and the same fair an hour later under search from that programme.
struct Repair {
    explicit Repair(std::uint64_t seed) : fair{later(RandomFair{seed}.make(), seed)}, before{programme_before(seed)} {}

    static Programme programme_before(std::uint64_t seed) {
        const Reduced reduced = reduce(RandomFair{seed}.make(), nullptr);
        State state{reduced, penalties_for(reduced)};
        construct(state, {});
        return programme_of(state);
    }

    Instance fair;
    Programme before;
    Reduced reduced = reduce(fair, &before);
    State state{reduced, penalties_for(reduced)};
};

}  // namespace hoicho::scheduling::programme
