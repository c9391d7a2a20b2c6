/// The floor as the search wants it.
#include "scheduling/domain/floor/layout.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace hoicho::scheduling::floor {
namespace {

template <class T>
const T& of(const std::vector<T>& list, int position) {
    return list[static_cast<std::size_t>(position)];
}

/// What decides which stands suit: exhibitors with equal needs share a row.
using Needs = std::tuple<int, int, bool, bool, bool, std::vector<int>>;

Needs needs_of(const Exhibitor& e) {
    return {e.units, e.power_w, e.water, e.step_free, e.zones.has_value(), e.zones.value_or(std::vector<int>{})};
}

bool suits_booth(const Exhibitor& e, const Booth& booth) {
    if (booth.power_w < e.power_w || (e.water && !booth.water) || (e.step_free && !booth.step_free)) return false;
    return !e.zones || std::find(e.zones->begin(), e.zones->end(), booth.zone) != e.zones->end();
}

bool suits_stand(const Layout& layout, const Exhibitor& e, int first) {
    for (int unit = 0; unit < e.units; ++unit) {
        const int booth = first + unit;
        if (booth >= layout.booths || !suits_booth(e, of(layout.floor->booths, booth))) return false;
        if (unit + 1 < e.units && of(layout.wall_after, booth) == 0) return false;
    }
    return true;
}

void find_stands(Layout& layout) {
    std::map<Needs, int> rows;
    for (const Exhibitor& e : layout.floor->exhibitors) {
        const auto [row, is_new] = rows.try_emplace(needs_of(e), static_cast<int>(rows.size()));
        layout.stand_row.push_back(row->second);
        if (!is_new) continue;
        for (int first = 0; first < layout.booths; ++first)
            if (suits_stand(layout, e, first)) layout.stands.items.push_back(first);
        layout.stands.end_row();
    }
}

Rows both_ways(const std::vector<Exhibitor>& exhibitors, std::vector<int> Exhibitor::* named) {
    std::vector<std::vector<int>> lists(exhibitors.size());
    for (std::size_t e = 0; e < exhibitors.size(); ++e)
        for (const int other : exhibitors[e].*named) {
            lists[e].push_back(other);
            lists[static_cast<std::size_t>(other)].push_back(static_cast<int>(e));
        }
    for (auto& list : lists) {
        std::sort(list.begin(), list.end());
        list.erase(std::unique(list.begin(), list.end()), list.end());
    }
    return programme::rows_of(lists);
}

void read_previous(Layout& layout, const Allocation* previous) {
    layout.previous_first.assign(layout.floor->exhibitors.size(), none);
    layout.previous_fits.assign(layout.floor->exhibitors.size(), 0);
    if (previous == nullptr) return;
    for (const Stand& stand : previous->allocations) {
        if (stand.exhibitor < 0 || stand.exhibitor >= layout.exhibitors || stand.booths.empty()) continue;
        const auto e = static_cast<std::size_t>(stand.exhibitor);
        layout.previous_first[e] = *std::min_element(stand.booths.begin(), stand.booths.end());
        layout.previous_fits[e] = static_cast<int>(stand.booths.size()) == layout.floor->exhibitors[e].units;
    }
}

bool named(std::span<const int> sorted, int wanted) { return std::binary_search(sorted.begin(), sorted.end(), wanted); }

}  // namespace

bool Layout::suits(int exhibitor, int first) const {
    const auto stands_of = stands_for(exhibitor);
    return std::binary_search(stands_of.begin(), stands_of.end(), first);
}

std::int64_t Layout::alone(int exhibitor, int first) const {
    const Exhibitor& e = of(floor->exhibitors, exhibitor);
    const Objective& w = floor->objective;
    std::int64_t score = w.placed * e.units;
    for (std::size_t wish = 0; wish < e.wishes.size(); ++wish)
        if (e.wishes[wish] >= first && e.wishes[wish] < first + e.units) {
            score += w.wish * (wishes_max - static_cast<std::int64_t>(wish));
            break;
        }
    for (int unit = 0; e.corner && unit < e.units; ++unit)
        if (of(floor->booths, first + unit).open_sides > 1) {
            score += w.corner;
            break;
        }
    const int before = of(previous_first, exhibitor);
    if (before != none && (before != first || of(previous_fits, exhibitor) == 0)) score -= w.moved;
    return score;
}

std::int64_t Layout::together(int one, int other, bool beside) const {
    const Objective& w = floor->objective;
    std::int64_t score = 0;
    if (named(competitors[one], other)) score -= beside ? w.competitor_beside : w.competitor_facing;
    if (!beside) return score;
    if (named(friends[one], other)) score += w.friend_;
    if (of(floor->exhibitors, one).region == of(floor->exhibitors, other).region) score += w.region;
    return score;
}

Layout lay_out(const Floor& floor, const Allocation* previous) {
    Layout layout;
    layout.floor = &floor;
    layout.booths = static_cast<int>(floor.booths.size());
    layout.exhibitors = static_cast<int>(floor.exhibitors.size());
    layout.wall_after.assign(floor.booths.size(), 0);
    for (const Pair& wall : floor.beside) layout.wall_after[static_cast<std::size_t>(std::min(wall[0], wall[1]))] = 1;
    std::vector<std::vector<int>> facing(floor.booths.size());
    for (const Pair& pair : floor.facing) {
        facing[static_cast<std::size_t>(pair[0])].push_back(pair[1]);
        facing[static_cast<std::size_t>(pair[1])].push_back(pair[0]);
    }
    layout.facing = programme::rows_of(facing);
    find_stands(layout);
    layout.competitors = both_ways(floor.exhibitors, &Exhibitor::competitors);
    layout.friends = both_ways(floor.exhibitors, &Exhibitor::friends);
    read_previous(layout, previous);
    return layout;
}

}  // namespace hoicho::scheduling::floor
