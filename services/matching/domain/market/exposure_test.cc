// Who is overlooked, how far it may be lifted, and what that costs.
#include "matching/domain/market/exposure.h"

#include <gtest/gtest.h>

#include <random>

namespace hoicho::matching::market {
namespace {

const std::vector<Account> ledger{{"COOPERATIVE", "01", 40, 5, 4}, {"COOPERATIVE", "40", 20, 4, 2}, {"HOUSEHOLD", "01", 0, 2, 0}, {"HOUSEHOLD", "40", 10, 0, 0},
                                  {"HOUSEHOLD", "40", 20, 3, 3}};

TEST(Ledger, SumsByKindAndProvince) {
    const auto kinds = by_kind(ledger);
    ASSERT_EQ(kinds.size(), 2U);
    EXPECT_EQ(kinds[0].name, "COOPERATIVE");
    EXPECT_EQ(kinds[0].shown_per_head_thousandths, 30'000);
    EXPECT_EQ(kinds[0].wished_served_thousandths, 666) << "6 of 9";
    EXPECT_EQ(kinds[1].shown_per_head_thousandths, 10'000);
    EXPECT_EQ(kinds[1].never_shown, 1U);
    const auto provinces = by_province(ledger);
    ASSERT_EQ(provinces.size(), 2U);
    EXPECT_EQ(provinces[1].participants, 3U);
    EXPECT_TRUE(by_kind({}).empty());
}

TEST(Ledger, TellsEachHowItStandsInItsKind) {
    EXPECT_EQ(standing(ledger, 1).served_thousandths, 500);
    EXPECT_EQ(standing(ledger, 1).kind_median_thousandths, 500) << "the lower of 500 and 800";
    EXPECT_EQ(standing(ledger, 2).served_thousandths, 0);
    EXPECT_EQ(standing(ledger, 2).kind_median_thousandths, 1000);
    EXPECT_EQ(standing(ledger, 3).served_thousandths, 1000) << "wished for nobody, so nothing is missing";
}

TEST(Lift, IsForThoseBelowTheirFairShareAndNeverMoreThanItsBound) {
    EXPECT_EQ(lifts(ledger, 1000), (std::vector<std::int32_t>{0, 0, lift_max_thousandths, 66, 0})) << "18 is fair";
    EXPECT_EQ(lifts(ledger, 500), (std::vector<std::int32_t>{0, 0, 75, 33, 0}));
    EXPECT_EQ(lifts(ledger, 0), std::vector<std::int32_t>(5, 0));
    EXPECT_EQ(lifts(ledger, 100'000), lifts(ledger, 1000)) << "a setting beyond its bound is its bound";
    EXPECT_EQ(lifts(ledger, -1), lifts(ledger, 0));
    EXPECT_TRUE(lifts({}, 1000).empty());
    const std::vector<Account> unseen(4);
    EXPECT_EQ(lifts(unseen, 1000), std::vector<std::int32_t>(4, 0)) << "nobody was shown: nobody is overlooked";
}

TEST(Lift, FallsAsOneIsShownMoreWhateverTheLedger) {
    for (std::uint32_t seed = 1; seed <= 50; ++seed) {
        std::mt19937 engine{seed};
        const auto random = [&] { return static_cast<std::uint32_t>(engine()); };
        std::vector<Account> accounts(1 + random() % 30);
        for (auto& account : accounts) account.shown = random() % 100;
        const auto lift = lifts(accounts, static_cast<std::int32_t>(random() % 1001));
        for (std::size_t one = 0; one < accounts.size(); ++one) {
            EXPECT_GE(lift[one], 0);
            EXPECT_LE(lift[one], lift_max_thousandths);
            for (std::size_t two = 0; two < accounts.size(); ++two) {
                if (accounts[one].shown < accounts[two].shown) {
                    EXPECT_GE(lift[one], lift[two]) << "seed " << seed;
                }
            }
        }
    }
}

TEST(LiftCost, IsALossInRelevance) {
    EXPECT_EQ((LiftCost{80'000, 79'000}.loss_basis_points()), 125);
    EXPECT_EQ((LiftCost{80'000, 80'000}.loss_basis_points()), 0);
    EXPECT_EQ((LiftCost{0, 0}.loss_basis_points()), 0);
    EXPECT_EQ((LiftCost{80'000, 81'000}.loss_basis_points()), 0);
}

TEST(Gini, IsNothingAmongEqualsAndNearOneForOne) {
    EXPECT_EQ(gini_thousandths({3, 3, 3}), 0);
    EXPECT_EQ(gini_thousandths({0, 0, 0, 8}), 750);
    EXPECT_EQ(gini_thousandths({}), 0);
    EXPECT_EQ(gini_thousandths({0, 0}), 0);
}

}  // namespace
}  // namespace hoicho::matching::market
