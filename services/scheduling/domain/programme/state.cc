/// A programme under search: the changes. What is asked of it stands in state_rules.cc.
#include "scheduling/domain/programme/state.h"

#include <algorithm>

#include "scheduling/domain/programme/day_mask.h"

namespace hoicho::scheduling::programme {

State::State(const Reduced& reduced, Penalties penalties) : r_{&reduced}, penalties_{penalties} {
    const std::size_t people = index(r_->participants);
    const std::size_t wishes = index(r_->meetings);
    slot_.assign(wishes, none);
    place_.assign(wishes, none);
    busy_.assign(people * index(r_->days), 0);
    full_.assign(people * index(r_->days), 0);
    count_.assign(people * index(r_->slots), 0);
    held_of_.assign(people, 0);
    value_of_.assign(people, 0);
    gaps_of_.assign(people, 0);
    gappy_position_.assign(people, none);
    load_.assign(index(r_->places) * index(r_->slots), 0);
    open_held_.resize(index(r_->slots));
    open_position_.assign(wishes, none);
    list_position_.assign(wishes, none);
    people_by_gaps_.assign(index(r_->slots) + 1, 0);
    open_room_.assign(index(r_->slots), 0);
    score_ = r_->score_of_nothing;
    std::size_t seats = 0;
    for (int p = 0; p < r_->participants; ++p) {
        const Person& person = r_->persons[index(p)];
        seats += index(person.seats_per_slot) * index(r_->slots);
        if (person.may_be_left_out) score_ -= r_->weights.left_out;
        if (person.count_gaps) ++people_by_gaps_[0];
        for (int t = 0; t < r_->slots; ++t)
            if (delegates(p, t) == 0)
                full_[day_cell(p, r_->day_of[index(t)])] |= std::uint64_t{1} << r_->bit_of[index(t)];
    }
    seats_.assign(seats, none);
    for (int k = 0; k < r_->places; ++k)
        for (int t = 0; t < r_->slots && r_->is_open[index(k)]; ++t) open_room_[index(t)] += r_->room[place_cell(k, t)];
    for (int m = 0; m < r_->meetings; ++m) {
        musts_ += r_->wishes[index(m)].must;
        if (!r_->wishes[index(m)].possible && !r_->wishes[index(m)].fixed) continue;
        list_position_[index(m)] = static_cast<int>(lists_.size());
        lists_.push_back(m);
    }
}

void State::add(int meeting, int slot, int place) {
    do_add(meeting, slot, place);
    log_.push_back({meeting, slot, place, true});
}

void State::remove(int meeting) {
    log_.push_back({meeting, slot_[index(meeting)], place_[index(meeting)], false});
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
    slot_[index(meeting)] = slot;
    place_[index(meeting)] = place;
    ++load_[place_cell(place, slot)];
    musts_held_ += wish.must;
    score_ += wish.gain - moved_cost(wish, slot, place);
    keep_open_list(meeting, slot, place, true);
    swap_lists(meeting, true);
}

void State::do_remove(int meeting) {
    const Wish& wish = r_->wishes[index(meeting)];
    const int slot = slot_[index(meeting)];
    const int place = place_[index(meeting)];
    const int zone = r_->zone_of[index(place)];
    slot_[index(meeting)] = none;
    place_[index(meeting)] = none;
    --load_[place_cell(place, slot)];
    musts_held_ -= wish.must;
    score_ -= wish.gain - moved_cost(wish, slot, place);
    keep_open_list(meeting, slot, place, false);
    swap_lists(meeting, false);
    unseat(wish.a, meeting, slot, zone);
    unseat(wish.b, meeting, slot, zone);
}

void State::seat(int participant, int meeting, int slot, int zone) {
    const Person& person = r_->persons[index(participant)];
    if (person.reach_row != none) score_ -= r_->weights.rushed * rushes(participant, slot, zone);
    const std::size_t here = cell(participant, slot);
    const int before = count_[here]++;
    seats_[index(person.seats_first + slot * person.seats_per_slot + before)] = meeting;
    const int day = r_->day_of[index(slot)];
    const std::uint64_t bit = std::uint64_t{1} << r_->bit_of[index(slot)];
    if (before == 0) {
        std::uint64_t& busy = busy_[day_cell(participant, day)];
        note_idleness(participant, busy, busy | bit);
        busy |= bit;
    }
    if (before + 1 >= r_->delegates[here]) full_[day_cell(participant, day)] |= bit;
    ++held_of_[index(participant)];
    std::int64_t& value = value_of_[index(participant)];
    if (value == 0 && r_->wishes[index(meeting)].value > 0 && person.may_be_left_out) score_ += r_->weights.left_out;
    value += r_->wishes[index(meeting)].value;
}

void State::unseat(int participant, int meeting, int slot, int zone) {
    const Person& person = r_->persons[index(participant)];
    const std::size_t here = cell(participant, slot);
    const int after = --count_[here];
    int* const first = seats_.data() + person.seats_first + slot * person.seats_per_slot;
    *std::find(first, first + after, meeting) = first[after];
    const int day = r_->day_of[index(slot)];
    const std::uint64_t bit = std::uint64_t{1} << r_->bit_of[index(slot)];
    if (after == 0) {
        std::uint64_t& busy = busy_[day_cell(participant, day)];
        note_idleness(participant, busy, busy & ~bit);
        busy &= ~bit;
    }
    if (after < r_->delegates[here]) full_[day_cell(participant, day)] &= ~bit;
    --held_of_[index(participant)];
    std::int64_t& value = value_of_[index(participant)];
    value -= r_->wishes[index(meeting)].value;
    if (value == 0 && r_->wishes[index(meeting)].value > 0 && person.may_be_left_out) score_ -= r_->weights.left_out;
    if (person.reach_row != none) score_ += r_->weights.rushed * rushes(participant, slot, zone);
}

void State::note_idleness(int participant, std::uint64_t before, std::uint64_t after) {
    if (!r_->persons[index(participant)].count_gaps) return;
    const Idleness was = idleness_of(before);
    const Idleness is = idleness_of(after);
    score_ -= r_->weights.gap * (is.gaps - was.gaps) + r_->weights.idle_slot * (is.idle_slots - was.idle_slots);
    if (is.gaps != was.gaps) note_gaps(participant, is.gaps - was.gaps);
}

void State::note_gaps(int participant, int change) {
    int& gaps = gaps_of_[index(participant)];
    const int before = gaps;
    gaps += change;
    --people_by_gaps_[index(before)];
    ++people_by_gaps_[index(gaps)];
    if (r_->max_gap_spread != none)
        over_spread_ += std::max(0, gaps - r_->max_gap_spread) - std::max(0, before - r_->max_gap_spread);
    int& position = gappy_position_[index(participant)];
    if (before == 0) {
        position = static_cast<int>(gappy_.size());
        gappy_.push_back(participant);
    } else if (gaps == 0) {
        gappy_[index(position)] = gappy_.back();
        gappy_position_[index(gappy_.back())] = position;
        gappy_.pop_back();
        position = none;
    }
}

void State::keep_open_list(int meeting, int slot, int place, bool added) {
    if (!r_->is_open[index(place)]) return;
    std::vector<int>& list = open_held_[index(slot)];
    if (added) {
        open_position_[index(meeting)] = static_cast<int>(list.size());
        list.push_back(meeting);
        --open_room_[index(slot)];
        return;
    }
    const int position = open_position_[index(meeting)];
    list[index(position)] = list.back();
    open_position_[index(list.back())] = position;
    list.pop_back();
    ++open_room_[index(slot)];
}

void State::swap_lists(int meeting, bool now_held) {
    if (!now_held) --held_size_;
    const std::size_t border = held_size_;
    const std::size_t position = index(list_position_[index(meeting)]);
    const int other = lists_[border];
    std::swap(lists_[position], lists_[border]);
    list_position_[index(other)] = static_cast<int>(position);
    list_position_[index(meeting)] = static_cast<int>(border);
    if (now_held) ++held_size_;
}

}  // namespace hoicho::scheduling::programme
