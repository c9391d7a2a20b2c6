// Poses a fair to the programme solver: an instance in the solver's words, with the way back to ids.
#pragma once

#include <vector>

#include "scheduling/domain/programme/instance.h"
#include "scheduling/domain/programme/programme.h"
#include "scheduling/domain/state.h"

namespace hoicho::scheduling {

/// Weights of the score; values of wishes are in wishes.h.
inline constexpr programme::Objective programme_objective{
    .value = 1, .gap = 3, .idle_slot = 1, .rushed = 10, .left_out = 60, .moved = 1'000, .cancelled = 1'000};
inline constexpr std::int64_t walk_between_halls_s = 120;
/// A pause longer than that between two slots is a night.
inline constexpr std::uint64_t night_ms_min = 5ULL * 3'600'000;

struct PosedProgramme {
    programme::Instance instance;
    programme::Programme live;  ///< the live meetings: the programme in force

    struct Tables {
        HallId hall{};
        std::vector<TableId> tables;
    };
    struct Of {
        MeetingId kept{};  ///< a live meeting; 0: a wish
        TableId table{};   ///< where the live meeting is
    };

    FairId fair{};
    std::vector<SlotId> slots;         ///< instance slot -> id
    std::vector<int> sessions;         ///< instance slot -> half-day, counted from 0
    std::vector<Party> participants;   ///< instance participant -> party
    std::vector<Tables> places;        ///< instance place (a hall's tables as one pool) -> its tables
    std::vector<Of> meetings;          ///< beside instance meetings
    std::vector<std::vector<std::uint32_t>> half_day_max;  ///< participant, half-day -> meetings at most; 0: no maximum
};

/// Everyone with a wish or a live meeting, every slot, every hall with tables. Live meetings must be held in their slot; wishes may be held
/// in slots that begin after `now_ms`. The instance is always feasible: the live meetings alone keep its rules.
PosedProgramme pose_programme(const State& state, FairId fair, std::uint64_t now_ms);

}  // namespace hoicho::scheduling
