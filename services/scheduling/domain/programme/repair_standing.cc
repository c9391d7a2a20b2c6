/// The programme in force as far as it can stand now: the start of every repair.
#include "scheduling/domain/programme/repair_standing.h"

#include <algorithm>
#include <tuple>

#include "scheduling/domain/programme/moves/moves.h"

namespace hoicho::scheduling::programme {
namespace {

bool known(int position, int size) { return position >= 0 && position < size; }

bool names_something(const Reduced& r, const Entry& entry) {
    return known(entry.meeting, r.meetings) && known(entry.slot, r.slots) && known(entry.place, r.places);
}

const Wish& wish_of(const Reduced& r, int meeting) { return r.wishes[static_cast<std::size_t>(meeting)]; }

/// Musts first, then the fewer people that are disturbed already, then by worth.
std::vector<Entry> in_order_of_staying(const State& state, const std::vector<Entry>& entries) {
    const Reduced& r = state.reduced();
    std::vector<char> disturbed(r.persons.size(), 0);
    for (const Entry& entry : entries)
        if (!wish_of(r, entry.meeting).fixed && !state.fits(entry.meeting, entry.slot, entry.place))
            for (const int p : {wish_of(r, entry.meeting).a, wish_of(r, entry.meeting).b})
                disturbed[static_cast<std::size_t>(p)] = 1;
    std::vector<std::tuple<bool, int, std::int64_t, int, int>> order;
    for (int i = 0; i < static_cast<int>(entries.size()); ++i) {
        const int m = entries[static_cast<std::size_t>(i)].meeting;
        const Wish& wish = wish_of(r, m);
        const int touched = disturbed[static_cast<std::size_t>(wish.a)] + disturbed[static_cast<std::size_t>(wish.b)];
        order.emplace_back(!wish.must, touched, -state.worth(m), m, i);
    }
    std::sort(order.begin(), order.end());
    std::vector<Entry> out;
    for (const auto& key : order) out.push_back(entries[static_cast<std::size_t>(std::get<4>(key))]);
    return out;
}

}  // namespace

void keep_standing(State& state, const Programme& previous) {
    const Reduced& r = state.reduced();
    for (const Entry& entry : r.past) state.add(entry.meeting, entry.slot, entry.place);
    std::vector<Entry> entries;
    for (const Entry& entry : previous.meetings)
        if (names_something(r, entry)) entries.push_back(entry);
    for (const Entry& entry : in_order_of_staying(state, entries))
        if (state.fits(entry.meeting, entry.slot, entry.place)) state.add(entry.meeting, entry.slot, entry.place);
    state.forget();
}

void fill_in(State& state) {
    std::vector<std::pair<std::int64_t, int>> order;
    for (const int m : state.unheld_meetings()) order.emplace_back(-state.worth(m), m);
    std::sort(order.begin(), order.end());
    for (const auto& [worth, m] : order) {
        const Wish& wish = wish_of(state.reduced(), m);
        if (wish.fixed || !wish.possible) continue;
        const Spot spot = best_spot(state, m, none, 0);
        if (spot.slot != none && spot.gain > 0) state.add(m, spot.slot, spot.place);
    }
    state.forget();
}

std::vector<int> people_concerned(const State& state, const Instance& instance, const Programme& previous) {
    const Reduced& r = state.reduced();
    std::vector<char> concerned(r.persons.size(), 0);
    const auto note = [&](int m) {
        concerned[static_cast<std::size_t>(instance.meetings[static_cast<std::size_t>(m)].a)] = 1;
        concerned[static_cast<std::size_t>(instance.meetings[static_cast<std::size_t>(m)].b)] = 1;
    };
    int last = none;  // requests that came in since are appended
    for (const Entry& entry : previous.meetings) {
        if (!names_something(r, entry)) continue;
        last = std::max(last, entry.meeting);
        if (state.slot_of(entry.meeting) != entry.slot || state.place_of(entry.meeting) != entry.place)
            note(entry.meeting);
    }
    for (int m = last + 1; m < r.meetings; ++m)
        if (wish_of(r, m).possible) note(m);
    std::vector<int> people;
    for (int p = 0; p < r.participants; ++p)
        if (concerned[static_cast<std::size_t>(p)] != 0) people.push_back(p);
    return people;
}

}  // namespace hoicho::scheduling::programme
