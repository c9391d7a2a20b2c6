// Each hard condition on both sides of its limit.
#include "matching/domain/ranking/conditions.h"

#include "matching/domain/ranking/calendar.h"
#include "matching/domain/ranking/testing.h"

namespace hoicho::matching::ranking {
namespace {

/// What a condition takes from the only product.
std::int32_t weighed(const Product& one, const Demand& demand, Part part, Day day = fair_day) {
    return part_of(rank(index_of({one}), demand, day, 1), one.facts.id, part);
}

Product rice() { return product(1, "Gạo nếp"); }
Demand rice_wanted() { return wanted("gạo nếp"); }

TEST(Standards, CostAStepForOneThatIsMissingAndTwoForMore) {
    auto demand = rice_wanted();
    auto one = rice();
    one.facts.standards = {"HACCP"};
    demand.standards_required = {"HACCP"};
    EXPECT_EQ(weighed(one, demand, Part::standard), 0);
    demand.standards_required = {"HACCP", "ATTP"};
    EXPECT_EQ(weighed(one, demand, Part::standard), -1000);
    demand.standards_required = {"HALAL", "ATTP"};
    EXPECT_EQ(weighed(one, demand, Part::standard), -2000);
    demand.standards_required = {"HALAL", "ATTP", "GMP"};
    EXPECT_EQ(weighed(one, demand, Part::standard), -2000);
}

TEST(Standards, NamedOnlyInTheTextAreRequiredWhenTheFormListsNone) {
    auto demand = rice_wanted();
    demand.description = "Yêu cầu chứng nhận Halal";
    EXPECT_EQ(weighed(rice(), demand, Part::standard), -1000);
    demand.standards_required = {"HACCP"};
    EXPECT_EQ(weighed(rice(), demand, Part::standard), -1050) << "beside a filled form the text is a wish";
}

TEST(Certificates, AreValidUntilTheDayTheyExpire) {
    auto demand = rice_wanted();
    demand.valid_certificate_required = true;
    auto one = rice();
    EXPECT_EQ(weighed(one, demand, Part::certificate), -2000) << "no certificate at all";
    one.facts.certificates = {{.id = 1, .stars = 4, .expires_on = fair_day}};
    EXPECT_EQ(weighed(one, demand, Part::certificate), -2000);
    one.facts.certificates[0].expires_on = fair_day + 1;
    EXPECT_EQ(weighed(one, demand, Part::certificate), 0);
    one.facts.certificates[0].revoked_on = fair_day;
    EXPECT_EQ(weighed(one, demand, Part::certificate), -2000);
    one.facts.certificates.push_back({.id = 2, .stars = 3, .expires_on = fair_day + 9});
    EXPECT_EQ(weighed(one, demand, Part::certificate), 0) << "renewed";
}

TEST(Certificates, ThatDisagreeWithTheIssuerAreShownAsUnknown) {
    auto demand = rice_wanted();
    demand.valid_certificate_required = true;
    auto one = rice();
    one.facts.certificates = {{.id = 1, .stars = 4, .expires_on = fair_day + 1, .verification = Verification::mismatch}};
    const auto ranked = rank(index_of({one}), demand, fair_day, 1);
    for (const auto& reason : ranked.at(0).contributions) {
        if (reason.part == Part::certificate) {
            EXPECT_EQ(reason.verdict, Verdict::unknown);
        }
    }
}

TEST(Stars, MustBeEnough) {
    auto demand = rice_wanted();
    auto one = rice();
    one.facts.certificates = {{.id = 1, .stars = 4}};
    demand.min_stars = 4;
    EXPECT_EQ(weighed(one, demand, Part::stars), 0);
    demand.min_stars = 5;
    EXPECT_EQ(weighed(one, demand, Part::stars), -1000);
}

TEST(Season, NeedsAMonthInCommon) {
    auto demand = rice_wanted();
    demand.needed_from = 20'820;  // 2027-01-02
    demand.needed_to = 20'880;    // 2027-03-03
    auto one = rice();
    EXPECT_EQ(weighed(one, demand, Part::season), 0) << "all year";
    one.facts.supply_months = 1 << 2;
    EXPECT_EQ(weighed(one, demand, Part::season), 0);
    one.facts.supply_months = 1 << 3;
    EXPECT_EQ(weighed(one, demand, Part::season), -2000);
}

TEST(Months, GoRoundTheYear) {
    EXPECT_EQ(months_between(20'790, 20'850), 0b1000'0000'0011) << "December to February";
    EXPECT_EQ(months_between(20'790, 20'790 + 800), 0b1111'1111'1111);
    EXPECT_EQ(months_between(20'790, 20'789), 0);
    EXPECT_EQ(months_between(0, 20'790), 0);
    EXPECT_EQ(iso_day(20'790), "2026-12-03");
}

TEST(Price, IsComparedAfterConversion) {
    auto demand = rice_wanted();
    demand.price_max_vnd = 20'000'000;
    demand.price_unit = "tấn";
    auto one = rice();
    const auto at = [&](std::int64_t vnd) { return one.facts.price_vnd = vnd, weighed(one, demand, Part::price); };
    EXPECT_EQ(at(23'000), 0);
    EXPECT_EQ(at(23'001), -1000);
    EXPECT_EQ(at(32'000), -1000);
    EXPECT_EQ(at(32'001), -2000);
    one.facts.unit = "hộp";
    EXPECT_EQ(at(99'000), 0) << "a box is no weight: unknown, and said so";
}

TEST(Volume, ShouldBeAFifthOfWhatIsNeededEachMonth) {
    auto demand = rice_wanted();
    demand.quantity_thousandths = 5'000;
    demand.quantity_unit = "tạ";
    auto one = rice();
    const auto at = [&](std::int64_t kilograms) {
        return one.facts.capacity_per_month_thousandths = kilograms * 1000, weighed(one, demand, Part::volume);
    };
    EXPECT_EQ(at(100), 0);
    EXPECT_EQ(at(99), -1000);
    demand.quantity_per = Per::week;
    EXPECT_EQ(at(400), -1000);
    EXPECT_EQ(at(440), 0);
}

TEST(Province, IsAMustOrAWish) {
    auto demand = rice_wanted();
    demand.provinces_preferred = {"01"};
    auto one = rice();
    one.facts.province = "40";
    EXPECT_EQ(weighed(one, demand, Part::province), -50);
    demand.province_strict = true;
    EXPECT_EQ(weighed(one, demand, Part::province), -2000);
    one.facts.province = "01";
    EXPECT_EQ(weighed(one, demand, Part::province), 0);
}

TEST(Group, ThatIsAskedForMustBeRight) {
    auto demand = rice_wanted();
    auto one = rice();
    one.facts.ocop_set = 3;
    demand.ocop_set = 3;
    const auto right = rank(index_of({one}), demand, fair_day, 1).at(0).score_thousandths;
    demand.ocop_set = 4;
    const auto wrong = rank(index_of({one}), demand, fair_day, 1).at(0).score_thousandths;
    EXPECT_LE(wrong, right - 3000);
}

TEST(Conditions, StandMoneyAndVolumeBeyondReason) {
    auto demand = rice_wanted();
    demand.price_max_vnd = INT64_MAX;
    demand.price_unit = "g";
    demand.quantity_thousandths = INT64_MAX;
    demand.quantity_unit = "tấn";
    demand.quantity_per = Per::week;
    auto one = rice();
    one.facts.price_vnd = INT64_MAX;
    one.facts.capacity_per_month_thousandths = INT64_MAX;
    EXPECT_EQ(weighed(one, demand, Part::price), 0);
    demand.quantity_per = Per::month;
    EXPECT_EQ(weighed(one, demand, Part::volume), -1000);
}

}  // namespace
}  // namespace hoicho::matching::ranking
