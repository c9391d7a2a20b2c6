#include "registration/domain/tax_code.h"

#include <gtest/gtest.h>

namespace hoicho::registration {
namespace {

TEST(TaxCode, TenDigitsEndInTheirCheckDigit) {
    EXPECT_TRUE(is_mst10("9900000009"));
    for (const char last : std::string{"012345678"}) EXPECT_FALSE(is_mst10(std::string{"990000000"} + last)) << last;
}

TEST(TaxCode, KeepsItsLeadingZeros) {
    EXPECT_TRUE(is_mst10("0100109106"));  // published on many invoices
    EXPECT_FALSE(is_mst10("100109106"));
}

TEST(TaxCode, OfRemainderZeroWasNeverIssued) { EXPECT_FALSE(is_mst10("0000000000")); }

TEST(TaxCode, OfABranchIsWrittenWithAHyphenOrWithout) {
    EXPECT_TRUE(is_mst13("9900000009-001"));
    EXPECT_TRUE(is_mst13("9900000009999"));
    EXPECT_EQ(tax_digits("9900000009-001"), "9900000009001");
    EXPECT_FALSE(is_mst13("9900000009-000"));
    EXPECT_FALSE(is_mst13("9900000003-001"));
    EXPECT_FALSE(is_mst13("9900000009_001"));
    EXPECT_FALSE(is_mst13("9900000009-01"));
    EXPECT_FALSE(is_mst13("9900000009"));
}

TEST(TaxCode, OfAPersonHasTwelveDigits) {
    EXPECT_TRUE(is_pin12("099123456789"));
    EXPECT_FALSE(is_pin12("09912345678"));
    EXPECT_FALSE(is_pin12("09912345678x"));
}

}  // namespace
}  // namespace hoicho::registration
