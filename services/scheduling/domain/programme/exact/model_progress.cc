/// How far somebody is through the day's meetings in each slot, where their number is known: the counts that make a
/// refutation short.
#include <algorithm>

#include "scheduling/domain/programme/exact/model.h"

namespace hoicho::scheduling::programme::exact {

/// Exactly `total` busy slots in all (the first implied constraint of Bofill et al.).
Model::Progress Model::progress(std::span<const Literal> busy, int total) {
    const auto columns = index(total);
    Progress rows;
    std::vector<Literal> before(columns + 1, -sat_.truth());
    before[0] = sat_.truth();
    for (std::size_t i = 0; i < busy.size(); ++i) {
        std::vector<Literal> now = before;
        const std::size_t left = busy.size() - 1 - i;
        for (std::size_t j = 1; j <= std::min(columns, i + 1); ++j) {
            now[j] = j + left <= columns ? sat_.truth() : sat_.make();  // fewer could not be made up for
            sat_.add({-before[j], now[j]});
            sat_.add({-before[j - 1], -busy[i], now[j]});
            sat_.add({-now[j], before[j], busy[i]});
            sat_.add({-now[j], before[j - 1]});
        }
        sat_.add({-before[columns], -busy[i]});
        before = now;
        rows.push_back(now);
    }
    sat_.add({before[columns]});
    return rows;
}

/// Meetings that can only lie between two slots take as many busy slots there (Hall's condition on intervals).
void Model::hold_between(int person, const Progress& done) {
    struct Window {
        int first = 0;
        int last = 0;
    };
    std::vector<Window> windows;
    for (const int m : r_.requests[person]) {
        Window window{r_.slots, -1};
        for (int t = 0; t < r_.slots; ++t) {
            if (at(m, t) == -sat_.truth()) continue;
            window.first = std::min(window.first, t);
            window.last = t;
        }
        windows.push_back(window);
    }
    const auto total = windows.size();
    for (int from = 0; from < r_.slots; ++from)
        for (int to = from; to < r_.slots; ++to) {
            std::size_t inside = 0;
            bool from_is_edge = false;
            bool to_is_edge = false;
            for (const Window& window : windows) {
                if (window.first < from || window.last > to) continue;
                ++inside;
                from_is_edge = from_is_edge || window.first == from;
                to_is_edge = to_is_edge || window.last == to;
            }
            if (!from_is_edge || !to_is_edge) continue;  // the narrower interval says more
            for (std::size_t j = 0; j + inside <= total; ++j) {
                const Literal so_many_before = j == 0      ? sat_.truth()
                                               : from == 0 ? -sat_.truth()
                                                           : done[index(from - 1)][j];
                sat_.add({-so_many_before, done[index(to)][j + inside]});
            }
            for (std::size_t j = total - inside + 1; from > 0 && j <= total; ++j) sat_.add({-done[index(from - 1)][j]});
        }
}

/// What has to lie before a meeting, or after it, in the same diary takes as many busy slots there.
void Model::hold_in_order(int person, const Progress& done) {
    const auto requests = r_.requests[person];
    const auto total = requests.size();
    const auto reached = [&](int from, const Rows& next) {  // those of `person` alone
        std::vector<int> open{from};
        std::vector<char> seen(index(r_.meetings), 0);
        std::size_t found = 0;
        while (!open.empty()) {
            const int m = open.back();
            open.pop_back();
            for (const int other : next[m]) {
                if (seen[index(other)] != 0 || !must(other) || !r_.wishes[index(other)].possible) continue;
                seen[index(other)] = 1;
                open.push_back(other);
                const Wish& wish = r_.wishes[index(other)];
                found += static_cast<std::size_t>(wish.a == person || wish.b == person);
            }
        }
        return found;
    };
    for (const int m : requests) {
        if (!r_.wishes[index(m)].ordered) continue;
        const std::size_t before = reached(m, r_.earlier);
        const std::size_t after = reached(m, r_.later);
        for (int t = 0; t < r_.slots; ++t) {
            if (before > 0) sat_.add({-at(m, t), t > 0 ? done[index(t - 1)][before] : -sat_.truth()});
            if (after > 0) sat_.add({-at(m, t), -done[index(t)][total - after + 1]});
        }
    }
}

/// Without a gap whoever has begun goes on: after j slots j meetings are done.
void Model::go_on(int person, const Progress& done, Literal some_gap) {
    const auto total = r_.requests[person].size();
    for (std::size_t t = 0; t < done.size(); ++t) {
        for (std::size_t j = 2; j <= std::min(total, t + 1); ++j) sat_.add({some_gap, -done[t + 1 - j][1], done[t][j]});
        if (t == 0 || total == 0) continue;
        sat_.add({some_gap, -done[t - 1][1], done[t - 1][total], busy_[cell(person, static_cast<int>(t))]});
    }
}

}  // namespace hoicho::scheduling::programme::exact
