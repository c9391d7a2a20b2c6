/// Meetings that are to be held together, as clauses. Nothing forbids two slots for one meeting: every rule here still
/// holds when all but one of them are crossed out, so the answer is the same without.
#include "scheduling/domain/programme/musts_clauses.h"

#include <algorithm>
#include <bit>

#include "scheduling/domain/programme/exact/counter.h"

namespace hoicho::scheduling::programme {
namespace {

constexpr std::int64_t counted_max = 4'000'000;  ///< Literals times limits over all counters: a minute of CaDiCaL.
constexpr std::int64_t spots_max = 400'000;      ///< Meetings times slots.

std::size_t at(int number) { return static_cast<std::size_t>(number); }

}  // namespace

MustsClauses::MustsClauses(const Reduced& reduced, const std::vector<int>& meetings) : r_{reduced} {
    if (static_cast<std::int64_t>(meetings.size()) * r_.slots > spots_max) {
        complete_ = false;
        return;
    }
    for (const int m : meetings) choose_slots(m);
    seat_people();
    seat_places(meetings);
    keep_order(meetings);
}

MustsClauses::Reply MustsClauses::ask(const std::vector<int>& meetings, std::int64_t conflicts_max) {
    std::vector<exact::Literal> held;
    for (const int m : meetings) held.push_back(switch_.at(m));
    Reply reply{.answer = sat_.solve(held, conflicts_max)};
    if (reply.answer != exact::Answer::no) return reply;
    const auto core = sat_.core(held);
    for (const int m : meetings)
        if (std::find(core.begin(), core.end(), switch_.at(m)) != core.end()) reply.core.push_back(m);
    return reply;
}

void MustsClauses::choose_slots(int meeting) {
    const Wish& wish = r_.wishes[at(meeting)];
    switch_[meeting] = sat_.make();
    std::vector<exact::Literal> somewhere{-switch_[meeting]};
    for (int t = r_.slot_min; t < r_.slots; ++t) {
        const std::uint64_t day = r_.allowed[at(meeting) * at(r_.days) + at(r_.day_of[at(t)])];
        if ((day >> r_.bit_of[at(t)] & 1U) == 0) continue;
        const exact::Literal here = sat_.make();
        lies_in_[meeting][t] = here;
        somewhere.push_back(here);
        at_[{wish.a, t}].push_back(here);
        at_[{wish.b, t}].push_back(here);
    }
    sat_.add(somewhere);
}

void MustsClauses::seat_people() {
    for (const auto& [key, held] : at_) limit(held, r_.delegates[at(key.first) * at(r_.slots) + at(key.second)]);
}

/// A meeting sits in one of the places it may use; where all of them belong to one row, counting the row is enough.
void MustsClauses::seat_places(const std::vector<int>& meetings) {
    std::map<int, std::vector<int>> rows_of_place;
    for (const int m : meetings) {
        const int row = r_.wishes[at(m)].places;
        for (const int k : r_.place_sets[row])
            if (auto& rows = rows_of_place[k]; std::find(rows.begin(), rows.end(), row) == rows.end())
                rows.push_back(row);
    }
    std::map<std::vector<int>, std::vector<int>> classes;  // rows -> places that exactly they can use
    for (auto& [place, rows] : rows_of_place) {
        std::sort(rows.begin(), rows.end());
        classes[rows].push_back(place);
    }
    std::map<std::pair<int, int>, std::vector<exact::Literal>> sits;  // (meeting, slot) -> one literal for each class
    for (const auto& [rows, places] : classes) {
        std::map<int, std::vector<exact::Literal>> users;  // slot -> literals
        for (const int m : meetings) {
            const int row = r_.wishes[at(m)].places;
            if (std::find(rows.begin(), rows.end(), row) == rows.end()) continue;
            const bool only = rows.size() == 1 && r_.place_sets[row].size() == places.size();
            for (const auto& [slot, here] : lies_in_[m]) {
                const exact::Literal sitting = only ? here : sat_.make();
                users[slot].push_back(sitting);
                if (!only) sits[{m, slot}].push_back(sitting);
            }
        }
        for (const auto& [slot, literals] : users) {
            int room = 0;
            for (const int k : places) room += r_.room[at(k) * at(r_.slots) + at(slot)];
            limit(literals, room);
        }
    }
    for (auto& [key, literals] : sits) {
        literals.push_back(-lies_in_[key.first][key.second]);
        sat_.add(literals);
    }
}

void MustsClauses::keep_order(const std::vector<int>& meetings) {
    for (const int m : meetings) {
        if (!r_.wishes[at(m)].ordered) continue;
        for (const int other : r_.earlier[m])
            if (switch_.contains(other)) forbid_both(m, other);
        for (const int other : r_.later[m])  // one that lies in the past already leaves no slot before it
            if (r_.wishes[at(other)].fixed) sat_.add({-switch_[m]});
    }
}

void MustsClauses::forbid_both(int later, int earlier) {
    for (const auto& [slot, here] : lies_in_[later])
        for (const auto& [other_slot, there] : lies_in_[earlier])
            if (slot <= other_slot) sat_.add({-here, -there});
}

void MustsClauses::limit(const std::vector<exact::Literal>& held, int most) {
    if (static_cast<int>(held.size()) <= most) return;
    counted_ += static_cast<std::int64_t>(held.size()) * std::max(1, most);
    complete_ = complete_ && counted_ <= counted_max;
    if (complete_) exact::at_most(sat_, held, most);
}

}  // namespace hoicho::scheduling::programme
