/// The booths of a hall, the exhibitors who want them, and who got which (`hoicho-floor/1`, `hoicho-allocation/1`, same
/// names as the JSON).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace hoicho::scheduling::floor {

inline constexpr int booths_max = 10'000;
inline constexpr int exhibitors_max = 10'000;
inline constexpr int units_max = 16;      ///< Booths joined into one stand.
inline constexpr int wishes_max = 5;      ///< Booths wished for, best first.
inline constexpr int links_max = 40'000;  ///< Shared walls, and pairs across an aisle.
inline constexpr int fellows_max = 200;   ///< Friends or competitors of one exhibitor.
inline constexpr int zones_max = 1'000;
inline constexpr int points_max = 1'000'000'000;  ///< Seniority; as low below nought.
inline constexpr std::int64_t weight_max = 1'000'000;

struct Booth {
    std::string name{};
    int zone = 0;
    double x_m = 0;  ///< Position and size are for drawing; no rule reads them.
    double y_m = 0;
    double width_m = 0;
    double depth_m = 0;
    int open_sides = 1;  ///< 1..4; more than one is a corner.
    int power_w = 0;
    bool water = false;
    bool step_free = true;
};

struct Exhibitor {
    std::string name{};
    int units = 1;  ///< Joined booths wanted.
    int line = 0;   ///< Product line. Informative.
    int region = 0;
    int points = 0;  ///< Seniority.
    int power_w = 0;
    bool water = false;
    bool step_free = false;
    std::optional<std::vector<int>> zones{};  ///< The only zones allowed; none: all.
    std::vector<int> wishes;                  ///< Booths, best first.
    bool corner = false;
    std::vector<int> friends;
    std::vector<int> competitors;
};

/// Weights of the score. The competitors' and `moved` are subtracted.
struct Objective {
    std::int64_t placed = 0;
    std::int64_t wish = 0;
    std::int64_t corner = 0;
    std::int64_t competitor_beside = 0;
    std::int64_t competitor_facing = 0;
    std::int64_t friend_ = 0;  ///< `friend` in the JSON.
    std::int64_t region = 0;
    std::int64_t moved = 0;
};

using Pair = std::array<int, 2>;

/// Every index is zero-based and is the position in its list.
struct Floor {
    std::string name{};
    std::vector<Booth> booths;
    std::vector<Pair> beside;  ///< Booths that share a wall and can be joined: consecutive numbers.
    std::vector<Pair> facing;  ///< Booths across an aisle.
    std::vector<Exhibitor> exhibitors;
    Objective objective;
};

struct Stand {
    int exhibitor = 0;
    std::vector<int> booths;

    friend bool operator==(const Stand&, const Stand&) = default;
};

/// An exhibitor may stay unplaced.
struct Allocation {
    std::string floor;  ///< Name of the floor; empty: not said.
    std::vector<Stand> allocations;

    friend bool operator==(const Allocation&, const Allocation&) = default;
};

}  // namespace hoicho::scheduling::floor
