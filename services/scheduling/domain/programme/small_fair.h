/// A fair small enough to check by hand, for tests: three exhibitors' booths, three buyers, one morning of four slots.
#pragma once

#include "scheduling/domain/programme/instance.h"
#include "scheduling/domain/programme/programme.h"

namespace hoicho::scheduling::programme {

inline constexpr int van_ho = 0;  ///< Exhibitors with their booths, place = participant.
inline constexpr int dong_trieu = 1;
inline constexpr int moc_chau = 2;
inline constexpr int aeon = 3;  ///< Buyers who walk.
inline constexpr int big_c = 4;
inline constexpr int coop = 5;

/// Booths 0 and 1 share a zone; booth 2 is five minutes away and the pause is three. Meetings are numbered 3 x
/// exhibitor + buyer - 3, each worth 10 points.
inline Instance small_fair() {
    Instance fair{.name = "small fair",
                  .slots = {},
                  .zones = {},
                  .walk_s = {},
                  .places = {},
                  .participants = {},
                  .meetings = {},
                  .limits = {},
                  .objective = {}};
    for (int t = 0; t < 4; ++t) fair.slots.push_back({.day = 1, .start_s = t * 1'380, .duration_s = 1'200});
    fair.zones = {{"hall"}, {"yard"}};
    fair.walk_s = {{30, 300}, {300, 30}};
    for (const char* name : {"HTX Van Ho", "HTX Dong Trieu", "HTX Moc Chau", "AEON", "Big C", "Co.op"})
        fair.participants.push_back({.name = name});
    for (const int exhibitor : {van_ho, dong_trieu, moc_chau}) {
        fair.participants[static_cast<std::size_t>(exhibitor)].count_gaps = false;
        fair.places.push_back(
            {.name = "booth", .zone = exhibitor == moc_chau ? 1 : 0, .capacity = 1, .owner = exhibitor});
        for (const int buyer : {aeon, big_c, coop}) fair.meetings.push_back({.a = exhibitor, .b = buyer, .value = 10});
    }
    fair.objective = {
        .value = 10, .gap = 15, .idle_slot = 1, .rushed = 20, .left_out = 100, .moved = 30, .cancelled = 100};
    return fair;
}

inline int meeting_of(int exhibitor, int buyer) { return 3 * exhibitor + buyer - 3; }

/// The exhibitor receives the buyer at its booth.
inline Entry held(int exhibitor, int buyer, int slot) { return {meeting_of(exhibitor, buyer), slot, exhibitor}; }

inline Meeting& wish(Instance& fair, int exhibitor, int buyer) {
    return fair.meetings[static_cast<std::size_t>(meeting_of(exhibitor, buyer))];
}
inline Participant& person(Instance& fair, int p) { return fair.participants[static_cast<std::size_t>(p)]; }

}  // namespace hoicho::scheduling::programme
