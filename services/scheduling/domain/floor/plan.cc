/// An allocation under search.
#include "scheduling/domain/floor/plan.h"

namespace hoicho::scheduling::floor {

Plan::Plan(const Layout& layout) : layout_{&layout} {
    at_.assign(index(layout.booths), none);
    first_.assign(index(layout.exhibitors), none);
}

void Plan::place(int exhibitor, int first) {
    log_.push_back({exhibitor, first, true});
    put(exhibitor, first);
}

void Plan::leave(int exhibitor) {
    log_.push_back({exhibitor, first_of(exhibitor), false});
    take(exhibitor);
}

void Plan::undo_to(std::size_t mark) {
    while (log_.size() > mark) {
        const Change change = log_.back();
        log_.pop_back();
        if (change.placed)
            take(change.exhibitor);
        else
            put(change.exhibitor, change.first);
    }
}

void Plan::put(int exhibitor, int first) {
    score_ += gain_of_placing(exhibitor, first);
    for (int unit = 0; unit < units_of(exhibitor); ++unit) at_[index(first + unit)] = exhibitor;
    first_[index(exhibitor)] = first;
}

void Plan::take(int exhibitor) {
    const int first = first_of(exhibitor);
    for (int unit = 0; unit < units_of(exhibitor); ++unit) at_[index(first + unit)] = none;
    first_[index(exhibitor)] = none;
    score_ -= gain_of_placing(exhibitor, first);
}

std::int64_t Plan::gain_of_placing(int exhibitor, int first) const {
    std::int64_t gain = layout_->alone(exhibitor, first);
    const int last = first + units_of(exhibitor) - 1;
    if (first > 0 && layout_->wall_after[index(first - 1)] != 0 && at(first - 1) != none)
        gain += layout_->together(exhibitor, at(first - 1), true);
    if (layout_->wall_after[index(last)] != 0 && at(last + 1) != none)
        gain += layout_->together(exhibitor, at(last + 1), true);
    for (int booth = first; booth <= last; ++booth)
        for (const int other : layout_->facing[booth])
            if (at(other) != none && at(other) != exhibitor) gain += layout_->together(exhibitor, at(other), false);
    return gain;
}

bool Plan::is_free(int exhibitor, int first) const {
    for (int unit = 0; unit < units_of(exhibitor); ++unit)
        if (at(first + unit) != none) return false;
    return true;
}

Allocation allocation_of(const Floor& floor, const std::vector<int>& firsts) {
    Allocation allocation{.floor = floor.name, .allocations = {}};
    for (std::size_t e = 0; e < firsts.size(); ++e) {
        if (firsts[e] == none) continue;
        Stand stand{.exhibitor = static_cast<int>(e), .booths = {}};
        for (int unit = 0; unit < floor.exhibitors[e].units; ++unit) stand.booths.push_back(firsts[e] + unit);
        allocation.allocations.push_back(std::move(stand));
    }
    return allocation;
}

}  // namespace hoicho::scheduling::floor
