// What a meeting is worth to both, and who is never suggested.
#include "matching/domain/market/value.h"

#include <gtest/gtest.h>

namespace hoicho::matching::market {
namespace {

TEST(Value, NeverOfEitherSideIsAbsolute) {
    for (const auto other : {Wish::none, Wish::want, Wish::must, Wish::never})
        for (const bool met : {false, true}) {
            EXPECT_FALSE(mutual_value({Wish::never, other, met}, 1000, 1000));
            EXPECT_FALSE(mutual_value({other, Wish::never, met}, 1000, 1000));
        }
}

TEST(Value, WhoHasMetComesBackOnlyIfBothWantIt) {
    EXPECT_FALSE(may_be_suggested({Wish::none, Wish::none, true}));
    EXPECT_FALSE(may_be_suggested({Wish::must, Wish::none, true}));
    EXPECT_FALSE(may_be_suggested({Wish::none, Wish::want, true}));
    EXPECT_TRUE(may_be_suggested({Wish::want, Wish::want, true}));
    EXPECT_TRUE(may_be_suggested({Wish::none, Wish::none, false}));
}

TEST(Value, IsMutualWhenBothSaidSo) {
    EXPECT_TRUE(is_mutual({Wish::want, Wish::must, false}));
    EXPECT_FALSE(is_mutual({Wish::want, Wish::none, false}));
    EXPECT_FALSE(is_mutual({Wish::want, Wish::never, false}));
}

TEST(Value, GrowsWithTheWishAndAWordBeatsAnyRanking) {
    const auto at = [](Wish wish, std::int32_t chance) { return *mutual_value({wish, Wish::must, false}, chance, 0); };
    EXPECT_EQ(at(Wish::must, 0), 1000);
    EXPECT_EQ(at(Wish::want, 0), 850);
    EXPECT_EQ(at(Wish::want, 800), 970);
    EXPECT_EQ(at(Wish::none, 800), 800);
    EXPECT_EQ(at(Wish::none, 100'000), 800) << "relevance alone stays below a word";
    EXPECT_LT(at(Wish::none, 800), at(Wish::want, 0));
}

TEST(Value, NeedsSomeDesireOnBothSides) {
    EXPECT_FALSE(mutual_value({}, 0, 800));
    EXPECT_FALSE(mutual_value({}, 800, 0));
    EXPECT_EQ(mutual_value({}, 1, 1), 1) << "little is not nothing";
    EXPECT_EQ(mutual_value({}, -5, 800), std::nullopt);
}

TEST(Chance, IsHalfAtEvenAndNeverFalls) {
    EXPECT_EQ(chance_of(2000, 2000, 300), 400);
    EXPECT_NEAR(chance_of(2000 + 900, 2000, 300), 762, 2) << "three spreads: 95.3 % of 800";
    EXPECT_EQ(chance_of(2'000'000'000, -2'000'000'000, 1), 799);
    EXPECT_EQ(chance_of(-2'000'000'000, 2'000'000'000, 0), 0);
    for (std::int32_t score = -5000; score < 5000; score += 7) EXPECT_LE(chance_of(score, 0, 400), chance_of(score + 7, 0, 400));
}

}  // namespace
}  // namespace hoicho::matching::market
