/// Writes `hoicho-floor/1`; members with their default value are left away where the format allows it.
#include <boost/json/serialize.hpp>

#include "scheduling/files/floor_file.h"

namespace hoicho::scheduling::files {
namespace json = boost::json;
namespace {

using namespace floor;

json::array list_of(const std::vector<int>& numbers) { return json::array(numbers.begin(), numbers.end()); }

json::array write_pairs(const std::vector<Pair>& pairs) {
    json::array out;
    for (const auto& [x, y] : pairs) out.push_back(json::array{x, y});
    return out;
}

json::object write_booth(const Booth& b) {
    return {{"name", b.name},
            {"zone", b.zone},
            {"x_m", b.x_m},
            {"y_m", b.y_m},
            {"width_m", b.width_m},
            {"depth_m", b.depth_m},
            {"open_sides", b.open_sides},
            {"power_w", b.power_w},
            {"water", b.water},
            {"step_free", b.step_free}};
}

json::object write_exhibitor(const Exhibitor& e) {
    json::object out{{"name", e.name},     {"units", e.units},   {"line", e.line},
                     {"region", e.region}, {"points", e.points}, {"power_w", e.power_w}};
    if (e.water) out["water"] = true;
    if (e.step_free) out["step_free"] = true;
    if (e.zones) out["zones"] = list_of(*e.zones);
    out["wishes"] = list_of(e.wishes);
    if (e.corner) out["corner"] = true;
    if (!e.friends.empty()) out["friends"] = list_of(e.friends);
    out["competitors"] = list_of(e.competitors);
    return out;
}

json::object write_objective(const Objective& w) {
    return {{"placed", w.placed},
            {"wish", w.wish},
            {"corner", w.corner},
            {"competitor_beside", w.competitor_beside},
            {"competitor_facing", w.competitor_facing},
            {"friend", w.friend_},
            {"region", w.region},
            {"moved", w.moved}};
}

}  // namespace

std::string write_floor(const Floor& floor) {
    json::array booths;
    for (const Booth& booth : floor.booths) booths.push_back(write_booth(booth));
    json::array exhibitors;
    for (const Exhibitor& exhibitor : floor.exhibitors) exhibitors.push_back(write_exhibitor(exhibitor));
    json::object out{{"format", "hoicho-floor/1"}, {"name", floor.name}};
    out["booths"] = std::move(booths);
    out["beside"] = write_pairs(floor.beside);
    out["facing"] = write_pairs(floor.facing);
    out["exhibitors"] = std::move(exhibitors);
    out["objective"] = write_objective(floor.objective);
    return json::serialize(out) + "\n";
}

}  // namespace hoicho::scheduling::files
