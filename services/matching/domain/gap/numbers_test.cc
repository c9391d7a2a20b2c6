// Numbers as people write them.
#include "matching/domain/gap/numbers.h"

#include <gtest/gtest.h>

#include "matching/domain/gap/standard_names.h"

namespace hoicho::matching::gap {
namespace {

TEST(Numbers, AreWrittenAsInEachLanguage) {
    EXPECT_EQ(money_text(1'500'000, "tấn"), (Sentence{"1.500.000 đồng/tấn", "1,500,000 VND/tấn"}));
    EXPECT_EQ(money_text(999, ""), (Sentence{"999 đồng", "999 VND"}));
    EXPECT_EQ(amount_text(3'400'500, "kg"), (Sentence{"3.400,5 kg", "3,400.5 kg"}));
    EXPECT_EQ(amount_text(20, ""), (Sentence{"0,02", "0.02"}));
    EXPECT_EQ(monthly_text(2'000, "tấn"), (Sentence{"2 tấn/tháng", "2 tấn/month"}));
    EXPECT_EQ(money_text(-1'000, "").en, "-1,000 VND");
}

TEST(Days, AndMonths) {
    EXPECT_EQ(day_text(20'790), (Sentence{"03/12/2026", "2026-12-03"}));
    EXPECT_EQ(months_text(0b1'0000'0001), (Sentence{"tháng 1, 9", "January, September"}));
    EXPECT_EQ(months_text(0), months_text(0xFFF));
}

TEST(Standards, HaveNames) {
    EXPECT_EQ(name_of_standard("GS1_BARCODE"), (Sentence{"mã vạch GS1", "GS1 barcode"}));
    EXPECT_EQ(name_of_standard("X"), same("X"));
    EXPECT_EQ(names_of_standards({"ATTP", "HACCP"}).vi, "giấy an toàn thực phẩm, HACCP");
    EXPECT_TRUE(names_of_standards({}).empty());
}

}  // namespace
}  // namespace hoicho::matching::gap
