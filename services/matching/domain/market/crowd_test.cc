// What is said about somebody who is over-asked.
#include "matching/domain/market/crowd.h"

#include "matching/domain/market/testing.h"
#include "matching/domain/market/value.h"

namespace hoicho::matching::market {
namespace {

TEST(Crowd, CountsWhoWouldAskFirst) {
    const auto graph = rush(180, 30, 2).graph();
    EXPECT_EQ(asked_by(graph, Side::right), (std::vector<std::uint32_t>{180, 0, 0}));
    EXPECT_EQ(asked_by(Graph({0, 1}, {1}, {{0, 0, 5}, {1, 0, 5}}), Side::right), std::vector<std::uint32_t>{1}) << "who has no slot asks nobody";
}

TEST(Crowd, NamesAtMostThreeThatAreFreeAndFit) {
    const auto market = rush(180, 30, 400);
    const auto graph = market.graph();
    const auto paid = prices(graph);
    const auto asked = asked_by(graph, Side::right);
    const auto told = crowd(graph, paid, asked, Side::left, 0, 0);
    EXPECT_TRUE(told.over_asked());
    EXPECT_EQ(told.asked, 180U);
    EXPECT_EQ(told.slots, 30U);
    ASSERT_EQ(told.alternatives.size(), alternatives_max);
    for (const auto one : told.alternatives) {
        EXPECT_NE(one, 0U);
        EXPECT_LE(asked[one], graph.slots(Side::right)[one]);
        EXPECT_EQ(paid.right[one], 0);
    }
    EXPECT_TRUE(crowd(graph, paid, asked, Side::left, 0, 5).alternatives.empty()) << "5 is not over-asked: nothing to say";
}

TEST(Crowd, AnAlternativeIsWorthHalfAtLeast) {
    auto market = rush(10, 1, 1);
    const auto alternatives = [&](std::int32_t value) {
        for (auto& edge : market.edges)
            if (edge.right == 1) edge.value_thousandths = value;
        market.right_slots[1] = 10;
        const auto graph = market.graph();
        return crowd(graph, prices(graph), asked_by(graph, Side::right), Side::left, 0, 0).alternatives.size();
    };
    EXPECT_EQ(alternatives(449), 0U);
    EXPECT_EQ(alternatives(450), 1U);
}

TEST(Crowd, NeverIsAbsoluteInListsAndAlternatives) {
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        std::mt19937 engine{seed};
        const auto random = [&] { return static_cast<std::uint32_t>(engine()); };
        constexpr std::uint32_t size = 12;
        std::vector<Wishes> wishes(size * size);
        Planted market{std::vector<std::uint32_t>(size, 2), std::vector<std::uint32_t>(size, 1), {}};
        for (std::uint32_t pair = 0; pair < size * size; ++pair) {
            wishes[pair] = {static_cast<Wish>(random() % 4), static_cast<Wish>(random() % 4), random() % 2 == 0};
            if (const auto value = mutual_value(wishes[pair], 800, 800)) market.edges.push_back({pair / size, pair % size, *value});
        }
        const auto graph = market.graph();
        const auto paid = prices(graph);
        const auto asked = asked_by(graph, Side::right);
        for (std::uint32_t buyer = 0; buyer < size; ++buyer)
            for (const auto& one : list_for(graph, paid, Side::left, buyer, {std::vector<std::int32_t>(size, 150), std::vector<std::int32_t>(size, 100)}, {})) {
                EXPECT_TRUE(may_be_suggested(wishes[buyer * size + one.other])) << "seed " << seed;
                for (const auto other : crowd(graph, paid, asked, Side::left, buyer, one.other).alternatives)
                    EXPECT_TRUE(may_be_suggested(wishes[buyer * size + other])) << "seed " << seed;
            }
    }
}

TEST(Crowd, SpeaksBothLanguages) {
    const auto said = crowd_sentence({180, 30, {1, 2, 3}}, {"HTX Số 1", "HTX Số 2", "HTX Số 3"});
    EXPECT_EQ(said.vi, "Có 180 nơi muốn gặp mà chỉ có 30 lượt; 3 nơi này còn lượt và phù hợp: HTX Số 1, HTX Số 2, HTX Số 3");
    EXPECT_EQ(said.en, "asked by 180 for 30 slots; these 3 are free and fit: HTX Số 1, HTX Số 2, HTX Số 3");
    EXPECT_EQ(crowd_sentence({5, 1, {}}, {}).en, "asked by 5 for 1 slot");
    EXPECT_EQ(crowd_sentence({5, 1, {7}}, {"A"}).en, "asked by 5 for 1 slot; this one is free and fits: A");
    EXPECT_EQ(crowd_sentence({30, 30, {}}, {}), Sentence{});
}

}  // namespace
}  // namespace hoicho::matching::market
