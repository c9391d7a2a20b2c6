// Days and instants survive the way out and in, and half-written ones are refused.
#include "runtime/json/times.h"

#include <gtest/gtest.h>

namespace hoicho::runtime {
namespace {

TEST(Day, IsShownAndReadInIsoForm) {
    EXPECT_EQ(show_day(0), "1970-01-01");
    EXPECT_EQ(show_day(20'790), "2026-12-03");
    EXPECT_EQ(read_day("2026-12-03"), 20'790);
    EXPECT_EQ(read_day("2024-02-29"), 19'782);
}

TEST(Day, ThatTheCalendarDoesNotHaveIsRefused) {
    for (const auto* text : {"2026-02-29", "2026-13-01", "2026-00-10", "2026-1-2", "03/12/2026", "2026-12-03 ", "", "2026-12-0x"})
        EXPECT_EQ(read_day(text), std::nullopt) << text;
}

TEST(Instant, IsTheSameMomentInEveryOffset) {
    const auto hanoi = read_instant("2026-12-03T10:15:00+07:00");
    ASSERT_TRUE(hanoi);
    EXPECT_EQ(hanoi, read_instant("2026-12-03T03:15:00Z"));
    EXPECT_EQ(hanoi, read_instant("2026-12-02T20:15:00-07:00"));
    EXPECT_EQ(show_instant(*hanoi), "2026-12-03T03:15:00Z");
}

TEST(Instant, KeepsMilliseconds) {
    EXPECT_EQ(read_instant("1970-01-01T00:00:01.25Z"), 1250U);
    EXPECT_EQ(show_instant(1250), "1970-01-01T00:00:01.250Z");
}

TEST(Instant, WithoutAnOffsetIsRefused) {
    for (const auto* text : {"2026-12-03T10:15:00", "2026-12-03", "2026-12-03T25:00:00Z", "2026-12-03T10:60:00Z", "2026-12-03T10:15Z", "1969-12-31T23:59:59Z",
                             "2026-12-03T10:15:00+7"})
        EXPECT_EQ(read_instant(text), std::nullopt) << text;
}

}  // namespace
}  // namespace hoicho::runtime
