/// The instance as clauses: meetings, people and rooms; what is lost stands in model_losses.cc.
#include "scheduling/domain/programme/exact/model.h"

#include <algorithm>

#include "scheduling/domain/programme/exact/counter.h"

namespace hoicho::scheduling::programme::exact {
namespace {

/// Halves of a meeting for each person in a room up to which meetings are counted, not people. Of the published fairs
/// those of 2.2 meetings a person close sooner by counting meetings (one is refuted after 1,606 conflicts instead of
/// 374,737); those of 2.8 to 4.1 are often left open that way and close by counting people. Nothing lies between, and
/// the former all vary one event.
constexpr std::size_t half_meetings_each_max = 5;

}  // namespace

Model::Model(Sat& sat, const Reduced& reduced, const std::vector<Room>& rooms, const GapBound& bound)
    : sat_{sat}, r_{reduced}, bound_{bound} {
    const Literal never = -sat.truth();
    at_.assign(index(r_.meetings) * index(r_.slots), never);
    upto_.assign(at_.size(), never);
    busy_.assign(index(r_.participants) * index(r_.slots), never);
    gaps_of_.resize(index(r_.participants));
    hold_meetings();
    keep_order();
    order_alike();
    for (int p = 0; p < r_.participants; ++p) seat_person(p);
    for (const Room& room : rooms) fill(room);
    score_max_ = r_.score_of_nothing;
    price_meetings();
    for (int p = 0; p < r_.participants; ++p) price_idleness(p);
    keep_spread();
    price_left_out();
}

/// At most one slot each, as a ladder: held up to here = held up to the slot before, or held here.
void Model::hold_meetings() {
    for (int m = 0; m < r_.meetings; ++m) {
        const Wish& wish = r_.wishes[index(m)];
        if (!wish.possible) continue;
        std::vector<int> slots;
        for (int t = 0; t < r_.slots; ++t)
            if ((r_.allowed[index(m) * index(r_.days) + index(r_.day_of[index(t)])] >> r_.bit_of[index(t)] & 1) != 0)
                slots.push_back(t);
        Literal before = -sat_.truth();
        int t = slots.front();
        for (std::size_t i = 0; i < slots.size(); ++i) {
            const bool last = i + 1 == slots.size();
            const Literal now = last && wish.must ? sat_.truth() : sat_.make();
            const Literal here = sat_.make();
            sat_.add({-before, now});
            sat_.add({-here, now});
            sat_.add({-here, -before});
            sat_.add({-now, before, here});
            at_[cell(m, slots[i])] = here;
            for (t = slots[i]; t < (last ? r_.slots : slots[i + 1]); ++t) upto_[cell(m, t)] = now;
            before = now;
        }
    }
}

void Model::keep_order() {
    for (int m = 0; m < r_.meetings; ++m)
        for (const int other : r_.earlier[m])
            for (int t = 0; t < r_.slots; ++t) {
                if (!r_.wishes[index(m)].possible || !r_.wishes[index(other)].possible) continue;
                sat_.add({-at(other, t), -upto_[cell(m, t)]});
                if (must(other) && t > 0) sat_.add({-at(m, t), upto_[cell(other, t - 1)]});
                if (must(other) && t == 0) sat_.add({-at(m, t)});
            }
}

/// Nobody has more meetings than delegates there; who has one is busy.
void Model::seat_person(int person) {
    std::vector<Literal> held;
    for (const int m : r_.requests[person]) held.push_back(this->held(m));
    const int meetings_max = r_.persons[index(person)].meetings_max;
    if (meetings_max < static_cast<int>(held.size())) at_most(sat_, held, meetings_max);
    for (int t = 0; t < r_.slots; ++t) {
        std::vector<Literal> here;
        for (const int m : r_.requests[person])
            if (at(m, t) != -sat_.truth()) here.push_back(at(m, t));
        if (here.empty()) continue;
        at_most(sat_, here, r_.delegates[index(person) * index(r_.slots) + index(t)]);
        Literal& busy = busy_[cell(person, t)];
        busy = here.size() == 1 ? here.front() : sat_.make();
        if (here.size() == 1) continue;
        for (const Literal literal : here) sat_.add({-literal, busy});
        here.push_back(-busy);
        sat_.add(here);
    }
}

/// Everybody in the room sits with one other who is in it too, so counting busy people says the same as counting
/// meetings where nobody has two at once (the second implied constraint of Bofill et al.). Neither is
/// always the better one: see `half_meetings_each_max`.
void Model::fill(const Room& room) {
    std::vector<char> inside(index(r_.meetings), 0);
    for (const int m : room.meetings) inside[index(m)] = 1;
    std::vector<int> people;
    bool by_people = true;
    for (int p = 0; p < r_.participants; ++p) {
        const auto requests = r_.requests[p];
        const auto in = std::count_if(requests.begin(), requests.end(), [&](int m) { return inside[index(m)] != 0; });
        if (in > 0) people.push_back(p);
        by_people = by_people && (in == 0 || (in == std::ssize(requests) && r_.persons[index(p)].seats_per_slot == 1));
    }
    by_people = by_people && 2 * room.meetings.size() > half_meetings_each_max * people.size();
    for (int t = 0; t < r_.slots; ++t) {
        std::vector<Literal> meetings;
        for (const int m : room.meetings)
            if (at(m, t) != -sat_.truth()) meetings.push_back(at(m, t));
        const int capacity = room.capacity[index(t)];
        if (static_cast<int>(meetings.size()) <= capacity) continue;
        if (!by_people) {
            at_most(sat_, meetings, capacity);
            continue;
        }
        std::vector<Literal> busy;
        for (const int p : people)
            if (busy_[cell(p, t)] != -sat_.truth()) busy.push_back(busy_[cell(p, t)]);
        at_most(sat_, busy, 2 * capacity);
    }
}

}  // namespace hoicho::scheduling::programme::exact
