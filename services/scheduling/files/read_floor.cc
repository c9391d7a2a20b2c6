/// Reads `hoicho-floor/1`.
#include "scheduling/domain/floor/validate.h"
#include "scheduling/files/floor_file.h"
#include "scheduling/files/node.h"

namespace hoicho::scheduling::files {
namespace {

using namespace floor;

Booth read_booth(const Node& node) {
    node.only({"name", "zone", "x_m", "y_m", "width_m", "depth_m", "open_sides", "power_w", "water", "step_free"});
    return {.name = node.at("name").text(),
            .zone = node.at("zone").number(),
            .x_m = node.at("x_m").real(),
            .y_m = node.at("y_m").real(),
            .width_m = node.at("width_m").real(),
            .depth_m = node.at("depth_m").real(),
            .open_sides = node.at("open_sides").number(),
            .power_w = node.at("power_w").number(),
            .water = node.at("water").boolean(),
            .step_free = node.at("step_free").boolean()};
}

Pair read_pair(const Node& node) {
    const std::vector<int> numbers = node.numbers();
    if (numbers.size() == 2) return {numbers[0], numbers[1]};
    node.complain("is no pair of booths");
    return {};
}

Exhibitor read_exhibitor(const Node& node) {
    node.only({"name", "units", "line", "region", "points", "power_w", "water", "step_free", "zones", "wishes",
               "corner", "friends", "competitors"});
    Exhibitor out;
    out.name = node.at("name").text();
    out.units = node.at("units").number();
    out.line = node.at("line").number();
    out.region = node.at("region").number();
    out.points = node.at("points").number();
    out.power_w = node.at("power_w").number();
    if (const auto water = node.find("water")) out.water = water->boolean();
    if (const auto step_free = node.find("step_free")) out.step_free = step_free->boolean();
    if (const auto zones = node.find("zones")) out.zones = zones->numbers();
    if (const auto wishes = node.find("wishes")) out.wishes = wishes->numbers();
    if (const auto corner = node.find("corner")) out.corner = corner->boolean();
    if (const auto friends = node.find("friends")) out.friends = friends->numbers();
    if (const auto competitors = node.find("competitors")) out.competitors = competitors->numbers();
    return out;
}

Objective read_objective(const Node& node) {
    node.only({"placed", "wish", "corner", "competitor_beside", "competitor_facing", "friend", "region", "moved"});
    const auto weight = [&](std::string_view key) {
        const auto member = node.find(key);
        return member ? member->whole() : 0;
    };
    return {.placed = weight("placed"),
            .wish = weight("wish"),
            .corner = weight("corner"),
            .competitor_beside = weight("competitor_beside"),
            .competitor_facing = weight("competitor_facing"),
            .friend_ = weight("friend"),
            .region = weight("region"),
            .moved = weight("moved")};
}

}  // namespace

Read<Floor> read_floor(std::string_view text) {
    const auto document = parse(text, "hoicho-floor/1");
    if (!document) return document.error();
    Complaints complaints;
    const Node root{*document, complaints};
    root.only({"format", "name", "booths", "beside", "facing", "exhibitors", "objective"});
    Floor out;
    out.name = root.at("name").text();
    root.at("booths").each([&](const Node& item) { out.booths.push_back(read_booth(item)); });
    root.at("beside").each([&](const Node& item) { out.beside.push_back(read_pair(item)); });
    root.at("facing").each([&](const Node& item) { out.facing.push_back(read_pair(item)); });
    root.at("exhibitors").each([&](const Node& item) { out.exhibitors.push_back(read_exhibitor(item)); });
    out.objective = read_objective(root.at("objective"));
    if (complaints.empty()) complaints = validate(out);
    if (!complaints.empty()) return complaints;
    return out;
}

}  // namespace hoicho::scheduling::files
