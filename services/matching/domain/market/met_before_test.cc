// Who has met at an earlier fair.
#include "matching/domain/market/met_before.h"

#include <gtest/gtest.h>

namespace hoicho::matching::market {
namespace {

TEST(MetBefore, RemembersAcrossFairsButNotTheFairItself) {
    const MetBefore memory{{{1, 10, 20}, {2, 10, 21}}};
    EXPECT_TRUE(memory.before(2, 10, 20));
    EXPECT_FALSE(memory.before(1, 10, 20)) << "that meeting is of this fair";
    EXPECT_FALSE(memory.before(2, 20, 10)) << "sides are not mixed up";
    EXPECT_FALSE(memory.before(2, 10, 22));
    EXPECT_FALSE(MetBefore{}.before(1, 1, 1));
}

TEST(MetBefore, AnswersAlikeInWhateverOrderItWasTold) {
    const MetBefore one{{{1, 10, 20}, {3, 10, 20}, {2, 11, 20}}};
    const MetBefore two{{{2, 11, 20}, {3, 10, 20}, {1, 10, 20}, {3, 10, 20}}};
    EXPECT_EQ(one.size(), 3U);
    EXPECT_EQ(two.size(), 3U);
    for (std::uint32_t fair = 0; fair < 5; ++fair)
        for (std::uint32_t buyer = 9; buyer < 13; ++buyer) EXPECT_EQ(one.before(fair, buyer, 20), two.before(fair, buyer, 20));
}

}  // namespace
}  // namespace hoicho::matching::market
