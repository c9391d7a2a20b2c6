// Postings and documents while products come, change and go.
#include "matching/domain/ranking/index.h"

#include <random>
#include <set>

#include "matching/domain/ranking/testing.h"

namespace hoicho::matching::ranking {
namespace {

std::vector<Posting> all(const Postings& postings) {
    std::vector<Posting> out;
    postings.each([&](Posting one) { out.push_back(one); });
    return out;
}

TEST(Posting, KeepsPlaceSpellingAndField) {
    const Posting last{Posting::places_max - 1, Posting::spellings_max, Field::description};
    EXPECT_EQ(last.place(), Posting::places_max - 1);
    EXPECT_EQ(last.spelling(), Posting::spellings_max);
    EXPECT_EQ(last.field(), Field::description);
    EXPECT_LT((Posting{1, 5, Field::description}), (Posting{2, 0, Field::title_vi}));
}

TEST(Postings, AreASortedSetWhateverComesAndGoes) {
    std::mt19937 random{20'261'129};
    Postings postings;
    std::set<Posting> expected;
    for (int step = 0; step < 20'000; ++step) {
        const auto place = static_cast<std::uint32_t>(random() % 4'000);
        if (random() % 4 == 0) {
            postings.erase(place);
            std::erase_if(expected, [place](Posting one) { return one.place() == place; });
        } else if (const Posting one{place, static_cast<std::uint32_t>(random() % 3), Field::title_vi}; expected.insert(one).second) {
            postings.insert(one);
        }
    }
    EXPECT_EQ(all(postings), std::vector<Posting>(expected.begin(), expected.end()));
    EXPECT_EQ(postings.size(), expected.size());
    for (const auto& block : postings.blocks()) EXPECT_LE(block.size(), Postings::block_max);
}

TEST(Index, KeepsStandardsBeyondItsBits) {
    auto one = product(1, "Gạo"), other = product(2, "Trà");
    for (int at = 0; at < 100; ++at) one.facts.standards.push_back("S" + std::to_string(100 + at));
    other.facts.standards = {"S199"};
    const auto index = index_of({one, other});
    for (const auto& code : one.facts.standards) EXPECT_TRUE(index.has(0, code, index.standards().find(code))) << code;
    EXPECT_TRUE(index.has(1, "S199", index.standards().find("S199")));
    EXPECT_FALSE(index.has(1, "S198", index.standards().find("S198")));
    EXPECT_EQ(index.standards_of(0), one.facts.standards);
}

TEST(Index, ChangesFactsAndKeepsWords) {
    auto one = product(1, "Gạo nếp");
    auto index = index_of({one});
    one.facts.ocop_set = 3;
    one.facts.exhibitor = 7;
    index.put_facts(one.facts);
    EXPECT_EQ(index.find(1)->exhibitor, 7u);
    EXPECT_EQ(index.in_set(3).size(), 1u);
    EXPECT_EQ(index.ocop_set(index.place_of(1)), 3);
    EXPECT_EQ(index.in_set(0).size(), 0u);
    EXPECT_EQ(index.made_by(7), (std::vector<std::uint32_t>{1}));
    EXPECT_TRUE(index.made_by(101).empty());
    EXPECT_EQ(first(index, wanted("gạo nếp")), 1u);
}

TEST(Index, ForgetsAllOfAProduct) {
    auto rice = product(1, "Gạo nếp", "Glutinous rice");
    rice.facts.ocop_set = 3;
    auto index = index_of({rice, product(2, "Trà sen")});
    index.erase(1);
    EXPECT_EQ(index.size(), 1u);
    EXPECT_EQ(index.find(1), nullptr);
    EXPECT_EQ(index.term("gao"), std::nullopt);
    EXPECT_EQ(index.with_english(), 0u);
    EXPECT_EQ(index.ocop_set(0), 0);
    index.put(product(3, "Cà phê"));
    EXPECT_EQ(index.documents().size(), 2u) << "its place is used again";
}

}  // namespace
}  // namespace hoicho::matching::ranking
