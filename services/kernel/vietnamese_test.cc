// Two spellings of one name are one name, and bytes that are no text are told.
#include "kernel/vietnamese.h"

#include <gtest/gtest.h>

namespace hoicho {
namespace {

TEST(Vietnamese, FoldsMarksCaseAndSpaces) {
    EXPECT_EQ(folded("Đậu phụ Mơ"), "dau phu mo");
    EXPECT_EQ(folded("  ĐẬU\t PHỤ\u00a0\n MƠ "), "dau phu mo");
    EXPECT_EQ(folded("ƯỚP ướp Ỵ ỵ"), "uop uop y y");
}

TEST(Vietnamese, ReadsEthAsDBecauseOldSheetsWriteItSo) {
    EXPECT_EQ(folded("\u00d0ông Anh"), "dong anh");  // U+00D0 instead of U+0110
    EXPECT_EQ(folded("\u0110ông Anh"), "dong anh");
}

TEST(Vietnamese, ComposedAndDecomposedSpellingsAreEqualWhateverTheOrderOfMarks) {
    const std::string composed = "ậ";
    const std::string dot_first = "a\u0323\u0302";
    const std::string hat_first = "a\u0302\u0323";
    EXPECT_EQ(folded(composed), "a");
    EXPECT_EQ(folded(dot_first), folded(composed));
    EXPECT_EQ(folded(hat_first), folded(composed));
}

TEST(Vietnamese, LoweredKeepsItsMarks) { EXPECT_EQ(lowered("ĐẬU  Phụ"), "đậu phụ"); }

TEST(Vietnamese, WordsAreRunsOfLettersAndDigits) {
    const std::string text = folded("Nem chua (5 chiếc/gói), Thanh Hóa");
    EXPECT_EQ(words(text), (std::vector<std::string_view>{"nem", "chua", "5", "chiec", "goi", "thanh", "hoa"}));
    EXPECT_TRUE(words(" -- ").empty());
}

TEST(Vietnamese, TellsUtf8FromOtherBytes) {
    EXPECT_TRUE(is_utf8(""));
    EXPECT_TRUE(is_utf8("Bát Tràng \U0001F3FA"));
    EXPECT_TRUE(is_utf8("\xF4\x8F\xBF\xBF"));   // U+10FFFF
    EXPECT_FALSE(is_utf8("\xF4\x90\x80\x80"));  // above it
    EXPECT_FALSE(is_utf8("\xC0\xAF"));          // overlong "/"
    EXPECT_FALSE(is_utf8("\xE0\x80\xAF"));      // overlong in three
    EXPECT_FALSE(is_utf8("\xF0\x80\x80\xAF"));  // overlong in four
    EXPECT_FALSE(is_utf8("\xED\xA0\x80"));      // a surrogate
    EXPECT_FALSE(is_utf8("\xE1\xBA"));          // cut short
    EXPECT_FALSE(is_utf8("Mo\xCC"));            // cut short at the end
    EXPECT_FALSE(is_utf8("\x80"));              // begins nothing
    EXPECT_FALSE(is_utf8("\xFF"));
}

TEST(Vietnamese, DropsBytesThatAreNoText) { EXPECT_EQ(folded("Mo\xFF\xCC"), "mo"); }

}  // namespace
}  // namespace hoicho
