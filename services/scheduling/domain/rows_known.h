// Rows of what scheduling has heard from registration and matching. Only their events write them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "scheduling/domain/ids.h"

namespace hoicho::scheduling {

struct Fair {
    std::string code;
    std::uint32_t booths_per_exhibitor_max = 0;          ///< 0: no rule
    std::uint32_t meetings_per_delegate_half_day_max = 0;  ///< 0: no rule; a representative's own maximum goes first
};

/// What the floor wants to know of an exhibitor.
struct Exhibitor {
    std::string province_code;
    std::string commune_code;
    std::uint32_t ocop_group = 0;  ///< of its first product; 0: none yet
};

/// A buyer or an exhibitor.
struct Party {
    Side side = Side::none;
    std::uint32_t id = 0;
    friend bool operator==(const Party&, const Party&) = default;
};
constexpr Party party(BuyerId id) { return {Side::buyer, static_cast<std::uint32_t>(id)}; }
constexpr Party party(ExhibitorId id) { return {Side::exhibitor, static_cast<std::uint32_t>(id)}; }

struct PartInFair {
    FairId fair{};
    Side side = Side::none;
    std::uint32_t party = 0;
    friend bool operator==(const PartInFair&, const PartInFair&) = default;
};
struct Participation {
    bool wants_meetings = false;
    std::uint32_t delegation = 0;
};

/// [starts_at_ms, ends_at_ms)
struct Window {
    std::uint64_t starts_at_ms = 0;
    std::uint64_t ends_at_ms = 0;
};

struct Delegate {
    std::uint32_t half_day_max = 0;  ///< 0: the fair's rule
    std::vector<Window> windows;     ///< empty: always there
};

/// Everyone who may come for a party, in the order of registration.
struct Delegates {
    std::vector<Delegate> people;
};

enum class Level : std::uint8_t { none = 0, must = 1, want = 2, never = 3 };

/// What each side of a pair wishes.
struct Interest {
    Level buyer = Level::none;
    Level exhibitor = Level::none;
};

}  // namespace hoicho::scheduling
