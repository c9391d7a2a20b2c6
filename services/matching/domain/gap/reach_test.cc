// What an exhibitor reads: demands that fit, and the step that opens most of the others.
#include "matching/domain/gap/reach.h"

#include <algorithm>

#include "matching/domain/gap/testing.h"

namespace hoicho::matching::gap {
namespace {

Asked needing(std::uint32_t id, std::vector<std::string> standards) {
    auto asked = rice_wanted(id);
    asked.demand.standards_required = std::move(standards);
    return asked;
}

TEST(Reach, TellsWhatFitsAndWhatASingleStepOpens) {
    const std::vector<Asked> demands{needing(1, {}), needing(2, {"GS1_BARCODE"}), needing(3, {"GS1_BARCODE", "HACCP"}), needing(4, {"HACCP", "VIETGAP"}),
                                     needing(5, {"GS1_BARCODE"})};
    const auto offer = rice(1);
    std::vector<Candidate> candidates;
    for (const auto& asked : demands) candidates.push_back({&asked, &offer});
    const auto reach = reach_of(candidates, fair_day, {});
    ASSERT_EQ(reach.fitting.size(), 1U);
    EXPECT_EQ(reach.fitting[0].demand, 1U);
    ASSERT_EQ(reach.kept_out.size(), 4U);
    EXPECT_EQ(reach.kept_out[0].demand, 2U) << "fewest gaps first";
    EXPECT_EQ(reach.kept_out[1].demand, 5U);
    ASSERT_EQ(reach.steps.size(), 3U);
    EXPECT_EQ(reach.steps[0].code, "GS1_BARCODE");
    EXPECT_EQ(reach.steps[0].missed, 3U);
    EXPECT_EQ(reach.steps[0].alone, 2U) << "the barcode alone opens two demands";
    EXPECT_EQ(reach.steps[0].closes.vi, "bổ sung mã vạch GS1");
    EXPECT_EQ(reach.steps[1].code, "HACCP");
}

TEST(Reach, KeepsTheBestProductForADemandInAnyOrder) {
    const auto asked = needing(1, {"HACCP", "ATTP"});
    auto poor = rice(1), better = rice(2);
    better.facts.standards = {"ATTP"};
    std::vector<Candidate> candidates{{&asked, &poor}, {&asked, &better}};
    const auto forward = reach_of(candidates, fair_day, {});
    std::reverse(candidates.begin(), candidates.end());
    const auto backward = reach_of(candidates, fair_day, {});
    ASSERT_EQ(forward.kept_out.size(), 1U);
    EXPECT_EQ(forward.kept_out[0].product, 2U);
    EXPECT_EQ(backward.kept_out[0].product, 2U);
    EXPECT_EQ(forward.steps.size(), 1U);
}

TEST(Reach, CutsLongListsAndSaysHowManyThereAre) {
    std::vector<Asked> demands;
    for (std::uint32_t id = 1; id <= reach_max + 1; ++id) demands.push_back(needing(id, {}));
    const auto offer = rice(1);
    std::vector<Candidate> candidates;
    for (const auto& asked : demands) candidates.push_back({&asked, &offer});
    const auto reach = reach_of(candidates, fair_day, {});
    EXPECT_EQ(reach.fitting.size(), reach_max);
    EXPECT_EQ(reach.fitting_total, reach_max + 1);
    EXPECT_TRUE(reach_of({}, fair_day, {}).steps.empty());
}

TEST(Reach, WhatTheExhibitorCannotChangeIsNoStep) {
    auto asked = needing(1, {});
    asked.demand.ocop_group = 6;
    const auto offer = rice(1);
    const std::vector<Candidate> candidates{{&asked, &offer}};
    const auto reach = reach_of(candidates, fair_day, {});
    EXPECT_EQ(reach.kept_out.size(), 1U);
    EXPECT_TRUE(reach.steps.empty());
}

}  // namespace
}  // namespace hoicho::matching::gap
