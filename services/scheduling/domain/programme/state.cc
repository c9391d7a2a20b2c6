/// A programme under search: the changes. What is asked of it stands in state_rules.cc.
#include "scheduling/domain/programme/state.h"

#include <algorithm>

#include "scheduling/domain/programme/day_mask.h"

namespace hoicho::scheduling::programme {

State::State(const Reduced& reduced, Penalties penalties) : r_{&reduced}, penalties_{penalties} {
    const std::size_t people = index(r_->participants);
    const std::size_t wishes = index(r_->meetings);
    meetings_.resize(wishes);
    people_.resize(people);
    days_.resize(people * index(r_->days));
    load_.assign(index(r_->places) * index(r_->slots), 0);
    open_held_.resize(index(r_->slots));
    people_by_gaps_.assign(index(r_->slots) + 1, 0);
    open_room_.assign(index(r_->slots), 0);
    score_ = r_->score_of_nothing;
    for (int p = 0; p < r_->participants; ++p) {
        const Person& person = r_->persons[index(p)];
        if (person.may_be_left_out) score_ -= r_->weights.left_out;
        if (person.count_gaps) ++people_by_gaps_[0];
        for (int t = 0; t < r_->slots; ++t) {
            const int delegates = r_->delegates[index(p) * index(r_->slots) + index(t)];
            cells_.push_back(0);
            cells_.push_back(delegates);
            cells_.insert(cells_.end(), index(person.seats_per_slot), none);
            if (delegates == 0)
                days_[day_cell(p, r_->day_of[index(t)])].full |= std::uint64_t{1} << r_->bit_of[index(t)];
        }
    }
    for (int k = 0; k < r_->places; ++k)
        for (int t = 0; t < r_->slots && r_->is_open[index(k)]; ++t) open_room_[index(t)] += r_->room[place_cell(k, t)];
    for (int m = 0; m < r_->meetings; ++m) {
        musts_ += r_->wishes[index(m)].must;
        note_disturbance(m, r_->wishes[index(m)].previous_slot, r_->wishes[index(m)].previous_place, false);
        if (!r_->wishes[index(m)].possible && !r_->wishes[index(m)].fixed) continue;
        meetings_[index(m)].list_position = static_cast<int>(lists_.size());
        lists_.push_back(m);
    }
}

void State::add(int meeting, int slot, int place) {
    do_add(meeting, slot, place);
    log_.push_back({meeting, slot, place, true});
}

void State::remove(int meeting) {
    log_.push_back({meeting, slot_of(meeting), place_of(meeting), false});
    do_remove(meeting);
}

void State::undo_to(std::size_t mark) {
    while (log_.size() > mark) {
        const Change change = log_.back();
        log_.pop_back();
        if (change.added)
            do_remove(change.meeting);
        else
            do_add(change.meeting, change.slot, change.place);
    }
}

void State::do_add(int meeting, int slot, int place) {
    const Wish& wish = r_->wishes[index(meeting)];
    const int zone = r_->zone_of[index(place)];
    seat(wish.a, meeting, slot, zone);
    seat(wish.b, meeting, slot, zone);
    meetings_[index(meeting)].slot = slot;
    meetings_[index(meeting)].place = place;
    ++load_[place_cell(place, slot)];
    musts_held_ += wish.must;
    score_ += wish.gain - moved_cost(wish, slot, place);
    note_disturbance(meeting, slot, place, true);
    keep_open_list(meeting, slot, place, true);
    swap_lists(meeting, true);
}

void State::do_remove(int meeting) {
    const Wish& wish = r_->wishes[index(meeting)];
    const int slot = slot_of(meeting);
    const int place = place_of(meeting);
    const int zone = r_->zone_of[index(place)];
    meetings_[index(meeting)].slot = none;
    meetings_[index(meeting)].place = none;
    --load_[place_cell(place, slot)];
    musts_held_ -= wish.must;
    score_ -= wish.gain - moved_cost(wish, slot, place);
    note_disturbance(meeting, slot, place, false);
    keep_open_list(meeting, slot, place, false);
    swap_lists(meeting, false);
    unseat(wish.a, meeting, slot, zone);
    unseat(wish.b, meeting, slot, zone);
}

void State::seat(int participant, int meeting, int slot, int zone) {
    const Person& person = r_->persons[index(participant)];
    if (person.reach_row != none) note_rushes(participant, rushes(participant, slot, zone));
    int* const cell = cell_of(participant, slot);
    const int before = cell[0]++;
    cell[2 + before] = meeting;
    DayNow& day = days_[day_cell(participant, r_->day_of[index(slot)])];
    const std::uint64_t bit = std::uint64_t{1} << r_->bit_of[index(slot)];
    if (before == 0) {
        note_idleness(participant, day.busy, day.busy | bit);
        day.busy |= bit;
    }
    if (before + 1 >= cell[1]) day.full |= bit;
    PersonNow& now = people_[index(participant)];
    ++now.held;
    const std::int64_t value = r_->wishes[index(meeting)].value;
    if (now.value == 0 && value > 0 && person.may_be_left_out) score_ += r_->weights.left_out;
    now.value += value;
}

void State::unseat(int participant, int meeting, int slot, int zone) {
    const Person& person = r_->persons[index(participant)];
    int* const cell = cell_of(participant, slot);
    const int after = --cell[0];
    *std::find(cell + 2, cell + 2 + after, meeting) = cell[2 + after];
    DayNow& day = days_[day_cell(participant, r_->day_of[index(slot)])];
    const std::uint64_t bit = std::uint64_t{1} << r_->bit_of[index(slot)];
    if (after == 0) {
        note_idleness(participant, day.busy, day.busy & ~bit);
        day.busy &= ~bit;
    }
    if (after < cell[1]) day.full &= ~bit;
    PersonNow& now = people_[index(participant)];
    --now.held;
    const std::int64_t value = r_->wishes[index(meeting)].value;
    now.value -= value;
    if (now.value == 0 && value > 0 && person.may_be_left_out) score_ -= r_->weights.left_out;
    if (person.reach_row != none) note_rushes(participant, -rushes(participant, slot, zone));
}

void State::note_idleness(int participant, std::uint64_t before, std::uint64_t after) {
    if (!r_->persons[index(participant)].count_gaps) return;
    const Idleness was = idleness_of(before);
    const Idleness is = idleness_of(after);
    score_ -= r_->weights.gap * (is.gaps - was.gaps) + r_->weights.idle_slot * (is.idle_slots - was.idle_slots);
    if (is.gaps != was.gaps) note_gaps(participant, is.gaps - was.gaps);
}

void State::note_gaps(int participant, int change) {
    PersonNow& now = people_[index(participant)];
    int& gaps = now.gaps;
    const int before = gaps;
    gaps += change;
    --people_by_gaps_[index(before)];
    ++people_by_gaps_[index(gaps)];
    if (r_->max_gap_spread != none)
        over_spread_ += std::max(0, gaps - r_->max_gap_spread) - std::max(0, before - r_->max_gap_spread);
    if ((before == 0) != (gaps == 0)) list_person(gappy_, &PersonNow::gappy_position, participant);
}

void State::note_rushes(int participant, int change) {
    if (change == 0) return;
    score_ -= r_->weights.rushed * change;
    int& rushes = people_[index(participant)].rushes;
    const int before = rushes;
    rushes += change;
    if ((before == 0) != (rushes == 0)) list_person(rushed_, &PersonNow::rushed_position, participant);
}

/// Enters the participant, or strikes it off if it was there.
void State::list_person(std::vector<int>& list, int PersonNow::*position_of, int participant) {
    int& position = people_[index(participant)].*position_of;
    if (position == none) {
        position = static_cast<int>(list.size());
        list.push_back(participant);
        return;
    }
    const int last = list.back();
    list[index(position)] = last;
    list.pop_back();
    people_[index(last)].*position_of = position;
    people_[index(participant)].*position_of = none;
}

void State::note_disturbance(int meeting, int slot, int place, bool at_home) {
    const Wish& wish = r_->wishes[index(meeting)];
    if (wish.previous_slot == none || wish.previous_slot != slot || wish.previous_place != place) return;
    for (const int p : {wish.a, wish.b}) {
        int& disturbed = people_[index(p)].disturbed;
        const bool before = disturbed > 0;
        disturbed += at_home ? -1 : 1;
        people_disturbed_ += (disturbed > 0) - before;
    }
    if (!wish.possible || wish.fixed) return;
    int& position = meetings_[index(meeting)].astray_position;
    if (!at_home) {
        position = static_cast<int>(astray_.size());
        astray_.push_back(meeting);
        return;
    }
    astray_[index(position)] = astray_.back();
    meetings_[index(astray_.back())].astray_position = position;
    astray_.pop_back();
}

void State::keep_open_list(int meeting, int slot, int place, bool added) {
    if (!r_->is_open[index(place)]) return;
    std::vector<int>& list = open_held_[index(slot)];
    if (added) {
        meetings_[index(meeting)].open_position = static_cast<int>(list.size());
        list.push_back(meeting);
        --open_room_[index(slot)];
        return;
    }
    const int position = meetings_[index(meeting)].open_position;
    list[index(position)] = list.back();
    meetings_[index(list.back())].open_position = position;
    list.pop_back();
    ++open_room_[index(slot)];
}

void State::swap_lists(int meeting, bool now_held) {
    if (!now_held) --held_size_;
    const std::size_t border = held_size_;
    const std::size_t position = index(meetings_[index(meeting)].list_position);
    const int other = lists_[border];
    std::swap(lists_[position], lists_[border]);
    meetings_[index(other)].list_position = static_cast<int>(position);
    meetings_[index(meeting)].list_position = static_cast<int>(border);
    if (now_held) ++held_size_;
}

}  // namespace hoicho::scheduling::programme
