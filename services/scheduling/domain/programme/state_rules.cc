/// A programme under search: what may be held where, and what it would be worth.
#include <algorithm>
#include <bit>

#include "scheduling/domain/programme/day_mask.h"
#include "scheduling/domain/programme/state.h"

namespace hoicho::scheduling::programme {

bool State::in_order(int meeting, int slot) const {
    if (!r_->wishes[index(meeting)].ordered) return true;
    for (const int other : r_->earlier[meeting])
        if (held(other) && slot_of(other) >= slot) return false;
    for (const int other : r_->later[meeting])
        if (held(other) && slot_of(other) <= slot) return false;
    return true;
}

bool State::fits(int meeting, int slot, int place) const {
    const Wish& wish = r_->wishes[index(meeting)];
    if (held(meeting) || wish.fixed || !wish.possible) return false;
    const std::uint64_t bit = std::uint64_t{1} << r_->bit_of[index(slot)];
    if ((free_slots(meeting, r_->day_of[index(slot)]) & bit) == 0) return false;
    if (at_maximum(wish.a) || at_maximum(wish.b)) return false;
    const auto places = r_->place_sets[wish.places];
    if (std::find(places.begin(), places.end(), place) == places.end() || room_left(place, slot) <= 0) return false;
    if (!in_order(meeting, slot)) return false;
    const int zone = r_->zone_of[index(place)];
    for (const int p : {wish.a, wish.b})
        if (r_->persons[index(p)].no_rush && r_->persons[index(p)].reach_row != none && rushes(p, slot, zone) > 0)
            return false;
    return true;
}

int State::best_place(int meeting, int slot, int turn) const {
    const Wish& wish = r_->wishes[index(meeting)];
    const auto places = r_->place_sets[wish.places];
    const Person& a = r_->persons[index(wish.a)];
    const Person& b = r_->persons[index(wish.b)];
    const bool walks = a.reach_row != none || b.reach_row != none;
    const int size = static_cast<int>(places.size());
    int best = none;
    std::int64_t best_cost = 0;
    for (int i = 0, j = size > 1 ? turn % size : 0; i < size; ++i, j = j + 1 == size ? 0 : j + 1) {
        const int k = places[index(j)];
        if (room_left(k, slot) <= 0) continue;
        std::int64_t cost = moved_cost(wish, slot, k);
        if (walks) {
            const int zone = r_->zone_of[index(k)];
            const int rushed_a = a.reach_row != none ? rushes(wish.a, slot, zone) : 0;
            const int rushed_b = b.reach_row != none ? rushes(wish.b, slot, zone) : 0;
            if ((a.no_rush && rushed_a > 0) || (b.no_rush && rushed_b > 0)) continue;
            cost += r_->weights.rushed * (rushed_a + rushed_b);
        }
        if (best != none && cost >= best_cost) continue;
        best = k;
        best_cost = cost;
        if (cost == 0) break;
    }
    return best;
}

bool State::too_far(const Person& person, int slot, int from_zone, int to_zone) const {
    return r_->walk_s[index(from_zone) * index(r_->zones) + index(to_zone)] >
           r_->reach_s[index(person.reach_row) * index(r_->slots) + index(slot)];
}

int State::rushes(int participant, int slot, int zone) const {
    const Person& person = r_->persons[index(participant)];
    const int day = r_->day_of[index(slot)];
    int count = 0;
    const std::uint64_t busy = days_[day_cell(participant, day)].busy;
    const std::uint64_t bit = std::uint64_t{1} << r_->bit_of[index(slot)];
    if ((busy & bit >> 1) != 0)
        count += too_far(person, slot - 1, r_->zone_of[index(place_of(seats(participant, slot - 1).front()))], zone);
    if ((busy & bit << 1) != 0)
        count += too_far(person, slot, zone, r_->zone_of[index(place_of(seats(participant, slot + 1).front()))]);
    return count;
}

bool State::spread_kept() const {
    if (r_->max_gap_spread == none) return true;
    const auto has_people = [](int people) { return people > 0; };
    const auto fewest = std::find_if(people_by_gaps_.begin(), people_by_gaps_.end(), has_people);
    if (fewest == people_by_gaps_.end()) return true;
    const auto most = std::find_if(people_by_gaps_.rbegin(), people_by_gaps_.rend(), has_people).base() - 1;
    return most - fewest <= r_->max_gap_spread;
}

std::int64_t State::moved_cost(const Wish& wish, int slot, int place) const {
    if (wish.previous_slot == none || (wish.previous_slot == slot && wish.previous_place == place)) return 0;
    return r_->weights.moved;
}

std::int64_t State::idle_cost(int participant, std::uint64_t before, std::uint64_t after) const {
    const Idleness was = idleness_of(before);
    const Idleness is = idleness_of(after);
    std::int64_t cost =
        r_->weights.gap * (is.gaps - was.gaps) + r_->weights.idle_slot * (is.idle_slots - was.idle_slots);
    if (r_->max_gap_spread != none && is.gaps != was.gaps) {
        const int gaps = people_[index(participant)].gaps;
        cost += penalties_.spread *
                (std::max(0, gaps + is.gaps - was.gaps - r_->max_gap_spread) - std::max(0, gaps - r_->max_gap_spread));
    }
    return cost;
}

std::int64_t State::gain_for(int participant, int slot, std::int64_t value) const {
    const Person& person = r_->persons[index(participant)];
    std::int64_t gain = 0;
    if (person.may_be_left_out && value > 0 && people_[index(participant)].value == 0) gain += r_->weights.left_out;
    const std::uint64_t before = busy(participant, r_->day_of[index(slot)]);
    return gain - idle_loss(participant, before, before | (std::uint64_t{1} << r_->bit_of[index(slot)]));
}

std::int64_t State::gain_of_adding(int meeting, int slot, int place) const {
    const Wish& wish = r_->wishes[index(meeting)];
    std::int64_t gain = worth(meeting) - moved_cost(wish, slot, place);
    const int zone = r_->zone_of[index(place)];
    for (const int p : {wish.a, wish.b}) {
        gain += gain_for(p, slot, wish.value);
        if (r_->persons[index(p)].reach_row != none) gain -= r_->weights.rushed * rushes(p, slot, zone);
    }
    return gain;
}

}  // namespace hoicho::scheduling::programme
