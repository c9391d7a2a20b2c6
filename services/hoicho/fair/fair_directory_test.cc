// A sample fair can be shown on any day: its days move ahead of today, everything else stays.
#include "hoicho/fair/fair_directory.h"

#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "hoicho/fair/local_time.h"
#include "runtime/json/times.h"

namespace hoicho::fair {
namespace {

FairDirectory sample() {
    FairDirectory directory;
    directory.fair = boost::json::parse(R"({"start_date": "2026-12-03", "opening_ceremony": "2026-12-03T09:00/10:00", "code": "2026-12"})").as_object();
    directory.files["certificates"].push_back({1, boost::json::parse(R"({"expires_on": "2026-12-31", "decision_no": "2026-12-03/QD"})").as_object()});
    return directory;
}

TEST(MoveAhead, LeavesAFairThatLiesAhead) {
    auto directory = sample();
    EXPECT_EQ(move_ahead(directory, *runtime::read_day("2026-12-02")), 0);
    EXPECT_EQ(directory.fair.at("start_date"), "2026-12-03");
}

TEST(MoveAhead, MovesEveryDayByTheSameWeeks) {
    auto directory = sample();
    EXPECT_EQ(move_ahead(directory, *runtime::read_day("2026-12-03")), 28);
    EXPECT_EQ(directory.fair.at("start_date"), "2026-12-31");
    EXPECT_EQ(directory.fair.at("opening_ceremony"), "2026-12-31T09:00/10:00");
    EXPECT_EQ(directory.rows("certificates")[0].object.at("expires_on"), "2027-01-28");
}

TEST(MoveAhead, LeavesWhatIsNoDay) {
    auto directory = sample();
    move_ahead(directory, *runtime::read_day("2027-12-03"));
    EXPECT_EQ(directory.fair.at("code"), "2026-12");
    EXPECT_EQ(directory.rows("certificates")[0].object.at("decision_no"), "2026-12-03/QD");
}

TEST(MoveAhead, MovesAsFarOnTheNextDayOfTheSameWeeks) {
    auto first = sample(), second = sample();
    EXPECT_EQ(move_ahead(first, *runtime::read_day("2027-03-01")), move_ahead(second, *runtime::read_day("2027-03-02")));
}

TEST(InstantOf, TakesTheClockOfThePlace) {
    EXPECT_EQ(instant_of("2026-12-03", "10:15", "Asia/Ho_Chi_Minh"), "2026-12-03T03:15:00Z");
    EXPECT_EQ(instant_of("2026-12-03", "10:15", "Europe/Berlin"), "2026-12-03T09:15:00Z");
}

TEST(InstantOf, GuessesNothing) {
    EXPECT_EQ(instant_of("2026-12-03", "10:15", "Asia/Nowhere"), std::nullopt);
    EXPECT_EQ(instant_of("2026-12-03", "25:15", "Asia/Ho_Chi_Minh"), std::nullopt);
    EXPECT_EQ(instant_of("2026-10-25", "02:30", "Europe/Berlin"), std::nullopt);  // given twice: the clocks go back
    EXPECT_EQ(instant_of("2026-03-29", "02:30", "Europe/Berlin"), std::nullopt);  // left out: the clocks go forward
}

}  // namespace
}  // namespace hoicho::fair
