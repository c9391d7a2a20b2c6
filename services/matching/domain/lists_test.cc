// Lists of a fair: both sides, crowding, feedback, the lift; and that a score is the sum of what is shown with it.
#include "matching/domain/lists.h"

#include "matching/domain/testing.h"

namespace hoicho::matching {
namespace {

constexpr std::size_t full = 20;

FairMarket market_now(Scenario& fair) { return market_of(fair.state(), 1, candidates_of(fair.state(), 1)); }

std::vector<ListEntry> of_demand(Scenario& fair, std::uint32_t demand = 1) {
    return list_of_demand(fair.state(), market_now(fair), candidates_of_demand(fair.state(), 1, demand), full);
}
std::vector<ListEntry> of(Scenario& fair, Side side, std::uint32_t id) { return list_of_participant(fair.state(), market_now(fair), side, id, full); }

std::vector<std::uint32_t> others(const std::vector<ListEntry>& list) {
    std::vector<std::uint32_t> out;
    for (const auto& entry : list) out.push_back(entry.other);
    return out;
}

void expect_sums(const std::vector<ListEntry>& list) {
    for (const auto& entry : list) {
        const auto& parts = entry.parts;
        EXPECT_EQ(parts.score_thousandths, parts.value_thousandths - parts.price_thousandths + parts.lift_thousandths + parts.feedback_thousandths);
        EXPECT_EQ(parts.value_thousandths, entry.pair.value_thousandths);
        EXPECT_EQ(entry.pair.value_thousandths, std::max(1, entry.pair.buyer_desire_thousandths * entry.pair.exhibitor_desire_thousandths / 1000));
    }
}

/// The small fair with `buyers` buyers who all look for glutinous rice, and one slot.
struct Rush : Scenario {
    explicit Rush(std::uint32_t buyers) : Scenario{more(buyers)} { given_from(SERVICE_SCHEDULING, slot_opened(1)); }
    static std::vector<reg::Event> more(std::uint32_t buyers) {
        std::vector<reg::Event> events;
        for (std::uint32_t id = 2; id <= buyers; ++id) {
            events.push_back(demand_posted(id, id, "Thu mua gạo nếp"));
            events.push_back(entered(Side::buyer, id));
        }
        return events;
    }
};

TEST(Lists, JoinBothSidesByTheProductThatAnswersBest) {
    Scenario fair;
    const auto list = of(fair, Side::buyer, 1);
    EXPECT_EQ(others(list), (std::vector<std::uint32_t>{1, 2}));
    EXPECT_EQ(list[0].joined.product, 1u);
    EXPECT_EQ(list[0].joined.demand, 1u);
    EXPECT_EQ(others(of(fair, Side::exhibitor, 2)), (std::vector<std::uint32_t>{1}));
    EXPECT_EQ(others(of(fair, Side::exhibitor, 3)), (std::vector<std::uint32_t>{})) << "who stays at home is in no list";
    expect_sums(list);
    expect_sums(of_demand(fair));
}

TEST(Lists, OfADemandKeepWhatHardlyAnybodyWouldWantBecauseItsGapsAreWorthReading) {
    Scenario fair;
    auto strict = demand_posted(2, 1, "Thu mua gạo nếp");
    for (const auto* standard : {"HACCP", "HALAL", "ORGANIC_EU", "FSC", "GMP", "ISO22000"}) strict.mutable_demand_posted()->mutable_demand()->add_standards_required(standard);
    fair.given_from(SERVICE_REGISTRATION, strict);
    EXPECT_EQ(of_demand(fair, 2).size(), 2u);
    expect_sums(of_demand(fair, 2));
}

TEST(Lists, NeverNameAPairOfWhichOneSaidNever) {
    for (const auto side : {Side::buyer, Side::exhibitor}) {
        Scenario fair;
        fair.when(interest(side, v1::LEVEL_NEVER, 1, 2)).is_accepted();
        EXPECT_EQ(others(of_demand(fair)), (std::vector<std::uint32_t>{1}));
        EXPECT_EQ(others(of(fair, Side::buyer, 1)), (std::vector<std::uint32_t>{1}));
        EXPECT_EQ(others(of(fair, Side::exhibitor, 2)), (std::vector<std::uint32_t>{}));
    }
}

TEST(Lists, NameAMutualMatchThatNoProductJoins) {
    Scenario fair{{entered(Side::exhibitor, 3), demand_posted(2, 2, "Khăn lụa"), entered(Side::buyer, 2)}};
    EXPECT_EQ(others(of(fair, Side::buyer, 2)), (std::vector<std::uint32_t>{}));
    fair.when(interest(Side::buyer, v1::LEVEL_WANT, 2, 3)).when(interest(Side::exhibitor, v1::LEVEL_MUST, 2, 3)).is_accepted();
    const auto list = of(fair, Side::buyer, 2);
    ASSERT_EQ(others(list), (std::vector<std::uint32_t>{3}));
    EXPECT_TRUE(list[0].pair.mutual());
    EXPECT_FALSE(list[0].pair.related);
    EXPECT_EQ(list[0].parts.value_thousandths, 850);
}

TEST(Lists, SayWhoIsOverAskedAndWhoIsFree) {
    Rush fair{6};
    for (std::uint32_t buyer = 1; buyer <= 6; ++buyer) fair.when(interest(Side::buyer, v1::LEVEL_MUST, buyer, 1)).is_accepted();
    const auto list = of_demand(fair);
    const auto famous = std::find_if(list.begin(), list.end(), [](const ListEntry& entry) { return entry.other == 1; });
    ASSERT_NE(famous, list.end());
    EXPECT_EQ(famous->crowd.asked, 6u);
    EXPECT_EQ(famous->crowd.slots, 1u);
    EXPECT_GT(famous->parts.price_thousandths, 0);
    expect_sums(list);
    fair.when(list_settings({}, 0)).is_accepted();
    for (const auto& entry : of_demand(fair)) EXPECT_EQ(entry.parts.price_thousandths, 0) << "as if nobody else were there";
}

TEST(Lists, WeighWhatWasSaidAndForgetItWhenItIsSwitchedOff) {
    Scenario fair;
    const auto before = of_demand(fair);
    fair.when(feedback(Side::buyer, v1::OUTCOME_DECLINED, v1::DECLINE_REASON_QUALITY)).is_accepted();
    const auto after = of_demand(fair);
    ASSERT_EQ(after.size(), before.size());
    EXPECT_EQ(after[0].parts.feedback_thousandths, -12) << "(-60) / (1 answer + 4)";
    expect_sums(after);
    fair.when(list_settings({}, {}, v1::USE_OFF)).is_accepted();
    const auto off = of_demand(fair);
    for (std::size_t at = 0; at < before.size(); ++at) EXPECT_EQ(off[at].parts, before[at].parts);
    fair.when(list_settings({}, {}, v1::USE_ON)).is_accepted();
    EXPECT_EQ(of_demand(fair)[0].parts, after[0].parts) << "worked out again from the counts";
}

TEST(Lists, LiftThoseWhoAreShownTooLittleAndSayWhatItCosts) {
    Scenario fair{{certificate_revoked(2)}};
    fair.when(suggest(1, 1)).when(list_settings(1000)).is_accepted();
    const auto market = market_now(fair);
    EXPECT_EQ(market.exhibitors.accounts[0].shown, 1u);
    EXPECT_EQ(market.exhibitors.accounts[1].shown, 0u);
    const auto list = of_demand(fair);
    ASSERT_EQ(list.size(), 2u);
    for (const auto& entry : list) EXPECT_EQ(entry.parts.lift_thousandths, entry.other == 2 ? 150 : 0);
    expect_sums(list);
    EXPECT_GE(lift_cost(market, Side::buyer, full).loss_basis_points(), 0);
    EXPECT_EQ(lift_cost(market, Side::buyer, full).relevance_with, lift_cost(market, Side::buyer, full).relevance_without) << "both are on the page either way";
    EXPECT_GT(lift_cost(market, Side::buyer, 1).relevance_without, 0);
}

TEST(Accounts, CountWishesAndWhoIsServed) {
    Scenario fair;
    fair.when(interest(Side::buyer, v1::LEVEL_WANT, 1, 1)).when(interest(Side::buyer, v1::LEVEL_MUST, 1, 2)).when(feedback(Side::exhibitor, v1::OUTCOME_MET));
    const auto account = market_now(fair).buyers.accounts.at(0);
    EXPECT_EQ(account.wished, 2u);
    EXPECT_EQ(account.served, 1u);
}

TEST(Lists, AreTheSameForTheSameState) {
    Rush first{5}, second{5};
    for (auto* fair : {&first, &second}) fair->when(interest(Side::buyer, v1::LEVEL_MUST, 3, 1)).is_accepted();
    const auto one = of_demand(first, 4), two = of_demand(second, 4);
    ASSERT_EQ(one.size(), two.size());
    for (std::size_t at = 0; at < one.size(); ++at) EXPECT_EQ(one[at].parts, two[at].parts);
}

}  // namespace
}  // namespace hoicho::matching
