/// Judges an allocation from scratch.
#include "scheduling/domain/floor/check.h"

#include <algorithm>
#include <map>
#include <set>

namespace hoicho::scheduling::floor {
namespace {

template <class T>
const T& of(const std::vector<T>& list, int position) {
    return list[static_cast<std::size_t>(position)];
}

bool known(int position, std::size_t size) { return position >= 0 && static_cast<std::size_t>(position) < size; }

template <class Wanted>
bool has(const std::vector<int>& list, const Wanted& wanted) {
    return std::find(list.begin(), list.end(), wanted) != list.end();
}

Pair ordered(int x, int y) { return {std::min(x, y), std::max(x, y)}; }

bool meets_needs(const Exhibitor& exhibitor, const Booth& booth) {
    return booth.power_w >= exhibitor.power_w && (booth.water || !exhibitor.water) &&
           (booth.step_free || !exhibitor.step_free) && (!exhibitor.zones || has(*exhibitor.zones, booth.zone));
}

class Check {
  public:
    Check(const Floor& floor, const Allocation& allocation) : floor_{floor} {
        for (const Pair& wall : floor.beside) walls_.insert(ordered(wall[0], wall[1]));
        for (int e = 0; e < static_cast<int>(floor.exhibitors.size()); ++e) {
            for (const int f : of(floor.exhibitors, e).competitors) rivals_.insert(ordered(e, f));
            for (const int f : of(floor.exhibitors, e).friends) friends_.insert(ordered(e, f));
        }
        for (const Stand& stand : allocation.allocations) read(stand);
    }

    Judgement run(const Allocation* previous) {
        Figures& f = out_.figures;
        const Objective& w = floor_.objective;
        f.exhibitors = static_cast<std::int64_t>(floor_.exhibitors.size());
        f.placed = static_cast<std::int64_t>(booths_of_.size());
        for (const auto& [e, booths] : booths_of_) count_stand(of(floor_.exhibitors, e), booths);
        for (const Pair& link : floor_.beside) count_neighbours(link, true);
        for (const Pair& link : floor_.facing) count_neighbours(link, false);
        f.friends = static_cast<std::int64_t>(met_.size());
        if (previous != nullptr) count_moved(*previous);
        f.score += w.friend_ * f.friends + w.region * f.region - w.competitor_beside * f.competitor_beside -
                   w.competitor_facing * f.competitor_facing - w.moved * f.moved;
        return std::move(out_);
    }

  private:
    void bad(Broken broken) { out_.broken.push_back(broken); }

    void read(const Stand& stand) {
        const int e = stand.exhibitor;
        const bool booths_known = std::all_of(stand.booths.begin(), stand.booths.end(),
                                              [&](int i) { return known(i, floor_.booths.size()); });
        if (!known(e, floor_.exhibitors.size()) || !booths_known) return bad({.rule = Rule::unknown, .exhibitor = e});
        std::vector<int> booths = stand.booths;
        std::sort(booths.begin(), booths.end());
        booths.erase(std::unique(booths.begin(), booths.end()), booths.end());
        if (!booths_of_.try_emplace(e, booths).second) return bad({.rule = Rule::twice, .exhibitor = e});
        if (static_cast<int>(booths.size()) != of(floor_.exhibitors, e).units)
            bad({.rule = Rule::units, .exhibitor = e});
        for (std::size_t i = 1; i < booths.size(); ++i)
            if (!walls_.contains({booths[i - 1], booths[i]})) {
                bad({.rule = Rule::joined, .exhibitor = e});
                break;
            }
        for (const int i : booths) {
            if (!at_.try_emplace(i, e).second) bad({.rule = Rule::clash, .exhibitor = e, .booth = i});
            if (!meets_needs(of(floor_.exhibitors, e), of(floor_.booths, i)))
                bad({.rule = Rule::needs, .exhibitor = e, .booth = i});
        }
    }

    void count_stand(const Exhibitor& exhibitor, const std::vector<int>& booths) {
        Figures& f = out_.figures;
        const Objective& w = floor_.objective;
        f.score += w.placed * exhibitor.units;
        for (std::size_t wish = 0; wish < exhibitor.wishes.size(); ++wish) {
            if (!has(booths, exhibitor.wishes[wish])) continue;
            f.score += w.wish * (wishes_max - static_cast<std::int64_t>(wish));
            f.first_wish += wish == 0;
            ++f.a_wish;
            break;
        }
        const bool corner =
            std::any_of(booths.begin(), booths.end(), [&](int i) { return of(floor_.booths, i).open_sides > 1; });
        if (!exhibitor.corner || !corner) return;
        f.score += w.corner;
        ++f.corner;
    }

    void count_neighbours(const Pair& link, bool beside) {
        const auto one = at_.find(link[0]);
        const auto other = at_.find(link[1]);
        if (one == at_.end() || other == at_.end() || one->second == other->second) return;
        const Pair pair = ordered(one->second, other->second);
        Figures& f = out_.figures;
        (beside ? f.competitor_beside : f.competitor_facing) += rivals_.contains(pair);
        if (!beside) return;
        if (friends_.contains(pair)) met_.insert(pair);
        f.region += of(floor_.exhibitors, pair[0]).region == of(floor_.exhibitors, pair[1]).region;
    }

    void count_moved(const Allocation& previous) {
        std::map<int, std::vector<int>> before;
        for (const Stand& stand : previous.allocations) before[stand.exhibitor] = stand.booths;
        for (auto& [e, booths] : before) {
            std::sort(booths.begin(), booths.end());
            const auto now = booths_of_.find(e);
            out_.figures.moved += now != booths_of_.end() && now->second != booths;
        }
    }

    const Floor& floor_;
    Judgement out_;
    std::set<Pair> walls_;
    std::set<Pair> rivals_;
    std::set<Pair> friends_;
    std::set<Pair> met_;
    std::map<int, std::vector<int>> booths_of_;  ///< exhibitor -> booths, sorted
    std::map<int, int> at_;                      ///< booth -> exhibitor
};

}  // namespace

const char* name_of(Rule rule) {
    switch (rule) {
        case Rule::unknown: return "unknown";
        case Rule::twice: return "twice";
        case Rule::units: return "units";
        case Rule::joined: return "joined";
        case Rule::clash: return "clash";
        case Rule::needs: return "needs";
    }
    return "";
}

Judgement check(const Floor& floor, const Allocation& allocation, const Allocation* previous) {
    return Check{floor, allocation}.run(previous);
}

}  // namespace hoicho::scheduling::floor
