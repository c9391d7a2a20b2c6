/// Floors for tests: a small one to count by hand, and random ones in the style of a real hall.
#pragma once

#include "scheduling/domain/floor/floor.h"
#include "scheduling/domain/programme/random.h"

namespace hoicho::scheduling::floor {

/// Two rows of three booths across an aisle: 0 1 2 / 3 4 5.
inline Floor small_floor(int exhibitors) {
    Floor floor{.name = "small floor",
                .booths = std::vector<Booth>(6),
                .beside = {{0, 1}, {1, 2}, {3, 4}, {4, 5}},
                .facing = {{0, 3}, {1, 4}, {2, 5}},
                .exhibitors = std::vector<Exhibitor>(static_cast<std::size_t>(exhibitors)),
                .objective = {}};
    for (int e = 0; e < exhibitors; ++e) floor.exhibitors[static_cast<std::size_t>(e)].region = e;
    floor.objective = {.placed = 100,
                       .wish = 10,
                       .corner = 15,
                       .competitor_beside = 40,
                       .competitor_facing = 15,
                       .friend_ = 20,
                       .region = 6,
                       .moved = 25};
    return floor;
}

/// Floors in the style of a real hall, with every kind of need. The seed alone repeats a floor.
inline Floor random_floor(std::uint64_t seed) {
    programme::Random random{seed};
    const int per_row = 3 + random.below(6);
    const int rows = 2 + random.below(4);
    Floor floor;
    floor.name = "random floor";
    floor.objective = small_floor(0).objective;
    for (int i = 0; i < rows * per_row; ++i) {
        const int column = i % per_row;
        floor.booths.push_back({.name = "b",
                                .zone = random.below(3),
                                .open_sides = column == 0 ? 2 : 1,
                                .power_w = random.below(4) == 0 ? 6'000 : 2'200,
                                .water = random.below(3) == 0,
                                .step_free = random.below(8) != 0});
        if (column > 0) floor.beside.push_back({i - 1, i});
        if (i >= per_row && i / per_row % 2 == 1) floor.facing.push_back({i - per_row, i});
    }
    const int exhibitors = rows * per_row * (2 + random.below(3)) / 4;
    for (int e = 0; e < exhibitors; ++e) {
        Exhibitor x{.name = "e",
                    .units = 1 + (random.below(4) == 0) + (random.below(10) == 0),
                    .region = random.below(3),
                    .points = random.below(1'000),
                    .power_w = random.below(8) == 0 ? 5'000 : 1'500,
                    .water = random.below(8) == 0,
                    .step_free = random.below(8) == 0,
                    .wishes = {},
                    .friends = {},
                    .competitors = {}};
        for (int i = 0; i < random.below(6); ++i) x.wishes.push_back(random.below(rows * per_row));
        if (random.below(6) == 0) x.zones = {random.below(3)};
        x.corner = random.below(3) == 0;
        for (int i = 0; i < 3 && exhibitors > 1; ++i)
            x.competitors.push_back((e + 1 + random.below(exhibitors - 1)) % exhibitors);
        if (random.below(3) == 0 && exhibitors > 1)
            x.friends.push_back((e + 1 + random.below(exhibitors - 1)) % exhibitors);
        floor.exhibitors.push_back(x);
    }
    return floor;
}

}  // namespace hoicho::scheduling::floor
