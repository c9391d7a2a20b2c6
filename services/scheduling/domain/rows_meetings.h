// Rows of meetings and requests, and the keys under which their rules are looked up.
#pragma once

#include <cstdint>
#include <string>
#include <utility>

#include "scheduling/domain/ids.h"

namespace hoicho::scheduling {

enum class MeetingStatus : std::uint8_t { scheduled = 1, cancelled = 2 };

struct Meeting {
    FairId fair{};
    BuyerId buyer{};
    ExhibitorId exhibitor{};
    TableId table{};
    SlotId slot{};
    MeetingStatus status = MeetingStatus::scheduled;
    RequestId request{};      ///< 0: nobody asked for it
    ProgrammeId programme{};  ///< 0: not of a programme
};

enum class RequestStatus : std::uint8_t { open = 1, accepted = 2, declined = 3, expired = 4 };

struct Request {
    FairId fair{};
    BuyerId buyer{};
    ExhibitorId exhibitor{};
    SlotId slot{};
    Side from = Side::none;
    RequestStatus status = RequestStatus::open;
    std::uint64_t expires_at_ms = 0;  ///< the first moment it is no longer open
    std::string cause;                ///< of a decline
};

/// A buyer and an exhibitor of one fair.
struct Pair {
    FairId fair{};
    BuyerId buyer{};
    ExhibitorId exhibitor{};
    friend bool operator==(const Pair&, const Pair&) = default;
};

/// A party in a slot.
struct Seat {
    SlotId slot{};
    Side side = Side::none;
    std::uint32_t party = 0;
    friend bool operator==(const Seat&, const Seat&) = default;
};

/// A party's slots lie beside each other (kernel/table.h).
inline std::pair<std::uint64_t, std::uint32_t> near_key(const Seat& seat) {
    return {static_cast<std::uint64_t>(seat.side) << 32 | seat.party, number(seat.slot)};
}

/// A table in a slot: holds one meeting at most.
struct TableSlot {
    TableId table{};
    SlotId slot{};
    friend bool operator==(const TableSlot&, const TableSlot&) = default;
};

inline std::pair<std::uint64_t, std::uint32_t> near_key(const TableSlot& at) { return {number(at.table), number(at.slot)}; }

/// A party in a half-day of a fair.
struct HalfDay {
    FairId fair{};
    std::uint32_t session = 0;
    Side side = Side::none;
    std::uint32_t party = 0;
    friend bool operator==(const HalfDay&, const HalfDay&) = default;
};

/// A slot that one of a pair was asked about.
struct Asked {
    SlotId slot{};
    BuyerId buyer{};
    ExhibitorId exhibitor{};
    friend bool operator==(const Asked&, const Asked&) = default;
};

/// Live meetings counted under some key. `ids` is the xor of their ids: the id itself while there is one, and the same in whatever order
/// they came and went, so that a table derived anew equals one that was folded.
struct Held {
    std::uint32_t count = 0;
    std::uint32_t ids = 0;
};

}  // namespace hoicho::scheduling
