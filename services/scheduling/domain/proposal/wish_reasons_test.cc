// A wish that is not held is told what stands in each slot, half-day maxima included, and what holding it would take.
#include "scheduling/domain/proposal/wish_reasons.h"

#include "scheduling/domain/programme/check.h"
#include "scheduling/domain/testing.h"

namespace hoicho::scheduling {
namespace {

using programme::Cause;
using programme::Finding;
using programme::Language;

SmallFair& everyone_wishes(SmallFair& fair) {
    for (const auto buyer : {aeon, brg, metro})
        for (const auto exhibitor : {van_ho, dong_trieu, ha_giang}) fair.wishes(Side::buyer, buyer, exhibitor, Level::want);
    return fair;
}

WishReasons reasons(SmallFair& fair) {
    auto posed = pose_programme(fair.state(), FairId{1}, day_before_ms);
    auto live = posed.live;
    return {std::move(posed), std::move(live)};
}

WishReason why(WishReasons& reasons, std::uint32_t buyer, std::uint32_t exhibitor) {
    return reasons.of(reasons.find(BuyerId{buyer}, ExhibitorId{exhibitor}));
}

SmallFair& publish_all(SmallFair& fair, const std::vector<At>& meetings) {
    fair.when(ask_programme()).when(propose_programme(1, meetings)).when(publish(1)).is_accepted();
    return fair;
}

TEST(WishReasons, NamesWhoHoldsEachCommonSlotAndAnExchangeThatCanBeCarriedOut) {
    SmallFair fair;
    fair.sends(Side::buyer, aeon, {{nine_ms, nine_ms + 20 * minute_ms}});
    publish_all(everyone_wishes(fair), {{aeon, van_ho, nine, table_1}, {brg, dong_trieu, nine, table_2}});
    auto all = reasons(fair);
    const auto reason = why(all, aeon, dong_trieu);
    ASSERT_EQ(reason.why.finding, Finding::blocked);
    ASSERT_EQ(reason.why.slots.size(), 1U);
    EXPECT_EQ(reason.why.slots[0].of_a.size(), 1U);
    EXPECT_EQ(reason.why.slots[0].of_b.size(), 1U);
    ASSERT_TRUE(reason.price.found);
    const auto& posed = all.posed();
    const auto after = programme::carry_out(reason.price, posed.live);
    ASSERT_TRUE(after.has_value());
    const auto before = programme::check(posed.instance, posed.live, &posed.live);
    const auto then = programme::check(posed.instance, *after, &posed.live);
    EXPECT_TRUE(then.broken.empty());
    EXPECT_EQ(then.figures.score - before.figures.score, reason.price.score_change);
    EXPECT_NE(all.price_sentence(reason, Language::english).find("buyer 1 – exhibitor 2 can be held"), std::string::npos);
}

TEST(WishReasons, TellsWhatCouldFitAndWhatIsHeld) {
    SmallFair fair;
    publish_all(everyone_wishes(fair), {{aeon, van_ho, nine, table_1}});
    auto all = reasons(fair);
    EXPECT_EQ(why(all, aeon, van_ho).why.finding, Finding::held);
    EXPECT_EQ(why(all, brg, van_ho).why.finding, Finding::could_fit);
    EXPECT_EQ(all.find(BuyerId{9}, ExhibitorId{1}), -1);
}

TEST(WishReasons, AHalfDayThatIsFullStandsInTheWay) {
    SmallFair fair{1};
    fair.sends(Side::buyer, aeon, {{nine_ms, nine_ms + 90 * minute_ms}});  // the morning only, and one meeting is all it may have there
    publish_all(everyone_wishes(fair), {{aeon, van_ho, nine, table_1}});
    auto all = reasons(fair);
    const auto reason = why(all, aeon, dong_trieu);
    EXPECT_EQ(reason.why.finding, Finding::blocked);
    ASSERT_EQ(reason.half_days.size(), 2U);  // at nine it meets Van Ho
    EXPECT_EQ(reason.half_days[0].slot, 1);
    EXPECT_EQ(reason.half_days[0].most, 1U);
    EXPECT_NE(all.sentence(reason, Language::english).find("already has 1 meeting in that half-day"), std::string::npos);
    EXPECT_NE(all.sentence(reason, Language::vietnamese).find("đã đủ 1 cuộc gặp trong buổi đó"), std::string::npos);
    ASSERT_TRUE(reason.price.found);
    EXPECT_EQ(reason.price.changes[0].to_slot, 0);  // in exchange for Van Ho, never beside it
}

TEST(WishReasons, NoCommonSlotIsImpossible) {
    SmallFair fair;
    fair.sends(Side::buyer, aeon, {{1, 2}}).wishes(Side::buyer, aeon, van_ho, Level::want);
    auto all = reasons(fair);
    const auto reason = why(all, aeon, van_ho);
    EXPECT_EQ(reason.why.finding, Finding::impossible);
    EXPECT_EQ(reason.why.cause, Cause::no_common_slot);
    EXPECT_FALSE(reason.price.found);
}

}  // namespace
}  // namespace hoicho::scheduling
