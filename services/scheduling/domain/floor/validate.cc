/// Says what is malformed or contradictory in a floor, before anybody allocates booths with it.
#include "scheduling/domain/floor/validate.h"

#include <cstddef>
#include <cstdlib>
#include <limits>
#include <set>

namespace hoicho::scheduling::floor {
namespace {

std::string at(const std::string& list, std::size_t position) { return list + "[" + std::to_string(position) + "]"; }

/// Collects complaints about one floor; one function a section.
class Validation {
  public:
    explicit Validation(const Floor& floor) : floor_{floor} {}

    Complaints run() {
        at_most("booths", floor_.booths.size(), booths_max);
        at_most("exhibitors", floor_.exhibitors.size(), exhibitors_max);
        at_most("beside", floor_.beside.size(), links_max);
        at_most("facing", floor_.facing.size(), links_max);
        if (!complaints_.empty()) return std::move(complaints_);
        check_booths();
        check_links("beside", floor_.beside);
        check_links("facing", floor_.facing);
        for (std::size_t i = 0; i < floor_.beside.size(); ++i)
            if (std::abs(floor_.beside[i][0] - floor_.beside[i][1]) != 1)
                complain(at("beside", i), "booths that share a wall have consecutive numbers");
        for (std::size_t e = 0; e < floor_.exhibitors.size(); ++e)
            check_exhibitor(at("exhibitors", e), floor_.exhibitors[e], e);
        check_objective();
        return std::move(complaints_);
    }

  private:
    void complain(std::string field, std::string reason) {
        if (complaints_.size() < programme::complaints_max)
            complaints_.push_back({std::move(field), std::move(reason)});
    }

    void at_most(const std::string& field, std::size_t size, int bound) {
        if (size > static_cast<std::size_t>(bound))
            complain(field, std::to_string(size) + " entries, at most " + std::to_string(bound));
    }

    void within(const std::string& field, std::int64_t number, std::int64_t low, std::int64_t high) {
        if (number < low || number > high)
            complain(field, std::to_string(number) + " is not in " + std::to_string(low) + ".." + std::to_string(high));
    }

    bool index(const std::string& field, int number, std::size_t size, const char* of) {
        if (number >= 0 && static_cast<std::size_t>(number) < size) return true;
        complain(field, std::to_string(number) + " is none of the " + std::to_string(size) + " " + of);
        return false;
    }

    void check_booths() {
        for (std::size_t i = 0; i < floor_.booths.size(); ++i) {
            within(at("booths", i) + ".open_sides", floor_.booths[i].open_sides, 1, 4);
            within(at("booths", i) + ".zone", floor_.booths[i].zone, 0, zones_max - 1);
            within(at("booths", i) + ".power_w", floor_.booths[i].power_w, 0, std::numeric_limits<int>::max());
        }
    }

    void check_links(const std::string& field, const std::vector<Pair>& links) {
        std::set<Pair> seen;
        for (std::size_t i = 0; i < links.size(); ++i) {
            const auto [x, y] = links[i];
            if (!index(at(field, i) + "[0]", x, floor_.booths.size(), "booths")) continue;
            if (!index(at(field, i) + "[1]", y, floor_.booths.size(), "booths")) continue;
            if (x == y) complain(at(field, i), "a booth is no neighbour of itself");
            if (!seen.insert({std::min(x, y), std::max(x, y)}).second) complain(at(field, i), "is named twice");
        }
    }

    void fellows(const std::string& field, const std::vector<int>& list, std::size_t self) {
        at_most(field, list.size(), fellows_max);
        if (list.size() > static_cast<std::size_t>(fellows_max)) return;
        for (std::size_t i = 0; i < list.size(); ++i) {
            if (!index(at(field, i), list[i], floor_.exhibitors.size(), "exhibitors")) continue;
            if (static_cast<std::size_t>(list[i]) == self) complain(at(field, i), "is the exhibitor itself");
        }
    }

    void check_exhibitor(const std::string& field, const Exhibitor& exhibitor, std::size_t self) {
        within(field + ".units", exhibitor.units, 1, units_max);
        within(field + ".points", exhibitor.points, -points_max, points_max);
        within(field + ".power_w", exhibitor.power_w, 0, std::numeric_limits<int>::max());
        at_most(field + ".wishes", exhibitor.wishes.size(), wishes_max);
        for (std::size_t i = 0; i < exhibitor.wishes.size() && i < static_cast<std::size_t>(wishes_max); ++i)
            index(at(field + ".wishes", i), exhibitor.wishes[i], floor_.booths.size(), "booths");
        if (exhibitor.zones) at_most(field + ".zones", exhibitor.zones->size(), zones_max);
        fellows(field + ".friends", exhibitor.friends, self);
        fellows(field + ".competitors", exhibitor.competitors, self);
    }

    void check_objective() {
        const Objective& w = floor_.objective;
        within("objective.placed", w.placed, 0, weight_max);
        within("objective.wish", w.wish, 0, weight_max);
        within("objective.corner", w.corner, 0, weight_max);
        within("objective.competitor_beside", w.competitor_beside, 0, weight_max);
        within("objective.competitor_facing", w.competitor_facing, 0, weight_max);
        within("objective.friend", w.friend_, 0, weight_max);
        within("objective.region", w.region, 0, weight_max);
        within("objective.moved", w.moved, 0, weight_max);
    }

    const Floor& floor_;
    Complaints complaints_;
};

}  // namespace

Complaints validate(const Floor& floor) { return Validation{floor}.run(); }

}  // namespace hoicho::scheduling::floor
