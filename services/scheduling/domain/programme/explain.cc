/// Says why a wish is not held: the slots that both share, and what stands against each.
#include "scheduling/domain/programme/explain.h"

#include <algorithm>

#include "scheduling/domain/programme/anneal.h"
#include "scheduling/domain/programme/exchange_price.h"

namespace hoicho::scheduling::programme {
namespace {

template <class T>
const T& of(const std::vector<T>& list, int position) {
    return list[static_cast<std::size_t>(position)];
}

bool empty(const SlotObstacle& o) {
    return o.of_a.empty() && o.of_b.empty() && o.at_places.empty() && o.order.empty() && !o.closed && !o.rushed &&
           !o.gap_spread;
}

}  // namespace

Explainer::Explainer(const Instance& instance, const Programme& programme, const Programme* previous)
    : instance_{instance}, reduced_{reduce(instance, previous)}, state_{reduced_, penalties_for(reduced_)} {
    for (const Entry& entry : reduced_.past) state_.add(entry.meeting, entry.slot, entry.place);
    for (const Entry& entry : programme.meetings)
        if (state_.fits(entry.meeting, entry.slot, entry.place)) state_.add(entry.meeting, entry.slot, entry.place);
    state_.forget();
    held_of_.resize(reduced_.persons.size());
    at_.resize(instance.slots.size());
    for (int m = 0; m < reduced_.meetings; ++m) {
        if (!state_.held(m)) continue;
        const Wish& wish = of(reduced_.wishes, m);
        for (const int p : {wish.a, wish.b}) held_of_[static_cast<std::size_t>(p)].push_back(m);
        at_[static_cast<std::size_t>(state_.slot_of(m))].push_back(m);
    }
}

Explanation Explainer::explain(int meeting) {
    const Wish& wish = of(reduced_.wishes, meeting);
    if (state_.held(meeting))
        return {.finding = Finding::held,
                .meeting = meeting,
                .spot = {meeting, state_.slot_of(meeting), state_.place_of(meeting)}};
    if (!wish.possible) return {.finding = Finding::impossible, .cause = cause_of(meeting), .meeting = meeting};
    for (const int p : {wish.a, wish.b})
        if (state_.at_maximum(p)) return at_maximum(meeting, p);
    return look_at_slots(meeting);
}

Price Explainer::price(int meeting) {
    if (state_.held(meeting) || !of(reduced_.wishes, meeting).possible) return {};
    return cheapest_exchange(state_, meeting);
}

Explanation Explainer::at_maximum(int meeting, int participant) const {
    return {.finding = Finding::at_maximum,
            .meeting = meeting,
            .participant = participant,
            .in_the_way = blockers(of(held_of_, participant))};
}

Explanation Explainer::look_at_slots(int meeting) {
    Explanation out{.finding = Finding::blocked, .meeting = meeting};
    std::int64_t best_gain = 0;
    for (int slot = reduced_.slot_min; slot < reduced_.slots; ++slot) {
        if (!shares(meeting, slot)) continue;
        Entry spot{.meeting = meeting, .slot = none, .place = none};
        out.slots.push_back(look_at(meeting, slot, spot));
        if (spot.slot == none) continue;
        const std::int64_t gain = state_.gain_of_adding(meeting, spot.slot, spot.place);
        if (out.finding == Finding::could_fit && gain <= best_gain) continue;
        out.finding = Finding::could_fit;
        out.spot = spot;
        best_gain = gain;
    }
    if (out.finding == Finding::could_fit) out.slots.clear();
    return out;
}

/// Have both a delegate there, and does the wish allow the slot?
bool Explainer::shares(int meeting, int slot) const {
    const Meeting& wish = of(instance_.meetings, meeting);
    if (state_.delegates(wish.a, slot) == 0 || state_.delegates(wish.b, slot) == 0) return false;
    return !wish.slots || std::find(wish.slots->begin(), wish.slots->end(), slot) != wish.slots->end();
}

SlotObstacle Explainer::look_at(int meeting, int slot, Entry& spot) {
    const Wish& wish = of(reduced_.wishes, meeting);
    SlotObstacle obstacle{.slot = slot};
    const auto full = [&](int p) {
        return static_cast<int>(state_.seats(p, slot).size()) >= state_.delegates(p, slot);
    };
    if (full(wish.a)) obstacle.of_a = blockers(state_.seats(wish.a, slot));
    if (full(wish.b)) obstacle.of_b = blockers(state_.seats(wish.b, slot));
    std::vector<int> disordered;
    for (const int other : reduced_.earlier[meeting])
        if (state_.held(other) && state_.slot_of(other) >= slot) disordered.push_back(other);
    for (const int other : reduced_.later[meeting])
        if (state_.held(other) && state_.slot_of(other) <= slot) disordered.push_back(other);
    obstacle.order = blockers(disordered);
    look_at_places(meeting, slot, obstacle, spot);
    return obstacle;
}

void Explainer::look_at_places(int meeting, int slot, SlotObstacle& obstacle, Entry& spot) {
    const auto places = reduced_.place_sets[of(reduced_.wishes, meeting).places];
    if (std::none_of(places.begin(), places.end(), [&](int k) { return state_.room_left(k, slot) > 0; })) {
        obstacle.at_places = at_places(places, slot);
        obstacle.closed = obstacle.at_places.empty();
        return;
    }
    if (!empty(obstacle)) return;
    const int place = state_.best_place(meeting, slot, 0);  // people, order and room are settled: none means a rush
    obstacle.rushed = place == none;
    if (obstacle.rushed) return;
    const Entry found{.meeting = meeting, .slot = slot, .place = place};
    obstacle.gap_spread = !keeps_spread(found);
    if (!obstacle.gap_spread) spot = found;
}

/// A spread that is broken already forbids nothing: the addition is not to blame.
bool Explainer::keeps_spread(const Entry& spot) {
    if (!state_.spread_kept()) return true;
    const std::size_t mark = state_.mark();
    state_.add(spot.meeting, spot.slot, spot.place);
    const bool kept = state_.spread_kept();
    state_.undo_to(mark);
    return kept;
}

/// The meetings that sit at one of the places; both lists are ordered, so that a hall of tables is walked once.
std::vector<Blocker> Explainer::at_places(std::span<const int> places, int slot) const {
    std::vector<int> meetings;
    const bool sorted = std::is_sorted(places.begin(), places.end());
    for (const int m : of(at_, slot)) {
        const int place = state_.place_of(m);
        const bool there = sorted ? std::binary_search(places.begin(), places.end(), place)
                                  : std::find(places.begin(), places.end(), place) != places.end();
        if (there) meetings.push_back(m);
    }
    return blockers(meetings);
}

std::vector<Blocker> Explainer::blockers(std::span<const int> meetings) const {
    std::vector<Blocker> out;
    out.reserve(meetings.size());
    for (const int m : meetings) out.push_back({.meeting = m, .value = of(reduced_.wishes, m).value});
    std::sort(out.begin(), out.end(), [](const Blocker& x, const Blocker& y) { return x.meeting < y.meeting; });
    return out;
}

}  // namespace hoicho::scheduling::programme
