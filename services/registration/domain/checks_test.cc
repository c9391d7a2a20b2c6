#include "registration/domain/checks.h"

#include <gtest/gtest.h>

#include "registration/domain/limits.h"

namespace hoicho::registration {
namespace {

TEST(Checks, TheFirstNoIsTheAnswer) {
    Checks checks;
    checks.present("title", false).range("stars", 9, 0, 5);
    EXPECT_EQ(checks.first(), refuse(REASON_MISSING, "title"));
}

TEST(Checks, ATextIsBoundedInBytes) {
    EXPECT_FALSE(Checks{}.text("name", std::string(10, 'a'), 10).first());
    EXPECT_EQ(Checks{}.text("name", std::string(11, 'a'), 10).first(),
              refuse(REASON_OUT_OF_RANGE, "name", "11 bytes", "up to 10 bytes"));
}

TEST(Checks, ATextIsUtf8WithoutControlCharacters) {
    EXPECT_FALSE(Checks{}.text("name", "Chè lam\nPhủ Thành\t", 100).first());
    EXPECT_EQ(Checks{}.text("name", "Ch\xe8", 100).first(), refuse(REASON_NOT_UTF8, "name"));
    EXPECT_EQ(Checks{}.text("name", std::string("a\0b", 3), 100).first()->reason, REASON_OUT_OF_RANGE);
}

TEST(Checks, BlanksAreNoText) {
    EXPECT_EQ(Checks{}.required_text("name", " \n ", 100).first(), refuse(REASON_MISSING, "name"));
}

TEST(Checks, ARangeHasBothItsEnds) {
    EXPECT_FALSE(Checks{}.range("stars", 0, 0, 5).first());
    EXPECT_FALSE(Checks{}.range("stars", 5, 0, 5).first());
    EXPECT_EQ(Checks{}.range("stars", 6, 0, 5).first(), refuse(REASON_OUT_OF_RANGE, "stars", "6", "0..5"));
    EXPECT_EQ(Checks{}.range("stars", -1, 0, 5).first()->value, "-1");
}

TEST(Checks, DaysAreReadAsDates) {
    EXPECT_EQ(day_text(20'790), "2026-12-03");
    EXPECT_EQ(Checks{}.day("starts_on", 0).first(), refuse(REASON_MISSING, "starts_on"));
    EXPECT_FALSE(Checks{}.day("starts_on", static_cast<std::int32_t>(day_max)).first());
    EXPECT_EQ(Checks{}.day("starts_on", static_cast<std::int32_t>(day_max) + 1).first()->accepted,
              "1970-01-02..2200-01-01");
    EXPECT_FALSE(Checks{}.ordered("ends_on", 20'790, 20'790).first());
    EXPECT_EQ(Checks{}.ordered("ends_on", 20'790, 20'789).first(),
              refuse(REASON_DAYS_REVERSED, "ends_on", "2026-12-02", "2026-12-03"));
}

TEST(Checks, ACodeInCapitalsIsNothingElse) {
    EXPECT_FALSE(Checks{}.word("kind", "SAFE_FOOD_SHOP").word("kind", "ISO22000").first());
    EXPECT_EQ(Checks{}.word("kind", "Chợ").first(), refuse(REASON_OUT_OF_RANGE, "kind", "Chợ", "A-Z 0-9 _"));
}

TEST(Checks, OneMoreFitsBelowTheBoundOnly) {
    EXPECT_FALSE(Checks{}.room("participations", participations_max - 1, participations_max).first());
    EXPECT_EQ(Checks{}.room("participations", participations_max, participations_max).first(),
              refuse(REASON_FULL, "participations", "1000000", "1000000"));
}

}  // namespace
}  // namespace hoicho::registration
