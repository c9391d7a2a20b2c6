// Prices rise where too many ask, stay at nothing elsewhere, and do not depend on the order of telling; lists follow them.
#include "matching/domain/market/prices.h"

#include "matching/domain/market/relaxed.h"
#include "matching/domain/market/testing.h"

namespace hoicho::matching::market {
namespace {

TEST(Relaxed, IsALogisticCurve) {
    const Relaxed curve{50};
    EXPECT_EQ(curve.chance(0), one_meeting / 2);
    EXPECT_NEAR(curve.chance(50), 47'911, 2);
    EXPECT_NEAR(curve.chance(-100), 7'812, 2);
    for (std::int32_t gain = 1; gain <= 1000; ++gain) EXPECT_NEAR(curve.chance(gain) + curve.chance(-gain), one_meeting, 1);
    EXPECT_EQ(curve.chance(-2 * price_max_thousandths), 0U);
    EXPECT_NEAR(Relaxed{1}.chance(1), 47'911, 2) << "the sharpest";
}

TEST(Prices, AreNothingWhenNobodyIsOverAsked) {
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        auto market = random_market(seed, 12, 9);
        std::fill(market.right_slots.begin(), market.right_slots.end(), 12);  // a slot for every buyer
        const auto paid = prices(market.graph());
        for (const auto price : paid.right) EXPECT_EQ(price, 0) << "seed " << seed;
    }
}

TEST(Prices, RiseWithTheRush) {
    std::int32_t before = -1;
    for (const std::uint32_t buyers : {3U, 10U, 20U, 33U}) {
        const auto paid = prices(rush(buyers, 3, 30).graph());
        EXPECT_TRUE(buyers == 3U ? paid.right[0] == 0 : paid.right[0] > before) << buyers;
        before = paid.right[0];
    }
    EXPECT_GT(before, 50) << "the best that each finds elsewhere is worth 51 to 100 less";
}

TEST(Prices, KeepEverybodyWithinItsSlots) {
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        const auto market = random_market(seed, 20, 30);
        const auto graph = market.graph();
        const PriceSettings settings;
        const auto paid = prices(graph, settings);
        EXPECT_LT(paid.rounds, rounds_max);
        for (const auto side : {Side::left, Side::right})
            for (std::uint32_t place = 0; place < graph.size(side); ++place)
                if (graph.slots(side)[place] > 0) {
                    EXPECT_LE(expected_load_thousandths(graph, paid, settings, side, place), graph.slots(side)[place] * 1000) << "seed " << seed;
                }
    }
}

TEST(Prices, AreTheSmallestThatDo) {
    const auto graph = random_market(7, 20, 30).graph();
    const auto paid = prices(graph);
    for (std::uint32_t place = 0; place < graph.size(Side::right); ++place) {
        if (paid.right[place] == 0 || graph.slots(Side::right)[place] == 0) continue;
        auto cheaper = paid;
        --cheaper.right[place];
        EXPECT_GE(expected_load_thousandths(graph, cheaper, {}, Side::right, place), graph.slots(Side::right)[place] * 1000);
    }
}

TEST(Prices, DoNotDependOnTheOrderOfTelling) {
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        auto market = random_market(seed, 15, 25);
        const auto one = market.graph();
        const auto list = list_for(one, prices(one), Side::left, 3, {}, {});
        std::shuffle(market.edges.begin(), market.edges.end(), std::mt19937{seed});
        market.edges.push_back(market.edges.front());
        const auto two = market.graph();
        EXPECT_EQ(prices(one).left, prices(two).left);
        EXPECT_EQ(prices(one).right, prices(two).right);
        EXPECT_EQ(list, list_for(two, prices(two), Side::left, 3, {}, {}));
    }
}

TEST(Prices, OfNobodyAreNone) {
    const Graph nobody{{}, {}, {}};
    EXPECT_TRUE(prices(nobody).left.empty());
    const Graph strangers{{1, 1}, {0, 1}, {}};
    EXPECT_EQ(prices(strangers).left, (std::vector<std::int32_t>{0, 0}));
    EXPECT_EQ(prices(strangers).right, (std::vector<std::int32_t>{price_max_thousandths, 0})) << "who has no slot is beyond any price";
}

TEST(Prices, OfPlantedMarketsStayAsTheyAre) {
    const auto graph = random_market(2026, 8, 6).graph();
    const auto paid = prices(graph, {60, rounds_max});
    EXPECT_EQ(paid.left, (std::vector<std::int32_t>{2000, 0, 315, 651, 704, 0, 243, 2000}));
    EXPECT_EQ(paid.right, (std::vector<std::int32_t>{2000, 0, 168, 0, 0, 0}));
}

TEST(Graph, IgnoresWhatIsNoPair) {
    const Graph graph{{1, 1}, {1}, {{0, 0, 500}, {0, 0, 700}, {1, 0, 0}, {1, 0, 1001}, {2, 0, 5}, {0, 1, 5}}};
    EXPECT_EQ(graph.edges(), 1U);
    EXPECT_EQ(graph.value(0, 0), 700) << "said twice: the higher counts";
    EXPECT_EQ(graph.value(1, 0), 0);
}

TEST(Strongest, KeepsTheBestOfEitherSide) {
    std::vector<Edge> edges;
    for (std::uint32_t right = 0; right < 10; ++right) edges.push_back({0, right, static_cast<std::int32_t>(100 + right)});
    edges.push_back({1, 0, 999});
    const auto kept = strongest(edges, 2, 10, 1);
    EXPECT_EQ(kept.size(), 10U) << "each exhibitor's only buyer stays, but exhibitor 0 has a better one";
    EXPECT_TRUE(std::none_of(kept.begin(), kept.end(), [](const Edge& edge) { return edge.left == 0 && edge.right == 0; }));
}

TEST(Listing, IsTheSumOfItsPartsAndKnowsItsBounds) {
    const auto graph = random_market(3, 10, 40).graph();
    const auto paid = prices(graph);
    const Corrections corrections{std::vector<std::int32_t>(40, 25), {10, -10}};
    for (std::uint32_t reader = 0; reader < 10; ++reader) {
        const auto list = list_for(graph, paid, Side::left, reader, corrections, {1000, fill_unbounded, 5});
        EXPECT_LE(list.size(), 5U);
        for (const auto& one : list) {
            EXPECT_EQ(one.score_thousandths, one.value_thousandths - one.price_thousandths + one.lift_thousandths + one.feedback_thousandths);
            EXPECT_GT(graph.slots(Side::right)[one.other], 0U) << "nobody without slots";
        }
        EXPECT_TRUE(std::is_sorted(list.begin(), list.end(), [](const auto& left, const auto& right) { return left.score_thousandths > right.score_thousandths; }));
    }
}

TEST(Listing, EndsWhenItIsWorthItsSlots) {
    const auto graph = rush(4, 3, 30).graph();
    const auto free = Prices{std::vector<std::int32_t>(4, 0), std::vector<std::int32_t>(31, 0), 0};
    EXPECT_EQ(list_for(graph, free, Side::left, 0, {}, {0, fill_unbounded, 100}).size(), 31U);
    EXPECT_EQ(list_for(graph, free, Side::left, 0, {}, {0, 900, 100}).size(), 1U) << "900 for one slot";
    EXPECT_EQ(list_for(graph, free, Side::left, 0, {}, {0, 901, 100}).size(), 2U);
    EXPECT_EQ(list_for(graph, free, Side::left, 0, {}, {0, fill_unbounded, 0}).size(), 0U);
}

TEST(Listing, SendsMostElsewhereWhenAllWantTheSame) {
    const auto graph = rush(33, 3, 60).graph();
    const auto paid = prices(graph);
    const auto first = [&](std::int32_t weight, std::uint32_t buyer) { return list_for(graph, paid, Side::left, buyer, {}, {weight, fill_unbounded, 1})[0].other; };
    int without = 0, with = 0;
    for (std::uint32_t buyer = 0; buyer < 33; ++buyer) {
        without += first(0, buyer) == 0;
        with += first(1000, buyer) == 0;
    }
    EXPECT_EQ(without, 33) << "it is the best for everybody";
    EXPECT_LE(with, 6) << "but has three slots";
}

}  // namespace
}  // namespace hoicho::matching::market
