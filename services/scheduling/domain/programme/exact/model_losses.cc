/// What a programme loses, as literals with weights: meetings not held, gaps, idle slots, people left out; and the
/// spread of gaps, which is no loss but a rule.
#include <algorithm>

#include "scheduling/domain/programme/exact/counter.h"
#include "scheduling/domain/programme/exact/model.h"

namespace hoicho::scheduling::programme::exact {

void Model::lose(Literal literal, std::int64_t weight) {
    if (weight > 0 && literal != -sat_.truth()) losses_.push_back({literal, weight});
}

void Model::price_meetings() {
    for (int m = 0; m < r_.meetings; ++m) {
        const Wish& wish = r_.wishes[index(m)];
        if (!wish.possible) continue;
        score_max_ += wish.gain;
        if (!wish.must) lose(-held(m), wish.gain);
    }
}

/// Who holds nothing although it could hold something of value.
void Model::price_left_out() {
    for (int p = 0; p < r_.participants; ++p) {
        if (!r_.persons[index(p)].may_be_left_out || r_.weights.left_out == 0) continue;
        std::vector<Literal> clause{sat_.make()};
        for (const int m : r_.requests[p])
            if (r_.wishes[index(m)].value > 0) clause.push_back(held(m));
        sat_.add(clause);
        lose(clause.front(), r_.weights.left_out);
    }
}

/// A literal that is true exactly if all of these are.
Literal Model::all_of(std::initializer_list<Literal> literals) {
    std::vector<Literal> open;
    for (const Literal literal : literals) {
        if (literal == -sat_.truth()) return literal;
        if (literal != sat_.truth()) open.push_back(literal);
    }
    if (open.empty()) return sat_.truth();
    if (open.size() == 1) return open.front();
    const Literal all = sat_.make();
    std::vector<Literal> clause{all};
    for (const Literal literal : open) {
        sat_.add({-all, literal});
        clause.push_back(-literal);
    }
    sat_.add(clause);
    return all;
}

void Model::price_idleness(int person) {
    const auto requests = r_.requests[person];
    const bool number_known = r_.persons[index(person)].seats_per_slot == 1 && !requests.empty() &&
                              std::all_of(requests.begin(), requests.end(), [this](int m) { return must(m); });
    Progress done;
    if (number_known) {
        const auto first = busy_.begin() + static_cast<std::ptrdiff_t>(cell(person, 0));
        done = progress({first, first + r_.slots}, static_cast<int>(requests.size()));
        hold_between(person, done);
        hold_in_order(person, done);
    }
    if (!r_.persons[index(person)].count_gaps) return;
    const bool one_day = r_.days == 1;
    std::vector<Literal> gaps;
    for (int day = 0; day < r_.days; ++day) price_day(person, day, one_day ? done : Progress{}, gaps);
    price_gaps(person, gaps);
    const auto& counted = gaps_of_[index(person)];
    if (one_day && number_known) go_on(person, done, counted.empty() ? -sat_.truth() : counted.front());
}

/// @param done  empty if the number of meetings is not known
void Model::price_day(int person, int day, const Progress& done, std::vector<Literal>& gaps) {
    const int first = r_.day_first[index(day)];
    std::vector<Literal> busy;
    for (int t = first; t < r_.day_end(day); ++t) busy.push_back(busy_[cell(person, t)]);
    const std::size_t slots = busy.size();
    std::vector<Literal> later(slots + 1, -sat_.truth());  // busy in this slot or after it
    std::vector<Literal> begun(slots + 1, -sat_.truth());  // busy before this slot
    for (std::size_t t = slots; t-- > 0;)
        later[t] = done.empty() ? -all_of({-busy[t], -later[t + 1]}) : t > 0 ? -done[t - 1].back() : sat_.truth();
    for (std::size_t t = 0; t < slots; ++t)
        if (r_.weights.idle_slot > 0) begun[t + 1] = -all_of({-begun[t], -busy[t]});
    for (std::size_t t = 0; t + 1 < slots; ++t) {
        const Literal gap = all_of({busy[t], -busy[t + 1], later[t + 1]});
        if (gap != -sat_.truth()) gaps.push_back(gap);
        lose(all_of({begun[t], -busy[t], later[t]}), r_.weights.idle_slot);
    }
}

void Model::price_gaps(int person, const std::vector<Literal>& gaps) {
    const int fewest = bound_.fewest[index(person)];
    const int most = bound_.most[index(person)];
    auto& counted = gaps_of_[index(person)];
    counted = count(sat_, gaps, most + 1, Counts::exactly);
    if (static_cast<int>(counted.size()) > most) {
        sat_.add({-counted[index(most)]});
        counted.resize(index(most));
    }
    counted.resize(index(most), -sat_.truth());
    score_max_ -= fewest * r_.weights.gap;
    for (int j = 1; j <= most; ++j) {
        if (j <= fewest)
            sat_.add({counted[index(j - 1)]});
        else
            lose(counted[index(j - 1)], r_.weights.gap);
    }
}

/// Whoever has j gaps more than the spread forces j on everybody.
void Model::keep_spread() {
    if (r_.max_gap_spread == none) return;
    for (int j = 1; j <= r_.slots; ++j) {
        std::vector<Literal> floor;
        bool forced = false;
        for (int p = 0; p < r_.participants; ++p) {
            if (!r_.persons[index(p)].count_gaps) continue;
            const auto& counted = gaps_of_[index(p)];
            forced = forced || std::ssize(counted) >= j + r_.max_gap_spread;
            floor.push_back(std::ssize(counted) >= j ? counted[index(j - 1)] : -sat_.truth());
        }
        if (!forced) return;
        const Literal all = sat_.make();
        for (const Literal literal : floor) sat_.add({-all, literal});
        for (int p = 0; p < r_.participants; ++p)
            if (std::ssize(gaps_of_[index(p)]) >= j + r_.max_gap_spread)
                sat_.add({-gaps_of_[index(p)][index(j + r_.max_gap_spread - 1)], all});
    }
}

}  // namespace hoicho::scheduling::programme::exact
