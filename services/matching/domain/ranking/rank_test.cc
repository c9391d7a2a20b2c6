// What buyers find first, and that a score is its reasons.
#include "matching/domain/ranking/rank.h"

#include "matching/domain/ranking/testing.h"

namespace hoicho::matching::ranking {
namespace {

TEST(Rank, PutsTheSpellingThatWasAskedAboveWordsThatOnlyFoldToIt) {
    const auto index = index_of({product(1, "Dừa sáp"), product(2, "Dưa sáp"), product(3, "Dứa sáp")});
    EXPECT_EQ(first(index, wanted("Cần mua dưa sáp")), 2u);
    EXPECT_EQ(first(index, wanted("Cần mua dứa sáp")), 3u);
    EXPECT_EQ(rank(index, wanted("can mua dua sap"), fair_day, 10).size(), 3u) << "without marks all three may be meant";
}

TEST(Rank, KnowsRegionalAndEnglishNames) {
    const auto index = index_of({product(1, "Lạc rang tỏi ớt"), product(2, "Miến dong"), product(3, "Mộc nhĩ khô"), product(4, "Bún khô")});
    EXPECT_EQ(first(index, wanted("đậu phộng")), 1u);
    EXPECT_EQ(first(index, wanted("Looking for suppliers of peanuts")), 1u);
    EXPECT_EQ(first(index, wanted("wood ear mushrooms")), 3u);
    EXPECT_EQ(first(index, wanted("Thu mua nấm mèo")), 3u);
}

TEST(Rank, ReadsThroughTelexAndSlips) {
    const auto index = index_of({product(1, "Tranh khảm trai"), product(2, "Mắm tôm"), product(3, "Hàng mây")});
    EXPECT_EQ(first(index, wanted("tarnh khảm trai")), 1u);
    EXPECT_EQ(first(index, wanted("Nhập mawms toom")), 2u);
}

TEST(Rank, LeavesTradePhrasesAndQuantitiesAside) {
    const auto index = index_of({product(1, "Nước mắm"), product(2, "Nguồn hàng tháng")});
    EXPECT_EQ(first(index, wanted("Kết nối nguồn hàng nước mắm 200 lít/tháng")), 1u);
}

TEST(Rank, AnswersADemandForAFamilyOrAWholeSet) {
    auto pomelo = product(1, "Bưởi Diễn"), spinach = product(2, "Rau muống"), silk = product(3, "Khăn lụa");
    pomelo.facts.ocop_set = spinach.facts.ocop_set = 1;
    silk.facts.ocop_set = 22;
    const auto index = index_of({pomelo, spinach, silk});
    EXPECT_EQ(first(index, wanted("trái cây có múi")), 1u);
    EXPECT_EQ(ids(rank(index, wanted("rau củ quả tươi"), fair_day, 10)), (std::vector<std::uint32_t>{2, 1})) << "one says rau, silk is neither";
}

TEST(Rank, AnswersNothingToADemandThatSaysNothing) {
    const auto index = index_of({product(1, "Bưởi Diễn")});
    EXPECT_TRUE(rank(index, wanted(""), fair_day, 10).empty());
    EXPECT_TRUE(rank(index, wanted("qwrt zzz"), fair_day, 10).empty());
    EXPECT_TRUE(rank(Index{}, wanted("bưởi"), fair_day, 10).empty());
    EXPECT_TRUE(rank(index, wanted("bưởi"), fair_day, 0).empty());
}

TEST(Rank, BearsAWordThatEveryProductSays) {
    std::vector<Product> products;
    for (std::uint32_t id = 1; id <= 3'000; ++id) products.push_back(product(id, id == 7 ? "Gạo nếp" : "Gạo"));  // "gạo" tells none of them apart
    const auto index = index_of(products);
    EXPECT_EQ(first(index, wanted("gạo nếp")), 7u);
    EXPECT_EQ(ids(rank(index, wanted("gạo"), fair_day, 3)), (std::vector<std::uint32_t>{1, 2, 3})) << "all are rice: ties by product";
}

TEST(Rank, PutsProductsThatSayTheSameInTheOrderOfTheConditions) {
    std::vector<Product> products;
    for (std::uint32_t id = 1; id <= 100; ++id) products.push_back(product(id, "Zorblat"));  // in no list
    products[41].facts.province = "01";
    products[76].facts.province = "01";
    auto demand = wanted("zorblat");
    demand.provinces_preferred = {"01"};
    EXPECT_EQ(ids(rank(index_of(products), demand, fair_day, 4)), (std::vector<std::uint32_t>{42, 77, 1, 2}));
}

TEST(Rank, FindsAMisspeltWordByTheLettersThatAreLeft) {
    const auto index = index_of({product(1, "Chanh leo"), product(2, "Gạo nếp"), product(3, "Lụa Vạn Phúc")});
    EXPECT_EQ(first(index, wanted("chahn leo")), 1u);
    EXPECT_EQ(first(index, wanted("Thu mua gaoo nêpp")), 2u);
}

TEST(Rank, LearnsFromTheFairWhatAThingIsCalled) {
    std::vector<Product> products;
    for (std::uint32_t id = 1; id <= 4; ++id) products.push_back(product(id, "Blorim ngon", "Snork"));
    for (std::uint32_t id = 5; id <= 8; ++id) products.push_back(product(id, "Vrapek dẻo", "Snork"));
    for (std::uint32_t id = 9; id <= 30; ++id) products.push_back(product(id, "Krudal " + std::string(1, static_cast<char>('a' + id % 20)), "Plink"));
    products.push_back(product(31, "Vrapek xanh"));
    const auto found = ids(rank(index_of(products), wanted("blorim"), fair_day, 9));
    EXPECT_EQ(found.size(), 9u);
    EXPECT_NE(std::find(found.begin(), found.end(), 31u), found.end()) << "blorim is called snork in English, and so is vrapek";
}

TEST(Rank, BreaksTiesByProduct) {
    const auto index = index_of({product(9, "Gạo nếp"), product(3, "Gạo nếp"), product(7, "Gạo nếp")});
    EXPECT_EQ(ids(rank(index, wanted("gạo nếp"), fair_day, 10)), (std::vector<std::uint32_t>{3, 7, 9}));
    EXPECT_EQ(ids(rank(index, wanted("gạo nếp"), fair_day, 2)), (std::vector<std::uint32_t>{3, 7}));
}

TEST(Rank, AsksWhoMayBeSuggested) {
    const auto index = index_of({product(1, "Gạo nếp"), product(2, "Gạo nếp")});
    const auto ranked = rank(index, wanted("gạo nếp"), fair_day, 10, [](const Offer& one) { return one.exhibitor != 101; });
    EXPECT_EQ(ids(ranked), (std::vector<std::uint32_t>{2}));
}

TEST(Rank, ScoresAreTheSumOfReasonsAndReasonsAreShort) {
    auto long_named = product(1, std::string(300, 'a') + " gạo");
    for (int i = 0; i < 60; ++i) long_named.title_vi += " ậ";
    auto demand = wanted("gạo " + std::string(200, 'x'));
    demand.min_stars = 4;
    demand.valid_certificate_required = true;
    demand.standards_required.assign(50, "HACCP");
    for (const auto& one : rank(index_of({long_named}), demand, fair_day, 10)) {
        std::int32_t sum = 0;
        EXPECT_LE(one.contributions.size(), 30u);
        for (const auto& reason : one.contributions) {
            sum += reason.score_thousandths;
            EXPECT_LE(reason.asked.size(), text_bytes_max);
            EXPECT_LE(reason.found.size(), text_bytes_max);
        }
        EXPECT_EQ(sum, one.score_thousandths);
    }
}

TEST(Shortened, NeverSplitsALetter) {
    EXPECT_EQ(shortened("trà"), "trà");
    std::string text(79, 'a');
    EXPECT_EQ(shortened(text + "ậ"), text);
    EXPECT_EQ(shortened(text + "bậ").size(), 80u);
}

TEST(Rank, DependsOnWhatIsThereAndNotOnHowItCame) {
    const std::vector<Product> products{product(1, "Chè xanh", "Green tea"), product(2, "Trà sen"), product(3, "Cà phê bột"), product(4, "Chè lam")};
    const auto straight = index_of(products);
    Index winding;
    for (const auto& one : {product(8, "Trà gừng"), products[3], product(2, "Rượu nếp"), products[0]}) winding.put(one);
    winding.erase(8);
    winding.erase(77);
    winding.put(products[2]);
    winding.put(products[1]);
    for (const auto* title : {"trà", "chè xanh", "tea", "ca phe", "trà gừng", "cà phê ca cao"}) {
        const auto expected = rank(straight, wanted(title), fair_day, 10);
        const auto found = rank(winding, wanted(title), fair_day, 10);
        ASSERT_EQ(ids(found), ids(expected)) << title;
        for (std::size_t at = 0; at < found.size(); ++at) EXPECT_EQ(found[at].score_thousandths, expected[at].score_thousandths) << title;
    }
}

TEST(Rank, GivesTheSameNumbersOnEveryCompiler) {
    const auto index = index_of({product(1, "Chè xanh Thái Nguyên", "Green tea"), product(2, "Trà sen"), product(3, "Chè lam"), product(4, "Gạo")});
    std::string numbers;
    for (const auto& one : rank(index, wanted("chè xanh"), fair_day, 10))
        numbers += std::to_string(one.product) + ":" + std::to_string(one.score_thousandths) + " ";
    EXPECT_EQ(numbers, "1:2699 2:472 3:303 ");
}

}  // namespace
}  // namespace hoicho::matching::ranking
