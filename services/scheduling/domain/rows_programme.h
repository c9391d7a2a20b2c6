// Rows of programmes and runs: what a solver was asked, what it proposed, and what became of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "scheduling/domain/ids.h"

namespace hoicho::scheduling {

struct Placed {
    BuyerId buyer{};
    ExhibitorId exhibitor{};
    SlotId slot{};
    TableId table{};
    MeetingId kept{};      ///< the live meeting that this is and stays
    MeetingId moved{};     ///< the live meeting that comes here from elsewhere; neither: a new meeting
    SlotId from_slot{};    ///< of `moved`: where it was when the draft was made
    TableId from_table{};
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

struct PairOf {
    BuyerId buyer{};
    ExhibitorId exhibitor{};
};

/// A proof that these musts cannot all be held.
struct Clash {
    std::vector<PairOf> meetings;
    std::uint32_t more = 0;     ///< meetings of the proof beyond those listed
    BuyerId buyer{};            ///< whose seats they compete for, if `counted`; this one,
    ExhibitorId exhibitor{};    ///< this one, or neither: the tables
    std::uint32_t seats = 0;
    std::vector<SlotId> slots;  ///< of those seats; empty: a maximum binds
    bool counted = false;       ///< more meetings than seats (a Hall set); otherwise proven by search
    bool minimal = false;       ///< without any one of them the others fit
};

/// As v1::Verdict.
enum class Proven : std::uint8_t { not_tried = 0, optimal = 1, infeasible = 2, open = 3 };

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
    std::int64_t score_bound = 0;  ///< this and the next: known unless nothing was tried
    std::uint32_t gap_bound = 0;
    Proven verdict = Proven::not_tried;
    std::uint32_t satisfaction_min_millionths = 0;
    std::uint32_t satisfaction_mean_millionths = 0;
    std::uint32_t jain_millionths = 0;
    std::uint32_t musts_missing = 0;
    bool repair = false;
    std::uint32_t people_disturbed = 0;
    std::uint32_t unavoidable = 0;
    std::uint32_t moved = 0;      ///< live meetings that it moves,
    std::uint32_t cancelled = 0;  ///< and cancels
};

/// The long part of a programme; written once.
struct Draft {
    std::vector<Placed> meetings;
    std::vector<Missed> not_held;
    std::uint32_t not_held_more = 0;   ///< wishes whose reason is only told when asked for
    std::vector<MeetingId> cancelled;  ///< live meetings that publishing cancels
    std::vector<Clash> clashes;
};

/// Why a run ended without a draft.
struct RunFailure {
    std::uint32_t reason = 0;  ///< common.v1.Reason
    std::string subject;
    std::string value;
    std::string accepted;
};

struct ProgrammeRun {
    FairId fair{};
    std::uint64_t seed = 0;
    std::uint64_t steps = 0;
    ProgrammeId programme{};  ///< the first of its answers; 0: no result yet, or `failed`
    std::optional<std::uint32_t> disturbed_max{};  ///< of a repair; none: as many as the score asks for
    bool front = false;
    std::vector<ProgrammeId> others{};  ///< its further answers
    std::optional<RunFailure> failed{};

    bool done() const { return programme != ProgrammeId{} || failed; }
};

/// A request that got no booths.
struct UnplacedExhibitor {
    ExhibitorId exhibitor{};
    std::uint32_t reason = 0;  ///< common.v1.Reason
    std::string subject;
    std::string value;
    std::string accepted;
};

/// What an organiser fixed before the public value of a draw was known. Booths and requests are only ever added, and only runs give booths, so
/// three numbers say what the floor was.
struct DrawCommitment {
    std::string seed_sha256;  ///< 64 hex digits in lower case
    std::string floor_sha256;
    std::uint32_t booths = 0;    ///< of the fair
    std::uint32_t requests = 0;  ///< of the fair
    std::uint32_t held = 0;      ///< booths of the fair that were given already
};

/// A run by points and draw, with all that decides it.
struct Draw {
    DrawCommitment commitment;
    std::string secret_seed;
    std::string public_value;
};

struct AllocationRun {
    FairId fair{};
    std::uint64_t seed = 0;
    std::uint64_t steps = 0;
    bool done = false;
    std::int64_t score = 0;
    std::vector<UnplacedExhibitor> unplaced{};
    std::optional<Draw> draw{};  ///< none: by score
};

}  // namespace hoicho::scheduling
