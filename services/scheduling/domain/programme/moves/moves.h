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

inline constexpr std::int64_t any_loss = std::int64_t{1} << 60;

/// Memory the moves would otherwise allocate at every step, and how much a move may lose.
struct Scratch {
    explicit Scratch(const Reduced& reduced)
        : stamp_of(static_cast<std::size_t>(reduced.meetings), 0),
          stamp_of_person(static_cast<std::size_t>(reduced.participants), 0) {}

    /// A move that is sure to lose more energy than this is not worth making: it returns false before it changes
    /// anything. What can only be known by making it (walks, the seats of those sent away) is left to the caller.
    std::int64_t loss_max = any_loss;
    std::vector<int> chain;
    std::vector<std::uint32_t> stamp_of;         ///< meeting -> the last exchange it was part of
    std::vector<std::uint32_t> stamp_of_person;  ///< participant -> the last exchange that was priced for it
    std::uint32_t stamp = 0;
    std::vector<int> ejected;
};

/// Could the meeting be held in the slot if nobody else were there?
inline bool allows(const Reduced& reduced, int meeting, int slot) {
    const int day = reduced.day_of[static_cast<std::size_t>(slot)];
    const std::uint64_t allowed =
        reduced.allowed[static_cast<std::size_t>(meeting) * static_cast<std::size_t>(reduced.days) +
                        static_cast<std::size_t>(day)];
    return (allowed >> reduced.bit_of[static_cast<std::size_t>(slot)] & 1U) != 0;
}

/// Where a meeting would add most; slot is none if it fits nowhere.
struct Spot {
    int slot = none;
    int place = none;
    std::int64_t gain = 0;
};
Spot best_spot(const State& state, int meeting, int but_not_slot, int turn);

/// Is there a slot with room in which both people of a held meeting are free? True may still be refused by a rule.
bool may_sit_elsewhere(const State& state, int meeting);

/// Holds a meeting that is not held, sending away whoever is in the way and seating them elsewhere where that pays.
bool propose_insert(State& state, Random& random, Scratch& scratch, int meeting);
bool propose_insert_at(State& state, Random& random, Scratch& scratch, int meeting, int slot);

/// Moves a held meeting to another slot, and along the chain of partners exchanges meetings between the two slots until
/// nobody has two at once (a Kempe chain of edge colouring: people inside the chain keep their busy slots, only its
/// ends change). Full halls are balanced by a second chain the other way.
bool propose_exchange(State& state, Random& random, Scratch& scratch, int meeting, int to_slot);

/// Moves a held meeting to its best other free slot.
bool propose_relocate(State& state, Random& random, int meeting);

/// Moves a held meeting to another place in its slot, trading places if that is full.
bool propose_place(State& state, Random& random, int meeting);
bool propose_place(State& state, Random& random, int meeting, int place);

/// Brings a meeting back to where it was before, or holds it there again.
bool propose_home(State& state, Random& random, Scratch& scratch, int meeting);

/// Moves one of two consecutive meetings that somebody has to run between to another slot, near or far.
bool propose_calm(State& state, Random& random, Scratch& scratch, int participant);

/// Exchanges a meeting of somebody who waits into one of the idle slots.
bool propose_close_gap(State& state, Random& random, Scratch& scratch, int participant);

}  // namespace hoicho::scheduling::programme
