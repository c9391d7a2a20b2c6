/// What keeps a meeting from a slot at this moment of an exchange, and which meetings could leave to clear it.
#include "scheduling/domain/programme/exchange_price_obstacle.h"

#include <algorithm>
#include <utility>

namespace hoicho::scheduling::programme {
namespace {

constexpr int weighed_max = 24;  ///< Candidates whose leaving is tried out exactly; those of least worth.

template <class T>
const T& of(const std::vector<T>& list, int position) {
    return list[static_cast<std::size_t>(position)];
}

}  // namespace

std::vector<int> WayIn::leavers(int meeting, int slot, bool whole_hall, int leavers_max, int& place) {
    const Wish& wish = of(r_.wishes, meeting);
    std::vector<int> out;
    place = none;
    if (!ask_people(wish, slot, out) && !ask_order(meeting, slot, out) && !ask_maxima(wish, out)) {
        const bool no_room = hall_full(meeting, slot);
        place = no_room ? none : state_.best_place(meeting, slot, 0);
        if (place != none) return {};
        if (no_room)
            ask_tables(meeting, slot, whole_hall, out);
        else
            ask_neighbours(wish, slot, out);
    }
    keep_cheapest(out, leavers_max);
    return out;
}

bool WayIn::glance(int meeting, int slot, std::int64_t& worth) const {
    const Wish& wish = of(r_.wishes, meeting);
    worth = 0;
    int before = none;
    for (const int p : {wish.a, wish.b}) {
        if (!full(p, slot)) continue;
        int leaves = none;
        for (const int m : state_.seats(p, slot))
            if (movable(m) && (leaves == none || state_.worth(m) < state_.worth(leaves))) leaves = m;
        if (leaves == none) return false;
        if (leaves != before) worth += state_.worth(leaves);
        before = leaves;
    }
    return true;
}

bool WayIn::hall_full(int meeting, int slot) const {
    const auto places = r_.place_sets[of(r_.wishes, meeting).places];
    const bool open = !places.empty() && of(r_.is_open, places.front()) != 0;  // a set is all open or all owned
    if (open && state_.open_room_left(slot) <= 0) return true;
    return std::none_of(places.begin(), places.end(), [&](int k) { return state_.room_left(k, slot) > 0; });
}

bool WayIn::movable(int meeting) const {
    return !of(r_.wishes, meeting).fixed && std::find(pinned_.begin(), pinned_.end(), meeting) == pinned_.end();
}

void WayIn::take(std::span<const int> meetings, std::vector<int>& out) const {
    for (const int m : meetings)
        if (movable(m) && std::find(out.begin(), out.end(), m) == out.end()) out.push_back(m);
}

bool WayIn::ask_people(const Wish& wish, int slot, std::vector<int>& out) const {
    for (const int p : {wish.a, wish.b}) {
        if (!full(p, slot)) continue;
        take(state_.seats(p, slot), out);
        return true;
    }
    return false;
}

bool WayIn::ask_order(int meeting, int slot, std::vector<int>& out) const {
    if (state_.in_order(meeting, slot)) return false;
    int first = none;  // all of them have to leave: the others are asked when this one has gone
    for (const int other : r_.earlier[meeting])
        if (state_.held(other) && state_.slot_of(other) >= slot && (first == none || other < first)) first = other;
    for (const int other : r_.later[meeting])
        if (state_.held(other) && state_.slot_of(other) <= slot && (first == none || other < first)) first = other;
    if (first != none) take({&first, 1}, out);
    return true;
}

bool WayIn::ask_maxima(const Wish& wish, std::vector<int>& out) const {
    for (const int p : {wish.a, wish.b}) {
        if (!state_.at_maximum(p)) continue;
        for (const int m : r_.requests[p])
            if (state_.held(m)) take({&m, 1}, out);
        return true;
    }
    return false;
}

void WayIn::ask_tables(int meeting, int slot, bool whole_hall, std::vector<int>& out) const {
    const Wish& wish = of(r_.wishes, meeting);
    const auto places = r_.place_sets[wish.places];
    if (!whole_hall || places.empty() || of(r_.is_open, places.front()) == 0) {
        for (const int p : {wish.a, wish.b})
            for (const int m : state_.seats(p, slot))
                if (std::find(places.begin(), places.end(), state_.place_of(m)) != places.end()) take({&m, 1}, out);
        return;
    }
    std::vector<char> allowed(static_cast<std::size_t>(r_.places), 0);
    for (const int k : places) allowed[static_cast<std::size_t>(k)] = 1;
    for (const int m : state_.at_open_places(slot))
        if (of(allowed, state_.place_of(m)) != 0 && movable(m)) out.push_back(m);
}

/// Somebody who must not rush sits too far away in the slot before or after.
void WayIn::ask_neighbours(const Wish& wish, int slot, std::vector<int>& out) const {
    const int day = of(r_.day_of, slot);
    for (const int p : {wish.a, wish.b}) {
        if (!of(r_.persons, p).no_rush || of(r_.persons, p).reach_row == none) continue;
        if (slot > of(r_.day_first, day)) take(state_.seats(p, slot - 1), out);
        if (slot + 1 < r_.day_end(day)) take(state_.seats(p, slot + 1), out);
    }
}

void WayIn::keep_cheapest(std::vector<int>& meetings, int keep_max) {
    if (meetings.size() < 2) return;
    std::vector<std::pair<std::int64_t, int>> order;
    order.reserve(meetings.size());
    for (const int m : meetings) order.emplace_back(state_.worth(m), m);
    const auto weighed = static_cast<std::ptrdiff_t>(std::min<std::size_t>(order.size(), weighed_max));
    std::partial_sort(order.begin(), order.begin() + weighed, order.end());
    order.resize(static_cast<std::size_t>(weighed));
    const std::int64_t before = state_.energy();
    for (auto& [loss, m] : order) {
        const std::size_t mark = state_.mark();
        state_.remove(m);
        loss = before - state_.energy();
        state_.undo_to(mark);
    }
    std::sort(order.begin(), order.end());
    meetings.clear();
    for (const auto& [loss, m] : order)
        if (static_cast<int>(meetings.size()) < keep_max) meetings.push_back(m);
}

}  // namespace hoicho::scheduling::programme
