/// Says why a wish is not held, in a form that a machine can check against the instance and the programme.
#include "scheduling/domain/programme/explain.h"

#include <algorithm>
#include <bit>

namespace hoicho::scheduling::programme {
namespace {

template <class T>
const T& of(const std::vector<T>& list, int position) {
    return list[static_cast<std::size_t>(position)];
}

bool has(const std::vector<int>& list, int wanted) { return std::find(list.begin(), list.end(), wanted) != list.end(); }

bool empty(const Obstacle& o) {
    return o.of_a.empty() && o.of_b.empty() && o.at_places.empty() && o.order.empty() && !o.rushed && !o.gap_spread;
}

}  // namespace

Explainer::Explainer(const Instance& instance, const Programme& programme, const Programme* previous)
    : instance_{instance}, reduced_{reduce(instance, previous)}, state_{reduced_} {
    for (const Entry& entry : reduced_.past) state_.add(entry.meeting, entry.slot, entry.place);
    for (const Entry& entry : programme.meetings)
        if (state_.fits(entry.meeting, entry.slot, entry.place)) state_.add(entry.meeting, entry.slot, entry.place);
    state_.forget();
}

Explanation Explainer::explain(int meeting) const {
    const Wish& wish = of(reduced_.wishes, meeting);
    if (state_.held(meeting))
        return {.finding = Finding::held, .spot = {meeting, state_.slot_of(meeting), state_.place_of(meeting)}};
    if (!wish.possible) return {.finding = Finding::impossible, .cause = cause_of(meeting)};
    Explanation out;
    for (const int p : {wish.a, wish.b}) {
        if (!state_.at_maximum(p)) continue;
        out.finding = Finding::at_maximum;
        out.participant = p;
        for (int m = 0; m < reduced_.meetings; ++m)
            if (state_.held(m) && (of(reduced_.wishes, m).a == p || of(reduced_.wishes, m).b == p))
                out.in_the_way.push_back(m);
        return out;
    }
    for (int day = 0; day < reduced_.days; ++day) {
        const auto cell =
            static_cast<std::size_t>(meeting) * static_cast<std::size_t>(reduced_.days) + static_cast<std::size_t>(day);
        for (std::uint64_t allowed = reduced_.allowed[cell]; allowed != 0; allowed &= allowed - 1) {
            Entry spot{.meeting = meeting, .slot = none, .place = none};
            out.slots.push_back(look_at(meeting, of(reduced_.day_first, day) + std::countr_zero(allowed), spot));
            if (spot.slot != none) return {.finding = Finding::could_fit, .spot = spot};
        }
    }
    return out;
}

Obstacle Explainer::look_at(int meeting, int slot, Entry& spot) const {
    const Wish& wish = of(reduced_.wishes, meeting);
    Obstacle obstacle{.slot = slot};
    const auto full = [&](int p) {
        return static_cast<int>(state_.seats(p, slot).size()) >= state_.delegates(p, slot);
    };
    const auto seats_a = state_.seats(wish.a, slot);
    const auto seats_b = state_.seats(wish.b, slot);
    if (full(wish.a)) obstacle.of_a.assign(seats_a.begin(), seats_a.end());
    if (full(wish.b)) obstacle.of_b.assign(seats_b.begin(), seats_b.end());
    for (const int other : reduced_.earlier[meeting])
        if (state_.held(other) && state_.slot_of(other) >= slot) obstacle.order.push_back(other);
    for (const int other : reduced_.later[meeting])
        if (state_.held(other) && state_.slot_of(other) <= slot) obstacle.order.push_back(other);
    look_at_places(meeting, slot, obstacle, spot);
    return obstacle;
}

void Explainer::look_at_places(int meeting, int slot, Obstacle& obstacle, Entry& spot) const {
    const auto places = reduced_.place_sets[of(reduced_.wishes, meeting).places];
    const bool room = std::any_of(places.begin(), places.end(), [&](int k) { return state_.room_left(k, slot) > 0; });
    if (!room) {
        for (int m = 0; m < reduced_.meetings; ++m)
            if (state_.slot_of(m) == slot &&
                std::find(places.begin(), places.end(), state_.place_of(m)) != places.end())
                obstacle.at_places.push_back(m);
        return;
    }
    if (!empty(obstacle)) return;
    bool somebody_walks_in_time = false;
    for (const int k : places) {
        if (!state_.fits(meeting, slot, k))
            continue;  // with people, order and room settled, only a rush can speak against it
        somebody_walks_in_time = true;
        if (!keeps_spread(meeting, slot, k)) continue;
        spot = {.meeting = meeting, .slot = slot, .place = k};
        return;
    }
    obstacle.rushed = !somebody_walks_in_time;
    obstacle.gap_spread = somebody_walks_in_time;
}

bool Explainer::keeps_spread(int meeting, int slot, int place) const {
    if (reduced_.max_gap_spread == none) return true;
    State tried = state_;
    tried.add(meeting, slot, place);
    return tried.spread_kept();
}

bool Explainer::place_opens(int meeting, bool step_free_counts) const {
    const Meeting& wish = of(instance_.meetings, meeting);
    const auto owned = std::any_of(instance_.places.begin(), instance_.places.end(),
                                   [&](const Place& place) { return place.owner == wish.a || place.owner == wish.b; });
    const bool step_free = of(instance_.participants, wish.a).step_free || of(instance_.participants, wish.b).step_free;
    return std::any_of(instance_.places.begin(), instance_.places.end(), [&](const Place& place) {
        const bool theirs = owned ? place.owner == wish.a || place.owner == wish.b : !place.owner;
        return theirs && place.capacity > 0 && (!step_free_counts || !step_free || place.step_free);
    });
}

Cause Explainer::cause_of(int meeting) const {
    const Meeting& wish = of(instance_.meetings, meeting);
    if (wish.withdrawn) return Cause::withdrawn;
    if (of(instance_.participants, wish.a).max_meetings == 0 || of(instance_.participants, wish.b).max_meetings == 0)
        return Cause::no_meetings_wished;
    if (!place_opens(meeting, false)) return Cause::no_place;
    if (!place_opens(meeting, true)) return Cause::no_step_free_place;
    bool in_the_past = false;
    bool to_come = false;
    for (int t = 0; t < reduced_.slots; ++t) {
        if (state_.delegates(wish.a, t) == 0 || state_.delegates(wish.b, t) == 0) continue;
        if (wish.slots && !has(*wish.slots, t)) continue;
        (t < reduced_.slot_min ? in_the_past : to_come) = true;
    }
    if (to_come) return Cause::always_closed;
    return in_the_past ? Cause::past : Cause::no_common_slot;
}

}  // namespace hoicho::scheduling::programme
