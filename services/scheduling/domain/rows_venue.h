// Rows of the venue: halls, slots, tables, booths, and what exhibitors ask of the floor. They are opened once and do not change.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "scheduling/domain/ids.h"

namespace hoicho::scheduling {

struct Hall {
    FairId fair{};
    std::string code;
    std::string title_vi;
    bool indoor = false;
    std::uint32_t width_cm = 0;
    std::uint32_t depth_cm = 0;
};

/// [starts_at_ms, ends_at_ms)
struct Slot {
    FairId fair{};
    std::uint32_t session = 0;  ///< half-day
    std::uint64_t starts_at_ms = 0;
    std::uint64_t ends_at_ms = 0;
    std::string code;
};

struct Table {
    FairId fair{};
    HallId hall{};
    std::uint32_t seats = 0;
    std::string code;
    std::vector<std::string> features;
};

struct Booth {
    FairId fair{};
    HallId hall{};
    std::string code;
    std::string kind;
    std::uint32_t x_cm = 0;
    std::uint32_t y_cm = 0;
    std::uint32_t width_cm = 0;
    std::uint32_t depth_cm = 0;
    std::uint32_t open_sides = 0;
    std::uint32_t power_kw = 0;
    bool water = false;
    std::int64_t price_vnd = 0;
    std::vector<std::string> neighbours;  ///< codes of booths of the same hall that share a wall
};

struct BoothRequest {
    FairId fair{};
    ExhibitorId exhibitor{};
    std::string code;
    std::string kind;  ///< empty: any
    std::uint32_t booths = 0;
    std::uint32_t power_kw = 0;
    bool water = false;
    bool near_delegation = false;
    bool may_share = false;
    std::uint32_t best_rating = 0;
    std::int32_t submitted_on = 0;
    std::vector<ExhibitorId> not_next_to;
};

/// Who was given a booth, by which run.
struct BoothHolder {
    ExhibitorId exhibitor{};
    AllocationRunId run{};
};

/// What lies in a fair: found at once instead of by walking all years' rows. Derived.
struct Venue {
    std::vector<HallId> halls;
    std::vector<SlotId> slots;  ///< by time
    std::vector<TableId> tables;
    std::vector<BoothId> booths;
};

struct BoothRequestKey {
    FairId fair{};
    ExhibitorId exhibitor{};
    friend bool operator==(const BoothRequestKey&, const BoothRequestKey&) = default;
};

}  // namespace hoicho::scheduling
