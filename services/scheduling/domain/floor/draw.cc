/// Points and draw.
#include "scheduling/domain/floor/draw.h"

#include <algorithm>
#include <map>
#include <optional>
#include <numeric>
#include <tuple>

#include "scheduling/domain/floor/plan.h"

namespace hoicho::scheduling::floor {
namespace {

bool is_one_line(const std::string& text) {
    return std::none_of(text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; });
}

/// What somebody thinks of a stand; lower is better.
struct Liking {
    int wish = wishes_max + 1;  ///< 1: first wish; wishes_max + 1: no wish.
    bool corner_missed = false;
    int first = 0;

    auto operator<=>(const Liking&) const = default;
};

Liking liking(const Floor& floor, const Exhibitor& e, int first) {
    Liking liking{.corner_missed = e.corner, .first = first};
    for (int booth = first; booth < first + e.units; ++booth) {
        const auto at = std::find(e.wishes.begin(), e.wishes.end(), booth);
        if (at != e.wishes.end()) liking.wish = std::min(liking.wish, static_cast<int>(at - e.wishes.begin()) + 1);
        if (floor.booths[static_cast<std::size_t>(booth)].open_sides > 1) liking.corner_missed = false;
    }
    return liking;
}

Turn take_turn(Plan& plan, const Floor& floor, int exhibitor) {
    const Exhibitor& e = floor.exhibitors[static_cast<std::size_t>(exhibitor)];
    std::optional<Liking> best;
    for (const int first : plan.layout().stands_for(exhibitor)) {
        if (!plan.is_free(exhibitor, first)) continue;
        const Liking this_one = liking(floor, e, first);
        if (!best || this_one < *best) best = this_one;
    }
    Turn turn{.exhibitor = exhibitor};
    if (!best) return turn;
    plan.place(exhibitor, best->first);
    turn.booths.resize(static_cast<std::size_t>(e.units));
    std::iota(turn.booths.begin(), turn.booths.end(), best->first);
    turn.wish = best->wish <= wishes_max ? best->wish : 0;
    return turn;
}

}  // namespace

Complaints validate_for_draw(const Floor& floor) {
    Complaints complaints;
    const auto complain = [&](std::string field, std::string reason) {
        if (complaints.size() < programme::complaints_max) complaints.push_back({std::move(field), std::move(reason)});
    };
    if (!is_one_line(floor.name)) complain("name", "a draw needs names of one line");
    std::map<std::string, std::size_t> seen;
    for (std::size_t e = 0; e < floor.exhibitors.size(); ++e) {
        const std::string& name = floor.exhibitors[e].name;
        const std::string field = "exhibitors[" + std::to_string(e) + "].name";
        if (!is_one_line(name)) complain(field, "a draw needs names of one line");
        const auto [before, is_new] = seen.try_emplace(name, e);
        if (!is_new)
            complain(field, "'" + name + "' is also exhibitors[" + std::to_string(before->second) + "]: a draw cannot tell them apart");
    }
    return complaints;
}

std::vector<int> turn_order(const Floor& floor, const std::vector<Ticket>& tickets) {
    std::vector<int> order(floor.exhibitors.size());
    std::iota(order.begin(), order.end(), 0);
    const auto rank = [&](int e) {
        const auto at = static_cast<std::size_t>(e);
        return std::tuple<int, const Ticket&, int>{-floor.exhibitors[at].points, tickets[at], e};
    };
    std::sort(order.begin(), order.end(), [&](int one, int other) { return rank(one) < rank(other); });
    return order;
}

std::vector<Turn> choose_in_turn(const Floor& floor, const std::vector<int>& order) {
    const Layout layout = lay_out(floor, nullptr);
    Plan plan{layout};
    std::vector<Turn> turns;
    for (const int exhibitor : order) turns.push_back(take_turn(plan, floor, exhibitor));
    return turns;
}

Allocation allocation_of(const Floor& floor, const std::vector<Turn>& turns) {
    std::vector<int> firsts(floor.exhibitors.size(), none);
    for (const Turn& turn : turns)
        if (!turn.booths.empty()) firsts[static_cast<std::size_t>(turn.exhibitor)] = turn.booths.front();
    return allocation_of(floor, firsts);
}

}  // namespace hoicho::scheduling::floor
