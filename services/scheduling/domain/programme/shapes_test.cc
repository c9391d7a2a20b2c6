/// Fairs that are no usual fair: one-sided, lumpy, all musts, no tables, one slot, everybody away, crowded stands.
#include <gtest/gtest.h>

#include "scheduling/domain/programme/anneal.h"
#include "scheduling/domain/programme/check.h"
#include "scheduling/domain/programme/construct.h"

namespace hoicho::scheduling::programme {
namespace {

constexpr std::uint64_t steps = 20'000;

/// People who all know each other's wishes, one pool of tables, one day of slots of 20 minutes.
struct Shape {
    explicit Shape(int people, int slots, int tables) {
        fair.objective = {.value = 10, .gap = 15, .idle_slot = 1, .rushed = 20, .left_out = 100};
        for (int t = 0; t < slots; ++t) fair.slots.push_back({.day = 1, .start_s = t * 1'380, .duration_s = 1'200});
        fair.zones = {{"hall"}};
        fair.walk_s = {{30}};
        fair.participants.resize(static_cast<std::size_t>(people));
        if (tables > 0) fair.places.push_back({.name = "tables", .zone = 0, .capacity = tables});
    }

    void wish(int a, int b, std::int64_t value) { fair.meetings.push_back({.a = a, .b = b, .value = value}); }

    /// Everybody of the first with everybody of the rest.
    void two_sides(int exhibitors) {
        for (int a = 0; a < exhibitors; ++a)
            for (int b = exhibitors; b < static_cast<int>(fair.participants.size()); ++b) wish(a, b, 1 + (a + b) % 7);
    }

    Figures search() const {
        const Reduced reduced = reduce(fair, nullptr);
        State state{reduced, penalties_for(reduced)};
        construct(state, {});
        Random random{1};
        anneal(state, random, schedule_for(reduced, steps, false));
        Programme programme;
        for (int m = 0; m < reduced.meetings; ++m)
            if (state.held(m)) programme.meetings.push_back({m, state.slot_of(m), state.place_of(m)});
        const Judgement judgement = check(fair, programme);
        EXPECT_EQ(judgement.figures.score, state.score());
        for (const Broken& broken : judgement.broken) ADD_FAILURE() << name_of(broken.rule);
        return judgement.figures;
    }

    Instance fair{};
};

TEST(Shapes, OneSidedEverybodyMeetsEverybodyAsInARoundRobin) {
    Shape shape{8, 7, 4};
    for (int a = 0; a < 8; ++a)
        for (int b = a + 1; b < 8; ++b) shape.wish(a, b, 5);
    EXPECT_GE(shape.search().meetings_held, 26);  // 28 in a perfect round robin
}

TEST(Shapes, LumpyThePopularOneIsFullAndItsBestWishesAreMet) {
    Shape shape{21, 5, 20};
    for (int b = 1; b <= 20; ++b) shape.wish(0, b, b);
    const Figures figures = shape.search();
    EXPECT_EQ(figures.meetings_held, 5);
    EXPECT_EQ(figures.value_held, 20 + 19 + 18 + 17 + 16);
}

TEST(Shapes, AllMustsAreHeldWhereTheyFit) {
    Shape shape{10, 6, 5};
    shape.two_sides(5);
    for (Meeting& meeting : shape.fair.meetings) meeting.must = true;
    EXPECT_EQ(shape.search().meetings_held, 25);
}

TEST(Shapes, WithoutPlacesNothingIsHeld) {
    Shape shape{10, 6, 0};
    shape.two_sides(5);
    EXPECT_EQ(shape.search().meetings_held, 0);
}

TEST(Shapes, InOneSlotItIsAMatching) {
    Shape shape{8, 1, 10};
    shape.two_sides(4);
    const Figures figures = shape.search();
    EXPECT_EQ(figures.meetings_held, 4);
    EXPECT_EQ(figures.gaps, 0);
}

TEST(Shapes, WhereEverybodyIsAwayNobodyIsLeftOut) {
    Shape shape{6, 3, 3};
    shape.two_sides(3);
    for (Participant& person : shape.fair.participants) person.delegates.front().unavailable = {0, 1, 2};
    const Figures figures = shape.search();
    EXPECT_EQ(figures.meetings_held, 0);
    EXPECT_EQ(figures.score, 0);
}

TEST(Shapes, TenDelegatesMeetTenAtOnce) {
    Shape shape{31, 3, 10};
    shape.fair.participants.front().delegates.resize(10);
    for (int b = 1; b <= 30; ++b) shape.wish(0, b, 3);
    EXPECT_EQ(shape.search().meetings_held, 30);
}

TEST(Shapes, AnEmptyFairIsSearchedWithoutHarm) { EXPECT_EQ(Shape(0, 0, 0).search().meetings_held, 0); }

}  // namespace
}  // namespace hoicho::scheduling::programme
