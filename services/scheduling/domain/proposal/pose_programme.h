// Poses a fair to the programme solver: an instance in the solver's words, with the way back to ids.
#pragma once

#include <optional>
#include <vector>

#include "scheduling/domain/programme/instance.h"
#include "scheduling/domain/programme/programme.h"
#include "scheduling/domain/state.h"

namespace hoicho::scheduling {

/// Weights of the score; values of wishes are in wishes.h.
inline constexpr programme::Objective programme_objective{
    .value = 1, .gap = 3, .idle_slot = 1, .rushed = 10, .left_out = 60, .moved = 30, .cancelled = 150};
inline constexpr std::int64_t walk_between_halls_s = 120;
/// A pause longer than that between two slots is a night.
inline constexpr std::uint64_t night_ms_min = 5ULL * 3'600'000;

struct PosedProgramme {
    programme::Instance instance;
    programme::Programme live;  ///< the live meetings: the programme in force
    bool repair = false;        ///< live meetings that have not begun may move and end

    struct Tables {
        HallId hall{};
        std::vector<TableId> tables;
    };
    struct Of {
        MeetingId kept{};   ///< a live meeting; 0: a wish
        TableId table{};    ///< where the live meeting is
        bool must = false;  ///< one of the two says it must be held
    };

    FairId fair{};
    std::vector<SlotId> slots;         ///< instance slot -> id
    std::vector<int> sessions;         ///< instance slot -> half-day, counted from 0
    std::vector<Party> participants;   ///< instance participant -> party
    std::vector<Tables> places;        ///< instance place (a hall's tables as one pool) -> its tables
    std::vector<Of> meetings;          ///< beside instance meetings
    std::vector<std::vector<std::uint32_t>> half_day_max;  ///< participant, half-day -> meetings at most; 0: no maximum
};

/// Everyone with a wish or a live meeting, every slot, every hall with tables. Wishes may be held in slots that begin after `now_ms`; those
/// that somebody marked as musts are musts, whether or not they fit together (settle_musts.h).
///
/// While no programme of the fair is published, live meetings must be held in their slot, whatever was told since: they alone keep the rules.
/// Afterwards the fair is posed for a repair: slots that have begun are the past, and live meetings in the others are wishes that cost when they
/// move or end. Those that cannot stand (a never, nobody there any more) cannot stand in the instance either.
PosedProgramme pose_programme(const State& state, FairId fair, std::uint64_t now_ms);

/// Meetings of a draft in the numbers of the instance, by meeting; nullopt where one is neither a live meeting nor a wish of the fair as posed.
std::optional<programme::Programme> programme_in(const PosedProgramme& posed, const std::vector<Placed>& meetings);

}  // namespace hoicho::scheduling
