#include "registration/domain/certificate.h"

#include <gtest/gtest.h>

namespace hoicho::registration {
namespace {

v1::Certificate issued(std::int32_t day) {
    v1::Certificate certificate;
    certificate.set_issued_on(day);
    certificate.set_expires_on(day + 1'095);
    return certificate;
}

TEST(Certificate, HoldsFromTheDayOfIssueToTheEveOfItsEnd) {
    EXPECT_FALSE(valid_on(issued(100), 99));
    EXPECT_TRUE(valid_on(issued(100), 100));
    EXPECT_TRUE(valid_on(issued(100), 1'194));
    EXPECT_FALSE(valid_on(issued(100), 1'195));
}

TEST(Certificate, HoldsUntilTheEveOfItsRevocation) {
    EXPECT_TRUE(valid_on(issued(100), 199, 200));
    EXPECT_FALSE(valid_on(issued(100), 200, 200));
}

TEST(Certificate, OfAPotentialFiveStarProductCountsAsFour) {
    EXPECT_EQ(stars(v1::RATING_THREE), 3u);
    EXPECT_EQ(stars(v1::RATING_FOUR), 4u);
    EXPECT_EQ(stars(v1::RATING_POTENTIAL_FIVE), 4u);
    EXPECT_EQ(stars(v1::RATING_FIVE), 5u);
    EXPECT_EQ(stars(v1::RATING_UNSPECIFIED), 0u);
}

}  // namespace
}  // namespace hoicho::registration
