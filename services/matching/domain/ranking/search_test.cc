// What people find when they type a few words, and the counts beside it.
#include "matching/domain/ranking/search.h"

#include "matching/domain/ranking/testing.h"

namespace hoicho::matching::ranking {
namespace {

std::vector<std::uint32_t> found_ids(const Index& index, std::string_view text, const Filters& filters = {}) {
    std::vector<std::uint32_t> out;
    for (const auto& hit : search(index, text, filters, fair_day, 50).hits) out.push_back(hit.product);
    return out;
}

std::string counts(const std::vector<Facet>& facets) {
    std::string out;
    for (const auto& facet : facets) out += facet.value + ":" + std::to_string(facet.count) + " ";
    return out;
}

Product in(std::uint32_t id, std::string title, std::string province, std::uint8_t stars, std::vector<std::string> standards) {
    auto made = product(id, std::move(title));
    made.facts.province = std::move(province);
    made.facts.standards = std::move(standards);
    if (stars > 0) made.facts.certificates = {{.id = id, .stars = stars, .issued_on = 1, .expires_on = 0, .revoked_on = 0}};
    return made;
}

TEST(Search, FindsMarkedLettersTypedWithoutMarks) {
    const auto index = index_of({product(1, "Đậu phụ Mơ"), product(2, "Nước mắm"), product(3, "Ấm Ắc Ế Ố Ớ Ứ")});
    EXPECT_EQ(found_ids(index, "dau phu mo"), (std::vector<std::uint32_t>{1}));
    EXPECT_EQ(found_ids(index, "nuoc mam"), (std::vector<std::uint32_t>{2}));
    EXPECT_EQ(found_ids(index, "am ac e o o u"), (std::vector<std::uint32_t>{3}));
}

TEST(Search, TakesEthForTheVietnameseLetter) {
    const auto index = index_of({product(1, "Đậu phụ Mơ"), product(2, "Gạo nếp")});
    EXPECT_EQ(found_ids(index, "Ðậu phụ Mơ"), (std::vector<std::uint32_t>{1})) << "typed with U+00D0";
}

TEST(Search, TakesComposedAndDecomposedLettersForOne) {
    const auto index = index_of({product(1, "Mật ong bạc hà"), product(2, "Mắt na")});
    const std::string one_order = "Ma\xCC\xA3\xCC\x82t ong", other_order = "Ma\xCC\x82\xCC\xA3t ong";
    EXPECT_EQ(found_ids(index, one_order), (std::vector<std::uint32_t>{1}));
    EXPECT_EQ(found_ids(index, other_order), (std::vector<std::uint32_t>{1}));
}

TEST(Search, PutsTheExactSpellingFirst) {
    const auto index = index_of({product(1, "Bơ sáp"), product(2, "Bò tơ"), product(3, "Bọ cạp")});
    EXPECT_EQ(found_ids(index, "bò").front(), 2u);
    EXPECT_EQ(found_ids(index, "bơ").front(), 1u);
    EXPECT_EQ(found_ids(index, "bo").size(), 3u);
}

TEST(Search, FindsThroughASlipOfTheFinger) {
    const auto index = index_of({product(1, "Tranh khảm trai"), product(2, "Gạo nếp")});
    EXPECT_EQ(found_ids(index, "tarnh kham trai"), (std::vector<std::uint32_t>{1}));
}

TEST(Search, CountsEachFacetWithTheOtherFiltersOn) {
    const auto index = index_of({in(1, "Gạo nếp", "01", 4, {"ATTP", "HACCP"}), in(2, "Gạo tẻ", "01", 3, {"ATTP"}), in(3, "Gạo nếp", "33", 4, {}),
                                 in(4, "Gạo lứt", "33", 0, {"ATTP"}), in(5, "Trà sen", "01", 5, {"ATTP"})});
    const auto all = search(index, "gạo", {}, fair_day, 10);
    EXPECT_EQ(all.total, 4u);
    EXPECT_EQ(counts(all.ocop_groups), "1:4 ");
    EXPECT_EQ(counts(all.stars), "0:1 3:1 4:2 ");
    EXPECT_EQ(counts(all.provinces), "01:2 33:2 ");
    EXPECT_EQ(counts(all.standards), "ATTP:3 HACCP:1 ");
    const auto four = search(index, "gạo", {.ocop_groups = {}, .stars = {4}, .provinces = {}, .standards = {}}, fair_day, 10);
    EXPECT_EQ(four.total, 2u);
    EXPECT_EQ(counts(four.stars), "0:1 3:1 4:2 ") << "what other stars would give";
    EXPECT_EQ(counts(four.provinces), "01:1 33:1 ");
    const auto both = search(index, "gạo", {.ocop_groups = {}, .stars = {}, .provinces = {}, .standards = {"ATTP", "HACCP"}}, fair_day, 10);
    EXPECT_EQ(both.total, 1u);
    EXPECT_EQ(counts(both.provinces), "01:1 ");
}

TEST(Search, FindsEverythingForNothingTypedAndNothingForWhatNobodySells) {
    const auto index = index_of({product(2, "Gạo nếp"), product(1, "Trà sen")});
    EXPECT_EQ(found_ids(index, "  "), (std::vector<std::uint32_t>{1, 2}));
    EXPECT_TRUE(found_ids(index, "qwrtz").empty());
    EXPECT_TRUE(found_ids(Index{}, "").empty());
    EXPECT_EQ(search(index, "", {}, fair_day, 0).total, 2u);
}

TEST(Search, ForgetsStarsOfACertificateThatHasEnded) {
    auto ended = in(1, "Gạo nếp", "01", 4, {});
    ended.facts.certificates[0].expires_on = fair_day;
    EXPECT_EQ(counts(search(index_of({ended}), "gạo", {}, fair_day, 10).stars), "0:1 ");
    EXPECT_EQ(counts(search(index_of({ended}), "gạo", {}, fair_day - 1, 10).stars), "4:1 ");
}

}  // namespace
}  // namespace hoicho::matching::ranking
