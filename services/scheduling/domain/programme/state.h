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
        return people_[index(participant)].held >= r_->persons[index(participant)].meetings_max;
    }
    /// The place with room and the fewest rushed walks, none if there is no room; `turn` shifts where the search
    /// begins.
    int best_place(int meeting, int slot, int turn) const;
    /// Slots of a day in which both have a delegate free and the wish allows it.
    std::uint64_t free_slots(int meeting, int day) const {
        const Wish& wish = r_->wishes[index(meeting)];
        return r_->allowed[index(meeting) * index(r_->days) + index(day)] &
               ~(days_[day_cell(wish.a, day)].full | days_[day_cell(wish.b, day)].full);
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
    /// Loss of energy when a participant's day changes from one mask to another, gaps and idle slots alone.
    std::int64_t idle_loss(int participant, std::uint64_t before, std::uint64_t after) const {
        return before == after || !r_->persons[index(participant)].count_gaps ? 0
                                                                             : idle_cost(participant, before, after);
    }
    int musts_missing() const { return musts_ - musts_held_; }
    bool spread_kept() const;
    bool complete() const { return musts_missing() == 0 && (over_spread_ == 0 || spread_kept()); }
    void set_penalties(Penalties penalties) { penalties_ = penalties; }
    const Penalties& penalties() const { return penalties_; }

    // ---- against the previous programme, if there is one
    /// Participants with a previous meeting that is not held where it was; who lost one that nobody could save counts.
    int people_disturbed() const { return people_disturbed_; }
    /// Most people that may be disturbed, none: no limit. A caller that finds more takes its change back.
    void limit_disturbance(int people_max) { disturbed_max_ = people_max; }
    int disturbed_max() const { return disturbed_max_; }
    /// How many more people than the limit are disturbed.
    int over_disturbed() const {
        return disturbed_max_ == none || people_disturbed_ <= disturbed_max_ ? 0 : people_disturbed_ - disturbed_max_;
    }

    /// Meetings that still could be held and are not where they were before, moved or cancelled.
    std::span<const int> astray() const { return astray_; }

    // ---- looking around
    const Reduced& reduced() const { return *r_; }
    bool held(int meeting) const { return meetings_[index(meeting)].slot != none; }
    int slot_of(int meeting) const { return meetings_[index(meeting)].slot; }
    int place_of(int meeting) const { return meetings_[index(meeting)].place; }
    int held_count(int participant) const { return people_[index(participant)].held; }
    std::span<const int> seats(int participant, int slot) const {
        const int* const cell = cell_of(participant, slot);
        return {cell + 2, static_cast<std::size_t>(cell[0])};
    }
    int delegates(int participant, int slot) const { return cell_of(participant, slot)[1]; }
    int room_left(int place, int slot) const {
        return r_->room[place_cell(place, slot)] - load_[place_cell(place, slot)];
    }
    int open_room_left(int slot) const { return open_room_[index(slot)]; }
    std::span<const int> at_open_places(int slot) const { return open_held_[index(slot)]; }
    std::uint64_t busy(int participant, int day) const { return days_[day_cell(participant, day)].busy; }
    std::span<const int> held_meetings() const { return {lists_.data(), held_size_}; }
    /// Possible meetings that are not held.
    std::span<const int> unheld_meetings() const { return {lists_.data() + held_size_, lists_.size() - held_size_}; }
    std::span<const int> people_with_gaps() const { return gappy_; }
    std::span<const int> people_rushed() const { return rushed_; }
    /// Walks of the participant from and to the slot that would be too long if it were in the zone then.
    int rushes(int participant, int slot, int zone) const;

  private:
    /// What a move touches together lies together: at city size the search waits for memory, not for arithmetic.
    struct MeetingNow {
        int slot = none;
        int place = none;
        int list_position = none;  ///< In lists_, none if impossible.
        int open_position = none;  ///< In open_held_.
        int astray_position = none;  ///< In astray_.
    };
    struct PersonNow {
        std::int64_t value = 0;
        int held = 0;
        int gaps = 0;
        int rushes = 0;  ///< Walks between consecutive slots that are too long.
        int gappy_position = none;   ///< In gappy_.
        int rushed_position = none;  ///< In rushed_.
        int disturbed = 0;           ///< Previous meetings that are not held where they were.
    };
    struct DayNow {
        std::uint64_t busy = 0;  ///< Slots with a meeting.
        std::uint64_t full = 0;  ///< Slots with no delegate left.
    };

    static std::size_t index(int number) { return static_cast<std::size_t>(number); }
    /// A cell of cells_: how many meetings, how many delegates, then the meetings.
    std::size_t cell_at(int participant, int slot) const {
        const Person& person = r_->persons[index(participant)];
        return index(person.seats_first + slot * person.seats_per_slot) +
               2 * (index(participant) * index(r_->slots) + index(slot));
    }
    const int* cell_of(int participant, int slot) const { return cells_.data() + cell_at(participant, slot); }
    int* cell_of(int participant, int slot) { return cells_.data() + cell_at(participant, slot); }
    std::size_t day_cell(int participant, int day) const { return index(participant) * index(r_->days) + index(day); }
    std::size_t place_cell(int place, int slot) const { return index(place) * index(r_->slots) + index(slot); }

    void do_add(int meeting, int slot, int place);
    void do_remove(int meeting);
    void seat(int participant, int meeting, int slot, int zone);
    void unseat(int participant, int meeting, int slot, int zone);
    void note_idleness(int participant, std::uint64_t before, std::uint64_t after);
    void note_gaps(int participant, int change);
    void note_rushes(int participant, int change);
    void list_person(std::vector<int>& list, int PersonNow::*position_of, int participant);
    void note_disturbance(int meeting, int slot, int place, bool at_home);
    void keep_open_list(int meeting, int slot, int place, bool added);
    void swap_lists(int meeting, bool now_held);
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
    int people_disturbed_ = 0;
    int disturbed_max_ = none;

    std::vector<MeetingNow> meetings_;
    std::vector<PersonNow> people_;
    std::vector<DayNow> days_;                 ///< participant x day
    std::vector<int> cells_;                   ///< participant x slot, see cell_at
    std::vector<std::uint16_t> load_;          ///< place x slot: meetings
    std::vector<int> open_room_;               ///< slot -> tables left at places that nobody owns
    std::vector<std::vector<int>> open_held_;  ///< slot -> meetings at such places
    std::vector<int> lists_;                   ///< held meetings, then possible ones that are not held
    std::size_t held_size_ = 0;
    std::vector<int> gappy_;           ///< participants with gaps
    std::vector<int> rushed_;          ///< participants with rushed walks
    std::vector<int> astray_;          ///< meetings
    std::vector<int> people_by_gaps_;  ///< gaps -> participants who count gaps and have that many
    std::vector<Change> log_;
};

}  // namespace hoicho::scheduling::programme
