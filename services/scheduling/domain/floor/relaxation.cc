/// The allocation as a flow from exhibitors to booths.
#include "scheduling/domain/floor/relaxation.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace hoicho::scheduling::floor {

bool is_linear(const Layout& layout) {
    const Objective& w = layout.floor->objective;
    const bool rivals_count = w.competitor_beside != 0 || w.competitor_facing != 0;
    if (rivals_count && !layout.competitors.items.empty()) return false;
    if (w.friend_ != 0 && !layout.friends.items.empty()) return false;
    std::map<int, int> of_region;
    for (const Exhibitor& e : layout.floor->exhibitors)
        if (e.units != 1 || (w.region != 0 && ++of_region[e.region] > 1)) return false;
    return true;
}

Relaxation::Relaxation(const Layout& layout) : layout_{layout} {
    const auto& exhibitors = layout.floor->exhibitors;
    for (const Exhibitor& e : exhibitors) {
        const auto [at, is_new] = regions_.try_emplace(e.region, static_cast<int>(per_region_.size()));
        if (is_new) per_region_.push_back(0);
        ++per_region_[index(at->second)];
        share_ = std::lcm(share_, std::int64_t{e.units});
        supply_ += e.units;
    }
    for (int e = 0; e < layout.exhibitors; ++e) pairs_.push_back(best_neighbours(e));
    hubs_.resize(layout.stands.first.size() - 1);
    row_grown_.assign(hubs_.size(), 0);
    nodes_ = 2 + layout.exhibitors + layout.booths;
}

/// Named friends and competitors one by one; everybody else counts for the region alone.
Relaxation::Pairs Relaxation::best_neighbours(int exhibitor) const {
    Pairs best;
    const auto offer = [&](std::int64_t worth) {
        if (worth > best.best) std::swap(worth, best.best);
        best.second = std::max(best.second, worth);
    };
    const int region = layout_.floor->exhibitors[index(exhibitor)].region;
    int mates = per_region_[index(regions_.at(region))] - 1;
    const auto look_at = [&](int other) {
        offer(layout_.together(exhibitor, other, true));
        if (layout_.floor->exhibitors[index(other)].region == region) --mates;
    };
    const auto friends = layout_.friends[exhibitor];
    for (const int other : friends) look_at(other);
    for (const int other : layout_.competitors[exhibitor])
        if (!std::binary_search(friends.begin(), friends.end(), other)) look_at(other);
    for (int i = 0; i < std::min(mates, 2); ++i) offer(layout_.floor->objective.region);
    return best;
}

int Relaxation::kind_of(int first, int units) const {
    const int last = first + units - 1;
    const int walls = (first > 0 && layout_.wall_after[index(first - 1)] != 0) + (layout_.wall_after[index(last)] != 0);
    bool corner = false;
    for (int booth = first; booth <= last; ++booth) corner = corner || layout_.floor->booths[index(booth)].open_sides > 1;
    return walls * 2 + corner;
}

std::int64_t Relaxation::twice(int exhibitor, int first) const {
    const int walls = kind_of(first, layout_.floor->exhibitors[index(exhibitor)].units) / 2;
    const Pairs& pairs = pairs_[index(exhibitor)];
    return 2 * layout_.alone(exhibitor, first) + (walls > 0 ? pairs.best : 0) + (walls > 1 ? pairs.second : 0);
}

/// On a stand of this kind that holds no wish and is not the one before.
std::int64_t Relaxation::twice_of_kind(int exhibitor, int kind) const {
    const Exhibitor& e = layout_.floor->exhibitors[index(exhibitor)];
    const Objective& w = layout_.floor->objective;
    const Pairs& pairs = pairs_[index(exhibitor)];
    std::int64_t score = w.placed * e.units;
    if (e.corner && kind % 2 == 1) score += w.corner;
    if (layout_.previous_first[index(exhibitor)] != none) score -= w.moved;
    return 2 * score + (kind >= 2 ? pairs.best : 0) + (kind >= 4 ? pairs.second : 0);
}

std::int64_t Relaxation::score_of_each_alone() const {
    std::int64_t sum = 0;
    for (int e = 0; e < layout_.exhibitors; ++e) {
        std::int64_t best = 0;
        for (const int first : layout_.stands_for(e)) best = std::max(best, twice(e, first));
        sum += best;
    }
    return sum / 2;
}

bool Relaxation::grow(std::int64_t arcs_max) {
    const std::int64_t ends = layout_.exhibitors + layout_.booths;
    std::int64_t needed = ends;
    for (std::size_t row = 0; row < hubs_.size(); ++row)
        needed += std::min<std::int64_t>(layout_.booths, std::int64_t{units_max} * std::ssize(layout_.stands[static_cast<int>(row)]));
    needed += std::int64_t{layout_.exhibitors} * (1 << kinds);
    if (needed > arcs_max) return false;
    for (int e = 0; e < layout_.exhibitors; ++e) {
        const int units = layout_.floor->exhibitors[index(e)].units;
        arcs_.push_back({source(), exhibitor_node(e), units, 0});
        grow_row(layout_.stand_row[index(e)], units);
        grow_exhibitor(e);
        grow_special(e);
    }
    for (int booth = 0; booth < layout_.booths; ++booth) arcs_.push_back({booth_node(booth), sink(), 1, 0});
    return true;
}

void Relaxation::grow_row(int row, int units) {
    if (std::exchange(row_grown_[index(row)], std::uint8_t{1}) != 0) return;
    std::map<int, Kinds> of_booth;
    for (const int first : layout_.stands[row])
        for (int booth = first; booth < first + units; ++booth)
            of_booth[booth] = static_cast<Kinds>(of_booth[booth] | 1U << kind_of(first, units));
    for (const auto& [booth, mask] : of_booth) {
        const auto [hub, is_new] = hubs_[index(row)].try_emplace(mask, nodes_);
        if (is_new) ++nodes_;
        arcs_.push_back({hub->second, booth_node(booth), 1, 0});
    }
}

void Relaxation::grow_exhibitor(int exhibitor) {
    const int units = layout_.floor->exhibitors[index(exhibitor)].units;
    for (const auto& [mask, hub] : hubs_[index(layout_.stand_row[index(exhibitor)])]) {
        std::int64_t best = 0;
        bool any = false;
        for (int kind = 0; kind < kinds; ++kind) {
            if ((mask >> kind & 1) == 0) continue;
            const std::int64_t worth = twice_of_kind(exhibitor, kind);
            best = any ? std::max(best, worth) : worth;
            any = true;
        }
        arcs_.push_back({exhibitor_node(exhibitor), hub, units, best * (share_ / units)});
    }
}

/// Stands that hold a wish, and the stand before, are worth more than others of their kind.
void Relaxation::grow_special(int exhibitor) {
    const Exhibitor& e = layout_.floor->exhibitors[index(exhibitor)];
    std::map<int, std::int64_t> worth;  ///< booth -> of the best such stand it belongs to
    const auto add_stand = [&](int first) {
        if (!layout_.suits(exhibitor, first)) return;
        const std::int64_t of_stand = twice(exhibitor, first);
        for (int booth = first; booth < first + e.units; ++booth) {
            const auto [at, is_new] = worth.try_emplace(booth, of_stand);
            if (!is_new) at->second = std::max(at->second, of_stand);
        }
    };
    for (const int wish : e.wishes)
        for (int first = wish - e.units + 1; first <= wish; ++first) add_stand(first);
    if (layout_.previous_first[index(exhibitor)] != none) add_stand(layout_.previous_first[index(exhibitor)]);
    for (const auto& [booth, of_stand] : worth)
        arcs_.push_back({exhibitor_node(exhibitor), booth_node(booth), 1, of_stand * (share_ / e.units)});
}

std::vector<int> Relaxation::firsts_of(const Sent& sent) const {
    std::vector<int> firsts(index(layout_.exhibitors), none);
    std::map<int, std::vector<int>> exhibitors_at;  ///< hub -> who came to it
    std::map<int, std::vector<int>> booths_at;      ///< hub -> booths it was sent on to
    const int booths_end = booth_node(layout_.booths);
    for (std::size_t i = 0; i < arcs_.size(); ++i) {
        const auto& [from, to, capacity, worth] = arcs_[i];
        if (sent.units[i] == 0 || from == source() || to == sink()) continue;
        if (from >= booths_end)
            booths_at[from].push_back(booth_of(to));
        else if (to >= booths_end)
            exhibitors_at[to].push_back(from - exhibitor_node(0));
        else
            firsts[index(from - exhibitor_node(0))] = booth_of(to);
    }
    for (const auto& [hub, exhibitors] : exhibitors_at)
        for (std::size_t i = 0; i < exhibitors.size(); ++i) firsts[index(exhibitors[i])] = booths_at[hub][i];
    return firsts;
}

}  // namespace hoicho::scheduling::floor
