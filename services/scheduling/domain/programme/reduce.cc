/// The instance as the search wants it: people, places and walks here, meetings in reduce_wishes.cc.
#include "scheduling/domain/programme/reduce.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "scheduling/domain/programme/reduce_wishes.h"

namespace hoicho::scheduling::programme {
namespace {

std::size_t at(int row, int column, int columns) {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(column);
}

void read_slots(const Instance& in, Reduced& out) {
    out.slots = static_cast<int>(in.slots.size());
    for (int t = 0; t < out.slots; ++t) {
        const auto i = static_cast<std::size_t>(t);
        if (t == 0 || in.slots[i].day != in.slots[i - 1].day) out.day_first.push_back(t);
        out.day_of.push_back(static_cast<int>(out.day_first.size()) - 1);
        out.bit_of.push_back(t - out.day_first.back());
    }
    out.days = static_cast<int>(out.day_first.size());
    out.day_first.push_back(out.slots);
}

void read_places(const Instance& in, Reduced& out) {
    out.places = static_cast<int>(in.places.size());
    out.zones = static_cast<int>(in.zones.size());
    for (const auto& row : in.walk_s) out.walk_s.insert(out.walk_s.end(), row.begin(), row.end());
    out.room.assign(in.places.size() * in.slots.size(), 0);
    for (int k = 0; k < out.places; ++k) {
        const Place& place = in.places[static_cast<std::size_t>(k)];
        out.zone_of.push_back(place.zone);
        out.is_open.push_back(!place.owner);
        for (int t = 0; t < out.slots; ++t) out.room[at(k, t, out.slots)] = static_cast<std::uint16_t>(place.capacity);
        for (const int t : place.closed) out.room[at(k, t, out.slots)] = 0;
    }
}

/// Longest walk in whole seconds that this pace covers in a pause. The product is rounded once, as IEEE 754 rules
/// everywhere and as the referee of the format computes it, so 1.1 x 100 s against 110 s has the same answer on every
/// machine.
std::int64_t longest_walk_s(double pace, std::int64_t pause_s) {
    std::int64_t low = 0;
    std::int64_t high = seconds_max;
    while (low < high) {
        const std::int64_t middle = (low + high + 1) / 2;
        if (static_cast<double>(middle) * pace > static_cast<double>(pause_s))
            high = middle - 1;
        else
            low = middle;
    }
    return low;
}

int reach_row(const Instance& in, double pace, std::map<double, int>& rows, Reduced& out) {
    const auto [it, is_new] = rows.try_emplace(pace, static_cast<int>(rows.size()));
    if (!is_new) return it->second;
    std::map<std::int64_t, std::int64_t> known;
    for (std::size_t t = 0; t < in.slots.size(); ++t) {
        const bool last = t + 1 == in.slots.size() || in.slots[t].day != in.slots[t + 1].day;
        const std::int64_t pause_s = last ? 0 : in.slots[t + 1].start_s - in.slots[t].start_s - in.slots[t].duration_s;
        const auto [reach, fresh] = known.try_emplace(pause_s, 0);
        if (fresh) reach->second = longest_walk_s(pace, pause_s);
        out.reach_s.push_back(last ? seconds_max : reach->second);
    }
    return it->second;
}

/// Seats are counted for the fullest slot, so that even a past that breaks today's rules can be seated.
int seats_wanted(const Instance& in, const Reduced& out, int p, const std::vector<int>& past_load) {
    int most = static_cast<int>(in.participants[static_cast<std::size_t>(p)].delegates.size());
    for (int t = 0; t < out.slots; ++t) most = std::max(most, past_load[at(p, t, out.slots)]);
    return most;
}

void read_people(const Instance& in, Reduced& out) {
    out.participants = static_cast<int>(in.participants.size());
    std::vector<bool> owns(in.participants.size(), false);
    for (const Place& place : in.places)
        if (place.owner) owns[static_cast<std::size_t>(*place.owner)] = true;
    out.delegates.assign(in.participants.size() * in.slots.size(), 0);
    std::map<double, int> rows;
    for (int p = 0; p < out.participants; ++p) {
        const Participant& person = in.participants[static_cast<std::size_t>(p)];
        for (const Delegate& delegate : person.delegates) {
            std::vector<bool> away(in.slots.size(), false);
            for (const int t : delegate.unavailable) away[static_cast<std::size_t>(t)] = true;
            for (int t = 0; t < out.slots; ++t)
                out.delegates[at(p, t, out.slots)] += static_cast<std::uint16_t>(!away[static_cast<std::size_t>(t)]);
        }
        Person reduced;
        reduced.meetings_max = person.max_meetings.value_or(meetings_max);
        reduced.count_gaps = person.count_gaps;
        reduced.no_rush = person.no_rush;
        if (person.delegates.size() == 1 && !owns[static_cast<std::size_t>(p)])
            reduced.reach_row = reach_row(in, person.pace, rows, out);
        out.persons.push_back(reduced);
    }
}

void give_seats(const Instance& in, Reduced& out) {
    std::vector<int> past_load(in.participants.size() * in.slots.size(), 0);
    for (const Entry& entry : out.past) {
        const Wish& wish = out.wishes[static_cast<std::size_t>(entry.meeting)];
        ++past_load[at(wish.a, entry.slot, out.slots)];
        ++past_load[at(wish.b, entry.slot, out.slots)];
    }
    int seats = 0;
    for (int p = 0; p < out.participants; ++p) {
        Person& person = out.persons[static_cast<std::size_t>(p)];
        person.seats_first = seats;
        person.seats_per_slot = seats_wanted(in, out, p, past_load);
        seats += person.seats_per_slot * out.slots;
    }
}

}  // namespace

Rows rows_of(const std::vector<std::vector<int>>& lists) {
    Rows rows;
    for (const auto& list : lists) {
        rows.items.insert(rows.items.end(), list.begin(), list.end());
        rows.end_row();
    }
    return rows;
}

Reduced reduce(const Instance& instance, const Programme* previous) {
    Reduced out;
    out.weights = instance.objective;
    out.max_gap_spread = instance.limits.max_gap_spread.value_or(none);
    read_slots(instance, out);
    read_places(instance, out);
    read_people(instance, out);
    read_wishes(instance, previous, out);
    give_seats(instance, out);
    return out;
}

}  // namespace hoicho::scheduling::programme
