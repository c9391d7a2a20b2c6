/// What keeps a meeting from a slot at this moment of an exchange, and which meetings could leave to clear it.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "scheduling/domain/programme/state.h"

namespace hoicho::scheduling::programme {

/// Clears the way into one slot, one obstacle after the other: people first, then order, maxima and places.
class WayIn {
  public:
    /// @param pinned  meetings that may not leave; read at every question
    WayIn(State& state, const std::vector<int>& pinned) : state_{state}, r_{state.reduced()}, pinned_{pinned} {}

    /// @param place         where the meeting can lie now; none if something is in the way
    /// @param whole_hall    whether somebody else at the tables of a full hall may be asked to leave: a long list
    /// @param leavers_max   how many candidates to return
    /// @return              meetings of which one has to leave, those that cost least first; empty if none could help
    std::vector<int> leavers(int meeting, int slot, bool whole_hall, int leavers_max, int& place);

    /// What leaves if the meeting is forced here, at a glance: sum of the worth of the cheapest leavers; false if
    /// somebody cannot leave.
    bool glance(int meeting, int slot, std::int64_t& worth) const;

    bool full(int p, int slot) const {
        return static_cast<int>(state_.seats(p, slot).size()) >= state_.delegates(p, slot);
    }

    /// Is there no room at any place of the meeting in the slot?
    bool hall_full(int meeting, int slot) const;

  private:
    bool movable(int meeting) const;
    void take(std::span<const int> meetings, std::vector<int>& out) const;
    bool ask_people(const Wish& wish, int slot, std::vector<int>& out) const;
    bool ask_order(int meeting, int slot, std::vector<int>& out) const;
    bool ask_maxima(const Wish& wish, std::vector<int>& out) const;
    void ask_tables(int meeting, int slot, bool whole_hall, std::vector<int>& out) const;
    void ask_neighbours(const Wish& wish, int slot, std::vector<int>& out) const;
    void keep_cheapest(std::vector<int>& meetings, int keep_max);

    State& state_;
    const Reduced& r_;
    const std::vector<int>& pinned_;
};

}  // namespace hoicho::scheduling::programme
