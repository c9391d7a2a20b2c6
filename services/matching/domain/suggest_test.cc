#include "matching/domain/testing.h"

namespace hoicho::matching {
namespace {

TEST(Suggest, KeepsProductsOfThoseWhoTakePartBestFirst) {
    Scenario fair;
    fair.when(suggest()).is_accepted();
    const auto list = fair.state().list_of(1, 1);
    EXPECT_EQ(products(list), (std::vector<std::uint32_t>{1, 2}));
    EXPECT_EQ(list.buyer(), 1u);
    EXPECT_EQ(list.items(0).exhibitor(), 1u);
    EXPECT_EQ(fair.events().at(0).suggested().SerializeAsString(), list.SerializeAsString());
}

TEST(Suggest, SaysWhyAndTheScoreIsTheSumOfItsReasons) {
    Scenario fair;
    fair.when(suggest()).is_accepted();
    const auto list = fair.state().list_of(1, 1);
    for (const auto& item : list.items()) {
        int sum = 0;
        for (const auto& reason : item.contributions()) sum += reason.score_thousandths();
        EXPECT_EQ(sum, item.score_thousandths());
        EXPECT_EQ(item.contributions(0).part(), "TEXT");
        EXPECT_EQ(item.contributions(0).asked(), "Thu mua gạo nếp");
    }
}

TEST(Suggest, NeverNamesAPairOfWhichOneSaidNever) {
    for (const auto side : {Side::buyer, Side::exhibitor}) {
        Scenario fair;
        fair.when(interest(side, v1::LEVEL_NEVER, 1, 2)).when(suggest()).is_accepted();
        EXPECT_EQ(products(fair.state().list_of(1, 1)), (std::vector<std::uint32_t>{1}));
    }
}

TEST(Suggest, PutsARevokedCertificateBehindAndBringsARenewedOneBack) {
    Scenario fair{{certificate_revoked(1)}};
    fair.when(suggest()).is_accepted();
    EXPECT_EQ(products(fair.state().list_of(1, 1)), (std::vector<std::uint32_t>{2, 1}));
    fair.given_from(SERVICE_REGISTRATION, certificate_recorded(3, 1)).when(suggest()).is_accepted();
    EXPECT_EQ(products(fair.state().list_of(1, 1)), (std::vector<std::uint32_t>{1, 2}));
}

TEST(Suggest, IsRefusedForAWithdrawnDemand) {
    Scenario{{demand_withdrawn(1)}}.when(suggest()).refuses({REASON_DEMAND_WITHDRAWN, "demand", "1", ""});
}

TEST(Suggest, IsRefusedForABuyerWhoStaysAtHome) {
    Scenario{{demand_posted(2, 5, "trà")}}.when(suggest(2)).refuses({REASON_NOT_IN_FAIR, "buyer", "5", ""});
}

TEST(Suggest, IsRefusedForWhatIsNotThere) {
    Scenario fair;
    fair.when(suggest(7)).refuses({REASON_UNKNOWN, "demand", "7", ""});
    fair.when(suggest(1, 10, 7)).refuses({REASON_UNKNOWN, "fair", "7", ""});
    fair.when(suggest(0)).refuses(REASON_MISSING, "demand");
    fair.when(suggest(1, 10, 0)).refuses(REASON_MISSING, "fair");
    fair.when(v1::Command{}).refuses(REASON_MALFORMED, "kind");
}

TEST(Suggest, MakesListsOfOneToAHundred) {
    Scenario fair;
    fair.when(suggest(1, 0)).refuses({REASON_OUT_OF_RANGE, "top", "0", "1-100"});
    fair.when(suggest(1, 101)).refuses({REASON_OUT_OF_RANGE, "top", "101", "1-100"});
    fair.when(suggest(1, 100)).is_accepted();
    fair.when(suggest(1, 1)).is_accepted();
    EXPECT_EQ(fair.state().list_of(1, 1).items_size(), 1);
}

TEST(LiveSuggestions, AreTheListThatSuggestWouldKeepAndChangeNothing) {
    Scenario fair;
    const auto live = live_suggestions(fair.state(), 1, 1, 10);
    ASSERT_TRUE(live.has_value());
    EXPECT_EQ(fair.state().lists.size(), 0u);
    fair.when(suggest()).is_accepted();
    EXPECT_EQ(live->SerializeAsString(), fair.state().list_of(1, 1).SerializeAsString());
    EXPECT_EQ(live_suggestions(fair.state(), 1, 2, 10).error().reason, REASON_UNKNOWN);
}

}  // namespace
}  // namespace hoicho::matching
