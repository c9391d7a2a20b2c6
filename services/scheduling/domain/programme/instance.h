/// What a programme has to respect and what it is worth: the fair as the solver sees it (`hoicho-instance/1`, same
/// names as its JSON).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace hoicho::scheduling::programme {

inline constexpr int slots_max = 256;
inline constexpr int slots_per_day_max = 64;  ///< A day of one participant is one 64-bit mask.
inline constexpr int days_max = 16;
inline constexpr int zones_max = 256;
inline constexpr int places_max = 5'000;
inline constexpr int participants_max = 20'000;
inline constexpr int delegates_max = 32;             ///< Of one participant.
inline constexpr int delegates_total_max = 100'000;  ///< Of all: each has a seat in every slot.
inline constexpr int meetings_max = 200'000;
inline constexpr int capacity_max = 60'000;
inline constexpr std::int64_t value_max = 1'000'000;   ///< Of one meeting.
inline constexpr std::int64_t weight_max = 1'000'000;  ///< With value_max, no score leaves 64 bits.
inline constexpr std::int64_t seconds_max = 100'000'000;
inline constexpr double pace_max = 100.0;

/// One meeting length. Slots are numbered in the order of time over all days.
struct Slot {
    int day = 0;
    std::int64_t start_s = 0;  ///< Seconds since 1970 in UTC.
    std::int64_t duration_s = 0;
};

struct Zone {
    std::string name{};
};

/// A booth, or a pool of equal tables.
struct Place {
    std::string name{};
    int zone = 0;
    int capacity = 1;  ///< Meetings at once.
    bool step_free = true;
    std::optional<int> owner{};  ///< Participant.
    std::vector<int> closed{};   ///< Slots.
};

struct Delegate {
    std::vector<int> unavailable{};  ///< Slots.
};

enum class Side : std::uint8_t { any, exhibitor, buyer };

struct Participant {
    std::string name{};
    Side side = Side::any;
    std::vector<Delegate> delegates{1};
    std::optional<int> max_meetings{};
    bool count_gaps = true;  ///< False for staff who wait at their own booth.
    bool step_free = false;  ///< Needs step-free places.
    double pace = 1.0;       ///< Factor on walking time.
    bool no_rush = false;
};

/// A wished pair.
struct Meeting {
    int a = 0;
    int b = 0;
    std::optional<int> rank_a{};  ///< 1: first wish of a; none: a did not ask. Informative.
    std::optional<int> rank_b{};
    std::int64_t value = 0;
    bool must = false;
    std::optional<std::vector<int>> slots{};  ///< The only slots allowed; none: all.
    std::vector<int> after{};                 ///< Meetings that lie in an earlier slot, if both are held.
    bool withdrawn = false;
};

struct Limits {
    std::optional<int> max_gap_spread;  ///< Most gaps minus fewest gaps over all who count gaps.
};

/// Weights of the score. All but `value` are subtracted.
struct Objective {
    std::int64_t value = 0;
    std::int64_t gap = 0;
    std::int64_t idle_slot = 0;
    std::int64_t rushed = 0;
    std::int64_t left_out = 0;
    std::int64_t moved = 0;
    std::int64_t cancelled = 0;
};

/// Every index is zero-based and is the position in its list.
struct Instance {
    std::string name{};
    std::vector<Slot> slots;
    std::vector<Zone> zones;
    std::vector<std::vector<std::int64_t>> walk_s;  ///< zones x zones, at pace 1.
    std::vector<Place> places;
    std::vector<Participant> participants;
    std::vector<Meeting> meetings;
    Limits limits;
    int freeze_before_slot = 0;  ///< With a previous programme, everything before this slot is the past.
    Objective objective;
};

}  // namespace hoicho::scheduling::programme
