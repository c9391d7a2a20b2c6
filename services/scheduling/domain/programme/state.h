/// A programme under search: who sits where in flat arrays, the score kept up to date, and a log that takes changes
/// back. Owned by one search on one thread. add() and remove() trust the caller; fits() is the judge of every hard
/// rule.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "scheduling/domain/programme/reduce.h"

namespace hoicho::scheduling::programme {

/// Weights of what the score does not know: a `must` not held, and gaps beyond the allowed spread.
struct Penalties {
    std::int64_t must = 0;
    std::int64_t spread = 0;
};

struct Change {
    int meeting = none;
    int slot = none;
    int place = none;
    bool added = false;
};

class State {
  public:
    explicit State(const Reduced& reduced, Penalties penalties = {});

    // ---- one change; O(1) but for the order rule and the few seats of a slot
    void add(int meeting, int slot, int place);
    void remove(int meeting);

    // ---- undo: a change log from a mark on
    std::size_t mark() const { return log_.size(); }
    void undo_to(std::size_t mark);
    std::span<const Change> changes() const { return log_; }
    void forget() { log_.clear(); }

    // ---- may it be held here, by every hard rule but `must` and `gap_spread`, which the whole programme answers for
    bool fits(int meeting, int slot, int place) const;
    bool in_order(int meeting, int slot) const;
    bool at_maximum(int participant) const {
        return held_of_[index(participant)] >= r_->persons[index(participant)].meetings_max;
    }
    /// The place with room and the fewest rushed walks, none if there is no room; `turn` shifts where the search
    /// begins.
    int best_place(int meeting, int slot, int turn) const;
    /// Slots of a day in which both have a delegate free and the wish allows it.
    std::uint64_t free_slots(int meeting, int day) const {
        const Wish& wish = r_->wishes[index(meeting)];
        return r_->allowed[index(meeting) * index(r_->days) + index(day)] & ~full_[day_cell(wish.a, day)] &
               ~full_[day_cell(wish.b, day)];
    }

    // ---- what it is worth
    std::int64_t score() const { return score_; }
    /// Score less penalties: what the search climbs.
    std::int64_t energy() const { return score_ + penalties_.must * musts_held_ - penalties_.spread * over_spread_; }
    /// Change of energy if the meeting were added there.
    std::int64_t gain_of_adding(int meeting, int slot, int place) const;
    /// Change of energy if the meeting were removed, without what happens to gaps: cheap, for choosing whom to eject.
    std::int64_t worth(int meeting) const {
        return r_->wishes[index(meeting)].gain + (r_->wishes[index(meeting)].must ? penalties_.must : 0);
    }
    int musts_missing() const { return musts_ - musts_held_; }
    bool spread_kept() const;
    bool complete() const { return musts_missing() == 0 && (over_spread_ == 0 || spread_kept()); }
    void set_penalties(Penalties penalties) { penalties_ = penalties; }
    const Penalties& penalties() const { return penalties_; }

    // ---- looking around
    const Reduced& reduced() const { return *r_; }
    bool held(int meeting) const { return slot_[index(meeting)] != none; }
    int slot_of(int meeting) const { return slot_[index(meeting)]; }
    int place_of(int meeting) const { return place_[index(meeting)]; }
    int held_count(int participant) const { return held_of_[index(participant)]; }
    std::span<const int> seats(int participant, int slot) const {
        const Person& person = r_->persons[index(participant)];
        return {seats_.data() + person.seats_first + slot * person.seats_per_slot, count_[cell(participant, slot)]};
    }
    int delegates(int participant, int slot) const { return r_->delegates[cell(participant, slot)]; }
    int room_left(int place, int slot) const {
        return r_->room[place_cell(place, slot)] - load_[place_cell(place, slot)];
    }
    int open_room_left(int slot) const { return open_room_[index(slot)]; }
    std::span<const int> at_open_places(int slot) const { return open_held_[index(slot)]; }
    std::uint64_t busy(int participant, int day) const { return busy_[day_cell(participant, day)]; }
    std::span<const int> held_meetings() const { return {lists_.data(), held_size_}; }
    /// Possible meetings that are not held.
    std::span<const int> unheld_meetings() const { return {lists_.data() + held_size_, lists_.size() - held_size_}; }
    std::span<const int> people_with_gaps() const { return gappy_; }

  private:
    static std::size_t index(int number) { return static_cast<std::size_t>(number); }
    std::size_t cell(int participant, int slot) const { return index(participant) * index(r_->slots) + index(slot); }
    std::size_t day_cell(int participant, int day) const { return index(participant) * index(r_->days) + index(day); }
    std::size_t place_cell(int place, int slot) const { return index(place) * index(r_->slots) + index(slot); }

    void do_add(int meeting, int slot, int place);
    void do_remove(int meeting);
    void seat(int participant, int meeting, int slot, int zone);
    void unseat(int participant, int meeting, int slot, int zone);
    void note_idleness(int participant, std::uint64_t before, std::uint64_t after);
    void note_gaps(int participant, int change);
    void keep_open_list(int meeting, int slot, int place, bool added);
    void swap_lists(int meeting, bool now_held);
    int rushes(int participant, int slot, int zone) const;
    bool too_far(const Person& person, int slot, int from_zone, int to_zone) const;
    std::int64_t gain_for(int participant, int slot, std::int64_t value) const;
    std::int64_t idle_cost(int participant, std::uint64_t before, std::uint64_t after) const;
    std::int64_t moved_cost(const Wish& wish, int slot, int place) const;

    const Reduced* r_;
    Penalties penalties_;
    std::int64_t score_ = 0;
    std::int64_t over_spread_ = 0;
    int musts_ = 0;
    int musts_held_ = 0;

    std::vector<int> slot_;             ///< meeting -> slot or none
    std::vector<int> place_;            ///< meeting -> place or none
    std::vector<std::uint64_t> busy_;   ///< participant x day: slots with a meeting
    std::vector<std::uint64_t> full_;   ///< participant x day: slots with no delegate left
    std::vector<std::uint16_t> count_;  ///< participant x slot: meetings
    std::vector<int> seats_;
    std::vector<int> held_of_;                 ///< participant -> meetings held
    std::vector<std::int64_t> value_of_;       ///< participant -> value held
    std::vector<int> gaps_of_;                 ///< participant -> gaps
    std::vector<std::uint16_t> load_;          ///< place x slot: meetings
    std::vector<int> open_room_;               ///< slot -> tables left at places that nobody owns
    std::vector<std::vector<int>> open_held_;  ///< slot -> meetings at such places
    std::vector<int> open_position_;           ///< meeting -> its position there
    std::vector<int> lists_;                   ///< held meetings, then possible ones that are not held
    std::vector<int> list_position_;           ///< meeting -> position in lists_, none if impossible
    std::size_t held_size_ = 0;
    std::vector<int> gappy_;           ///< participants with gaps
    std::vector<int> gappy_position_;  ///< participant -> position there or none
    std::vector<int> people_by_gaps_;  ///< gaps -> participants who count gaps and have that many
    std::vector<Change> log_;
};

}  // namespace hoicho::scheduling::programme
