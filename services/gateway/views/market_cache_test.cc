// A market is made again when something it follows from has changed, and only the part that did.
#include "gateway/views/market_cache.h"

#include "matching/domain/testing.h"

namespace hoicho::gateway {
namespace {

const std::string agency = "hanoi";

struct Cached {
    matching::Scenario fair;
    MarketCache cache;

    Cached() { cache.changed(SERVICE_REGISTRATION, agency); }
    const matching::FairMarket& market(std::uint32_t id = 1, const std::string& organiser = agency) { return cache.of(organiser, fair.state(), id); }
    /// Rankings and markets made so far.
    std::pair<std::uint64_t, std::uint64_t> made() const { return {cache.rankings_made(), cache.markets_made()}; }
};
using Made = std::pair<std::uint64_t, std::uint64_t>;

TEST(MarketCache, MakesNothingTwiceWhileNothingChanges) {
    Cached one;
    EXPECT_EQ(one.market().buyers.ids, (std::vector<std::uint32_t>{1}));
    EXPECT_EQ(&one.market(), &one.market());
    EXPECT_EQ(one.made(), (Made{1, 1}));
}

TEST(MarketCache, RanksAgainWhenTheRegisterChangesAndPricesWhenAnythingDoes) {
    Cached one;
    (void)one.market();
    one.cache.changed(SERVICE_SCHEDULING, agency);
    (void)one.market();
    EXPECT_EQ(one.made(), (Made{1, 2}));
    one.cache.changed(SERVICE_REGISTRATION, agency);
    (void)one.market();
    EXPECT_EQ(one.made(), (Made{2, 3}));
    one.cache.changed(SERVICE_REGISTRATION, "another");
    (void)one.market();
    EXPECT_EQ(one.made(), (Made{2, 3}));
}

TEST(MarketCache, RanksAgainWhenTheOrganisersNamesChange) {
    Cached one;
    (void)one.market();
    one.fair.when(matching::add_words({"dứa", "khóm"})).is_accepted();
    one.cache.changed(SERVICE_MATCHING, agency);
    (void)one.market();
    EXPECT_EQ(one.made(), (Made{2, 2}));
}

TEST(MarketCache, ForgetsTheFairThatWasAskedForLongestAgo) {
    Cached one;
    for (std::uint32_t fair = 1; fair <= MarketCache::fairs_kept_max; ++fair) (void)one.market(fair);
    (void)one.market(1);  // asked for again: fair 2 is the oldest now
    (void)one.market(99);
    const auto [rankings, markets] = one.made();
    EXPECT_EQ(rankings, MarketCache::fairs_kept_max + 1);
    (void)one.market(1);
    EXPECT_EQ(one.made(), (Made{rankings, markets}));
    (void)one.market(2);
    EXPECT_EQ(one.made(), (Made{rankings + 1, markets + 1}));
}

}  // namespace
}  // namespace hoicho::gateway
