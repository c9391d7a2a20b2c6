/// What a wish costs: by hand, then every proposed exchange carried out and judged by the referee.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scheduling/domain/programme/check.h"
#include "scheduling/domain/programme/explain.h"
#include "scheduling/domain/programme/random_repair.h"
#include "scheduling/domain/programme/small_fair.h"

namespace hoicho::scheduling::programme {
namespace {

using ::testing::ElementsAre;

Price price_of(const Instance& fair, std::vector<Entry> entries, int meeting) {
    return Explainer{fair, {.instance = "", .meetings = std::move(entries)}}.price(meeting);
}

TEST(Price, OfAWishThatFitsIsTheAdditionAlone) {
    const Price price = price_of(small_fair(), {held(van_ho, big_c, 0)}, meeting_of(van_ho, aeon));
    ASSERT_TRUE(price.found);
    ASSERT_EQ(price.changes.size(), 1U);
    EXPECT_EQ(price.changes.front().meeting, meeting_of(van_ho, aeon));
    EXPECT_EQ(price.changes.front().from_slot, -1);
    EXPECT_EQ(price.score_change, 200);  // ten points each ten, and AEON is no longer left out
}

TEST(Price, MovesTheMeetingInTheWayToItsBestOtherSlot) {
    Instance fair = small_fair();
    wish(fair, van_ho, aeon).slots = {0};
    const Price price = price_of(fair, {held(van_ho, big_c, 0), held(dong_trieu, big_c, 1)}, meeting_of(van_ho, aeon));
    EXPECT_THAT(price.changes, ElementsAre(Relocation{meeting_of(van_ho, aeon), -1, -1, 0, van_ho},
                                           Relocation{meeting_of(van_ho, big_c), 0, van_ho, 2, van_ho}));
    EXPECT_EQ(price.score_change, 200);
}

TEST(Price, DropsWhatIsWorthLessWhenNothingElseHelps) {
    Instance fair = small_fair();
    fair.slots.resize(1);
    wish(fair, van_ho, big_c).value = 4;
    const Price price = price_of(fair, {held(van_ho, big_c, 0)}, meeting_of(van_ho, aeon));
    EXPECT_THAT(price.changes, ElementsAre(Relocation{meeting_of(van_ho, aeon), -1, -1, 0, van_ho},
                                           Relocation{meeting_of(van_ho, big_c), 0, van_ho, -1, -1}));
    EXPECT_EQ(price.score_change, 60);  // ten for four points; one buyer is left out either way
}

TEST(Price, NeverDropsWhatMustBeHeld) {
    Instance fair = small_fair();
    fair.slots.resize(1);
    wish(fair, van_ho, big_c).must = true;
    EXPECT_FALSE(price_of(fair, {held(van_ho, big_c, 0)}, meeting_of(van_ho, aeon)).found);
}

TEST(Price, PushesAChainOfMeetingsWhereOneMoveIsNotEnough) {
    Instance fair = small_fair();
    fair.slots.resize(2);
    wish(fair, van_ho, aeon).slots = {0};
    // Van Ho meets Big C at 0; Big C meets Dong Trieu at 1, who could meet it at 0 instead.
    const Price price = price_of(fair, {held(van_ho, big_c, 0), held(dong_trieu, big_c, 1)}, meeting_of(van_ho, aeon));
    EXPECT_THAT(price.changes, ElementsAre(Relocation{meeting_of(van_ho, aeon), -1, -1, 0, van_ho},
                                           Relocation{meeting_of(van_ho, big_c), 0, van_ho, 1, van_ho},
                                           Relocation{meeting_of(dong_trieu, big_c), 1, dong_trieu, 0, dong_trieu}));
}

TEST(Price, HasNoneForWhatIsHeldOrImpossible) {
    Instance fair = small_fair();
    wish(fair, van_ho, coop).withdrawn = true;
    EXPECT_FALSE(price_of(fair, {held(van_ho, aeon, 0)}, meeting_of(van_ho, aeon)).found);
    EXPECT_FALSE(price_of(fair, {}, meeting_of(van_ho, coop)).found);
}

TEST(CarryOut, RefusesAProgrammeThatChangedMeanwhile) {
    const Price price{.found = true, .changes = {{meeting_of(van_ho, aeon), 0, van_ho, 1, van_ho}}};
    EXPECT_EQ(carry_out(price, {}), std::nullopt);
    const auto after = carry_out(price, {.instance = "", .meetings = {held(van_ho, aeon, 0)}});
    ASSERT_TRUE(after);
    EXPECT_THAT(after->meetings, ElementsAre(held(van_ho, aeon, 1)));
}

struct Tally {
    int asked = 0;
    int found = 0;
};

/// Carries out every exchange proposed for a programme and lets the referee judge it.
void judge_prices(const Instance& fair, const Programme& programme, const Programme* previous, Tally& tally) {
    const Judgement before = check(fair, programme, previous);
    Explainer explainer{fair, programme, previous};
    for (int m = 0; m < static_cast<int>(fair.meetings.size()); ++m) {
        SCOPED_TRACE("meeting " + std::to_string(m));
        const Finding finding = explainer.explain(m).finding;
        const Price price = explainer.price(m);
        if (finding == Finding::held || finding == Finding::impossible) {
            ASSERT_FALSE(price.found);
            continue;
        }
        ++tally.asked;
        tally.found += price.found;
        ASSERT_TRUE(price.found || finding != Finding::could_fit);
        if (!price.found) continue;
        ASSERT_EQ(price.changes.front().meeting, m);
        ASSERT_EQ(price.changes.size() == 1, finding == Finding::could_fit);
        const auto after = carry_out(price, programme);
        ASSERT_TRUE(after);
        const Judgement judged = check(fair, *after, previous);
        ASSERT_LE(judged.broken.size(), before.broken.size());
        ASSERT_EQ(judged.figures.score - before.figures.score, price.score_change);
        ASSERT_EQ(explainer.price(m).changes, price.changes) << "depends on what was asked before";
    }
}

TEST(Price, IsWhatTheRefereeCountsOnRandomFairs) {
    Tally tally;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const Instance fair = RandomFair{seed}.make();
        Programme programme = improve(fair, {}, seed, 500).programme;
        if (seed % 2 == 0 && programme.meetings.size() > 3) programme.meetings.resize(programme.meetings.size() - 3);
        judge_prices(fair, programme, nullptr, tally);
        if (HasFatalFailure()) return;
    }
    EXPECT_GT(tally.asked, 500);
    EXPECT_GT(tally.found * 100, tally.asked * 90);
}

TEST(Price, IsWhatTheRefereeCountsInTheMiddleOfAFair) {
    Tally tally;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const auto [fair, previous] = random_upset(seed);
        judge_prices(fair, improve(fair, previous, seed, 500, &previous).programme, &previous, tally);
        if (HasFatalFailure()) return;
    }
    EXPECT_GT(tally.asked, 400);
    EXPECT_GT(tally.found * 100, tally.asked * 80);
}

}  // namespace
}  // namespace hoicho::scheduling::programme
