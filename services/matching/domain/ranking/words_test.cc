// Syllables, units, logarithm and word lists: what words are before they are ranked.
#include <algorithm>

#include "matching/domain/ranking/families.h"
#include "matching/domain/ranking/fixed_log.h"
#include "matching/domain/ranking/phrases.h"
#include "matching/domain/ranking/text_score.h"
#include "matching/domain/ranking/testing.h"
#include "matching/domain/ranking/unit.h"

namespace hoicho::matching::ranking {
namespace {

TEST(Syllables, KeepTheFoldAndTheSpellingApart) {
    const auto words = syllables("Dưa, DỪA và dứa");
    ASSERT_EQ(words.size(), 4u);
    EXPECT_EQ(words[0].folded, words[1].folded);
    EXPECT_NE(words[0].exact, words[1].exact);
    EXPECT_NE(words[1].exact, words[3].exact);
    EXPECT_TRUE(words[0].marked());
    EXPECT_FALSE(syllables("dua")[0].marked());
}

TEST(Syllables, AreEqualWhereverTheToneStands) {
    EXPECT_EQ(syllables("hòa thủy")[0], syllables("hoà thuỷ")[0]);
    EXPECT_EQ(syllables("hòa thủy")[1], syllables("hoà thuỷ")[1]);
}

TEST(Syllables, AreEqualComposedAndDecomposed) {
    EXPECT_EQ(syllables("đậu"), syllables("đa\xCC\xA3\xCC\x82u"));
    EXPECT_EQ(syllables("nếp"), syllables("ne\xCC\x82\xCC\x81p"));
}

TEST(Telex, IsReadBackWhereTheInputMethodWasOff) {
    EXPECT_EQ(without_telex("hangf"), "hang");
    EXPECT_EQ(without_telex("ddaauj"), "dau");
    EXPECT_EQ(without_telex("che"), "");
}

TEST(OneSlip, IsOneLetterOrTwoSwapped) {
    EXPECT_TRUE(one_slip_apart("tranh", "tarnh"));
    EXPECT_TRUE(one_slip_apart("dug", "dung"));
    EXPECT_TRUE(one_slip_apart("buoi", "buoj"));
    EXPECT_TRUE(one_slip_apart("gao", "gao"));
    EXPECT_FALSE(one_slip_apart("gao", "goa2"));
    EXPECT_FALSE(one_slip_apart("abcd", "badc"));
}

TEST(Log, IsRightToTheThousandth) {
    static_assert(log2_thousandths(1, 1) == 0);
    static_assert(log2_thousandths(1024, 1) == 10'000);
    static_assert(log2_thousandths(3, 2) == 584);
    static_assert(log2_thousandths(2168 * 2, 3) == 10'497);
    EXPECT_EQ(log2_thousandths((1U << 31) - 1, (1U << 31) - 1), 0);
}

TEST(Units, ConvertWeightAndVolumeAndNothingElse) {
    EXPECT_EQ(unit_of("tấn")->size, 1'000'000);
    EXPECT_EQ(unit_of("tạ")->size, 100'000);
    EXPECT_EQ(unit_of("yến")->size, 10'000);
    EXPECT_EQ(unit_of("Kg")->size, 1'000);
    EXPECT_TRUE(unit_of("lít")->same_kind(*unit_of("ml")));
    EXPECT_FALSE(unit_of("lít")->same_kind(*unit_of("kg")));
    EXPECT_TRUE(unit_of("hộp")->same_kind(*unit_of("Hộp")));
    EXPECT_FALSE(unit_of("hộp")->same_kind(*unit_of("cái")));
    EXPECT_FALSE(unit_of("").has_value());
}

TEST(Standards, AreFoundInSentencesInBothLanguagesAndWithoutMarks) {
    using Codes = std::vector<std::string>;
    EXPECT_EQ(standards_named_in("Yêu cầu giấy ATTP, Viet GAP, tem truy xuất"), (Codes{"VIETGAP", "ATTP", "QR_TRACE"}));
    EXPECT_EQ(standards_named_in("yeu cau huu co EU, ma vach"), (Codes{"ORGANIC_EU", "GS1_BARCODE"}));
    EXPECT_EQ(standards_named_in("EU organic and ISO 22000:2018 with traceability"), (Codes{"ORGANIC_EU", "ISO22000", "QR_TRACE"}));
    EXPECT_EQ(standards_named_in("xuất được hóa đơn"), Codes{});
}

TEST(WordLists, AreWholeAndEveryNameIsAWord) {
    EXPECT_GE(lexicon().size(), 150u);
    EXPECT_EQ(ocop_set_names().size(), ocop_sets_max);
    EXPECT_EQ(standard_names().size(), 23u);
    EXPECT_EQ(family_names().size(), family_members().size());
    for (std::uint32_t entry = 0; entry < lexicon().size(); ++entry) EXPECT_GE(lexicon().phrases(entry).size(), 2u) << "line " << entry;
    for (std::uint32_t entry = 0; entry < ocop_set_names().size(); ++entry) EXPECT_EQ(ocop_set_names().label(entry), std::to_string(entry + 1));
}

TEST(Families, AreFoundByTheHeadOfAName) {
    EXPECT_EQ(family_of("Bưởi Diễn loại 1", ""), family_of("Cam Cao Phong", ""));
    EXPECT_NE(family_of("Kẹo lạc vừng", ""), family_of("Lạc đỏ", ""));
    EXPECT_EQ(family_of("", "Fresh pomelo"), family_of("Quýt", ""));
    EXPECT_EQ(family_of("Một thứ lạ", "Something strange"), 0);
}

TEST(Families, AreAskedForAsAWholeOrByOneOfThem) {
    const auto whole = families_asked(syllables("trái cây có múi"));
    ASSERT_EQ(whole.whole.size(), 1u);
    EXPECT_EQ(whole.whole[0], family_of("Bưởi", ""));
    const auto one = families_asked(syllables("bưởi"));
    EXPECT_TRUE(one.whole.empty());
    EXPECT_EQ(one.of_member, whole.whole[0]);
}

}  // namespace
}  // namespace hoicho::matching::ranking
