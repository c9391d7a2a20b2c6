/// The moves of the search. Each proposes one change to a programme that keeps every rule: it returns true with the
/// change made, or false with the programme as it was. Whether the change stays is the caller's business: undo from the
/// mark it took before.
#pragma once

#include <cstdint>
#include <vector>

#include "scheduling/domain/programme/random.h"
#include "scheduling/domain/programme/state.h"

namespace hoicho::scheduling::programme {

inline constexpr int chain_max =
    24;  ///< Meetings in one exchange between two slots; longer ones rarely please anybody.

/// Memory the moves would otherwise allocate at every step.
struct Scratch {
    explicit Scratch(const Reduced& reduced) : stamp_of(static_cast<std::size_t>(reduced.meetings), 0) {}

    std::vector<int> chain;
    std::vector<std::uint32_t> stamp_of;  ///< meeting -> the last exchange it was part of
    std::uint32_t stamp = 0;
    std::vector<int> ejected;
};

/// Where a meeting would add most; slot is none if it fits nowhere.
struct Spot {
    int slot = none;
    int place = none;
    std::int64_t gain = 0;
};
Spot best_spot(const State& state, int meeting, int but_not_slot, int turn);

/// Holds a meeting that is not held, sending away whoever is in the way and seating them elsewhere where that pays.
bool propose_insert(State& state, Random& random, Scratch& scratch, int meeting);

/// Moves a held meeting to another slot, and along the chain of partners exchanges meetings between the two slots until
/// nobody has two at once (a Kempe chain of edge colouring: people inside the chain keep their busy slots, only its
/// ends change). Full halls are balanced by a second chain the other way.
bool propose_exchange(State& state, Random& random, Scratch& scratch, int meeting, int to_slot);

/// Moves a held meeting to its best other free slot.
bool propose_relocate(State& state, Random& random, int meeting);

/// Moves a held meeting to another place in its slot, trading places if that is full.
bool propose_place(State& state, Random& random, int meeting);

/// Exchanges a meeting of somebody who waits into one of the idle slots.
bool propose_close_gap(State& state, Random& random, Scratch& scratch);

}  // namespace hoicho::scheduling::programme
