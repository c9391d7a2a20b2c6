// halls.jsonl and booths.jsonl: islands of two rows back to back, ten booths long, corners at both ends.
#include <algorithm>

#include "hoicho/sample/sample.h"

namespace hoicho::sample {
namespace {

constexpr std::size_t columns = 10;
constexpr std::size_t booths_per_island = 2 * columns;
constexpr int booth_cm = 300;
constexpr int aisle_cm = 300;
constexpr int island_width_cm = static_cast<int>(columns) * booth_cm;
constexpr int island_depth_cm = 2 * booth_cm;
constexpr int islands_abreast = 2;

struct Hall {
    std::string id;
    std::size_t booths = 0;

    std::size_t islands() const { return (booths + booths_per_island - 1) / booths_per_island; }
    std::size_t on_island(std::size_t island) const {
        return std::min(booths_per_island, booths - island * booths_per_island);
    }
    std::string booth_id(std::size_t island, std::size_t at) const {
        return id + "-" + static_cast<char>('A' + island) + padded(static_cast<int>(at) + 1, 2);
    }
};

/// A last island may be shorter: both of its rows are as long as they can be.
std::size_t row_length(const Hall& hall, std::size_t island) { return (hall.on_island(island) + 1) / 2; }

std::vector<std::string> neighbours(const Hall& hall, std::size_t island, std::size_t at) {
    const auto count = hall.on_island(island), length = row_length(hall, island);
    const auto column = at % length;
    std::vector<std::string> beside;
    if (column > 0) beside.push_back(hall.booth_id(island, at - 1));
    if (column + 1 < length && at + 1 < count) beside.push_back(hall.booth_id(island, at + 1));
    const auto back = at < length ? at + length : at - length;
    if (back < count) beside.push_back(hall.booth_id(island, back));
    std::sort(beside.begin(), beside.end());
    return beside;
}

void make_booth(Sample& sample, const Hall& hall, std::size_t island, std::size_t at, Random& random) {
    const auto length = row_length(hall, island);
    const auto row = static_cast<int>(at / length), column = static_cast<int>(at % length);
    const bool corner = column == 0 || column + 1 == static_cast<int>(length) || at + 1 == hall.on_island(island);
    const int across = static_cast<int>(island) % islands_abreast, along = static_cast<int>(island) / islands_abreast;
    JsonLine line;
    line.text("booth_id", hall.booth_id(island, at))
        .text("hall_id", hall.id)
        .number("island", static_cast<std::int64_t>(island));
    line.number("row", row).number("col", column);
    line.number("x_cm", aisle_cm + across * (island_width_cm + aisle_cm) + column * booth_cm);
    line.number("y_cm", aisle_cm + along * (island_depth_cm + aisle_cm) + row * booth_cm);
    line.number("width_cm", booth_cm).number("depth_cm", booth_cm).text("kind", corner ? "CORNER" : "STANDARD");
    line.number("open_sides", corner ? 2 : 1)
        .number("power_kw", random.chance(40) ? 5 : 2)
        .flag("water", random.chance(20));
    line.number("price_vnd", corner ? 11'500'000 : 9'000'000).texts("neighbours", neighbours(hall, island, at));
    sample.line("booths", line);
}

void make_hall(Sample& sample, const Hall& hall, Random& random) {
    const int rows = (static_cast<int>(hall.islands()) + islands_abreast - 1) / islands_abreast;
    JsonLine entrance;
    entrance.number("x_cm", 0).number("y_cm", 0).text("kind", "MAIN");
    JsonLine line;
    line.text("hall_id", hall.id).text("name_vi", "Nhà " + hall.id.substr(1)).flag("indoor", true);
    line.number("width_cm", aisle_cm + islands_abreast * (island_width_cm + aisle_cm));
    line.number("depth_cm", aisle_cm + rows * (island_depth_cm + aisle_cm)).objects("entrances", {entrance});
    sample.line("halls", line);
    for (std::size_t island = 0; island < hall.islands(); ++island)
        for (std::size_t at = 0; at < hall.on_island(island); ++at) make_booth(sample, hall, island, at, random);
}

}  // namespace

void make_floor(Sample& sample) {
    auto random = sample.random("floor");
    const auto per_hall = sample.plan.booths / sample.plan.halls;
    for (std::size_t hall = 1; hall <= sample.plan.halls; ++hall)
        make_hall(sample, {"H" + std::to_string(hall), per_hall}, random);
}

}  // namespace hoicho::sample
