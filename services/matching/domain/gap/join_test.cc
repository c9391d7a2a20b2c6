// Who may make up a volume together.
#include "matching/domain/gap/join.h"

#include <algorithm>

#include "matching/domain/gap/testing.h"

namespace hoicho::matching::gap {
namespace {

Joint joint_of(const Asked& asked, const std::vector<Offer>& others, const Offer& offer = rice(1)) {
    return partners_of(asked, wanted_of(asked.demand), offer, others, fair_day);
}

TEST(Partners, AreNoneWhenOneIsEnough) {
    EXPECT_TRUE(joint_of(rice_wanted_monthly(2), {rice(2, 900)}, rice(1, 2000)).products.empty());
    EXPECT_EQ(joint_of(rice_wanted_monthly(2), {rice(2, 900)}, rice(1, 1999)).products.size(), 1U);
    EXPECT_TRUE(joint_of(rice_wanted_monthly(2), {rice(2, 900)}, rice(1, 0)).products.empty()) << "a volume that was not said is not added to";
    EXPECT_TRUE(joint_of(rice_wanted(), {rice(2, 900)}).products.empty()) << "nor is one that was not asked for";
}

TEST(Partners, AreAsFewAsDoAndAtMostThree) {
    const std::vector<Offer> many{rice(2, 100), rice(3, 600), rice(4, 600), rice(5, 200), rice(6, 300)};
    const auto two = joint_of(rice_wanted_monthly(1), many);
    EXPECT_EQ(two.products, std::vector<std::uint32_t>{3});
    EXPECT_TRUE(two.enough);
    const auto all = joint_of(rice_wanted_monthly(5), many);
    EXPECT_EQ(all.products, (std::vector<std::uint32_t>{3, 4, 6}));
    EXPECT_FALSE(all.enough);
    EXPECT_EQ(all.monthly_thousandths, 2000) << "2 t";
}

TEST(Partners, HaveTheSameTermsAndAnotherOwner) {
    auto asked = rice_wanted_monthly(2);
    asked.demand.price_max_vnd = 22'000;
    asked.demand.price_unit = "kg";
    asked.demand.min_stars = 4;
    asked.demand.standards_required = {"ATTP"};
    asked.demand.valid_certificate_required = true;
    const auto accepted = [&](auto change) {
        auto other = rice(2, 2000);
        other.facts.standards = {"ATTP"};
        change(other);
        return joint_of(asked, {other}).products.size();
    };
    EXPECT_EQ(accepted([](Offer&) {}), 1U);
    EXPECT_EQ(accepted([](Offer& other) { other.facts.price_vnd = 22'000; }), 1U);
    EXPECT_EQ(accepted([](Offer& other) { other.facts.price_vnd = 22'001; }), 0U);
    EXPECT_EQ(accepted([](Offer& other) { other.facts.exhibitor = 101; }), 0U) << "the same exhibitor";
    EXPECT_EQ(accepted([](Offer& other) { other.facts.ocop_set = 4; }), 0U);
    EXPECT_EQ(accepted([](Offer& other) { other.family = 7; }), 0U);
    EXPECT_EQ(accepted([](Offer& other) { other.facts.unit = "hộp"; }), 0U);
    EXPECT_EQ(accepted([](Offer& other) { other.facts.standards.clear(); }), 0U);
    EXPECT_EQ(accepted([](Offer& other) { other.facts.certificates[0].stars = 3; }), 0U);
    EXPECT_EQ(accepted([](Offer& other) { other.facts.certificates[0].expires_on = fair_day; }), 0U);
}

TEST(Partners, AreTheSameInWhateverOrderTheyAreReadAndOneOfEachExhibitor) {
    std::vector<Offer> others{rice(2, 600), rice(3, 600), rice(4, 300), rice(5, 900)};
    others[3].facts.exhibitor = others[0].facts.exhibitor;
    const auto first = joint_of(rice_wanted_monthly(2), others);
    EXPECT_EQ(first.products, (std::vector<std::uint32_t>{5, 3}));
    std::sort(others.begin(), others.end(), [](const Offer& one, const Offer& two) { return one.facts.id > two.facts.id; });
    EXPECT_EQ(joint_of(rice_wanted_monthly(2), others).products, first.products);
}

TEST(Amounts, BeyondReasonDoNotOverflow) {
    auto asked = rice_wanted_monthly(2);
    asked.demand.quantity_unit = "g";
    asked.demand.quantity_thousandths = asked.demand.price_max_vnd = INT64_MAX;
    asked.demand.price_unit = "tấn";
    auto offer = rice(1);
    offer.facts.unit = "tấn";
    offer.facts.capacity_per_month_thousandths = offer.facts.price_vnd = INT64_MAX;
    EXPECT_EQ(monthly_in_asked_unit(wanted_of(asked.demand), offer), INT64_MAX);
    EXPECT_EQ(price_percent_of_limit(asked, wanted_of(asked.demand), offer), 100);
    EXPECT_FALSE(explain(asked, offer, fair_day, std::vector<Offer>{offer}).lines.empty());
}

}  // namespace
}  // namespace hoicho::matching::gap
