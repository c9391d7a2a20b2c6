#include "registration/domain/time_zone.h"

#include <gtest/gtest.h>

namespace hoicho::registration {
namespace {

TEST(TimeZone, AliasesBecomeTheOneName) {
    EXPECT_EQ(canonical_zone("Asia/Saigon"), "Asia/Ho_Chi_Minh");
    EXPECT_EQ(canonical_zone("SE Asia Standard Time"), "Asia/Bangkok");
    EXPECT_EQ(canonical_zone("Etc/UTC"), "UTC");
    EXPECT_EQ(canonical_zone("UTC"), "UTC");
}

TEST(TimeZone, OfAnAreaAndAPlacePassesAsItIs) {
    for (const auto* name : {"Asia/Ho_Chi_Minh", "Europe/Berlin", "America/Argentina/Buenos_Aires", "Etc/GMT-7"})
        EXPECT_EQ(canonical_zone(name), name);
}

TEST(TimeZone, WithoutAreaOrPlaceIsNone) {
    for (const auto* name :
         {"", "Hanoi", "Asia/", "/Asia", "Viet/Nam", "Asia//Tokyo", "Asia/../etc", "+07:00", "Asia/Hà_Nội"})
        EXPECT_EQ(canonical_zone(name), std::nullopt) << name;
    EXPECT_EQ(canonical_zone("Asia/" + std::string(59, 'a')), "Asia/" + std::string(59, 'a'));
    EXPECT_EQ(canonical_zone("Asia/" + std::string(60, 'a')), std::nullopt);
}

}  // namespace
}  // namespace hoicho::registration
