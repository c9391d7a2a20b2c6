// Rows of programmes and runs: what a solver was asked, what it proposed, and what became of it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "scheduling/domain/ids.h"

namespace hoicho::scheduling {

struct Placed {
    BuyerId buyer{};
    ExhibitorId exhibitor{};
    SlotId slot{};
    TableId table{};
    MeetingId kept{};  ///< the live meeting that this is; 0: a new one
};

/// A wish without a meeting in a draft.
struct Missed {
    BuyerId buyer{};
    ExhibitorId exhibitor{};
    std::uint32_t reason = 0;  ///< common.v1.Reason
    std::string subject;
    std::string value;
    std::string accepted;
};

enum class ProgrammeStatus : std::uint8_t { draft = 1, published = 2 };

struct Programme {
    FairId fair{};
    ProgrammeRunId run{};
    ProgrammeStatus status = ProgrammeStatus::draft;
    MeetingId first_meeting{};  ///< once published: of the first new meeting
    std::uint32_t meetings = 0;
    std::uint32_t not_held = 0;
    std::int64_t score = 0;
    std::int64_t value = 0;
    std::int64_t value_bound = 0;
    std::uint64_t steps = 0;
    std::uint64_t seed = 0;
    std::uint32_t gaps = 0;
    std::uint32_t left_out = 0;
};

/// The long part of a programme; written once.
struct Draft {
    std::vector<Placed> meetings;
    std::vector<Missed> not_held;
};

struct ProgrammeRun {
    FairId fair{};
    std::uint64_t seed = 0;
    std::uint64_t steps = 0;
    ProgrammeId programme{};  ///< 0: no result yet
};

/// A request that got no booths.
struct UnplacedExhibitor {
    ExhibitorId exhibitor{};
    std::uint32_t reason = 0;  ///< common.v1.Reason
    std::string subject;
    std::string value;
    std::string accepted;
};

struct AllocationRun {
    FairId fair{};
    std::uint64_t seed = 0;
    std::uint64_t steps = 0;
    bool done = false;
    std::int64_t score = 0;
    std::vector<UnplacedExhibitor> unplaced;
};

}  // namespace hoicho::scheduling
