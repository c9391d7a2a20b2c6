#include "matching/domain/testing.h"

namespace hoicho::matching {
namespace {

using market::Counts;

TEST(RecordFeedback, CountsForTheOtherSide) {
    Scenario fair;
    fair.when(feedback(Side::buyer, v1::OUTCOME_ACCEPTED)).is_accepted();
    fair.when(feedback(Side::exhibitor, v1::OUTCOME_DECLINED, v1::DECLINE_REASON_PAYMENT)).is_accepted();
    EXPECT_EQ(fair.state().counts_about(Side::exhibitor, 1), (Counts{.accepted = 1}));
    EXPECT_EQ(fair.state().counts_about(Side::buyer, 1), (Counts{.declined_for_cause = 1}));
    EXPECT_EQ(fair.state().counts_about(Side::exhibitor, 2), Counts{});
}

TEST(RecordFeedback, ReplacesAYesByANoAndKeepsThatTheyMet) {
    Scenario fair;
    fair.when(feedback(Side::buyer, v1::OUTCOME_ACCEPTED)).when(feedback(Side::buyer, v1::OUTCOME_MET));
    fair.when(feedback(Side::buyer, v1::OUTCOME_DECLINED, v1::DECLINE_REASON_QUALITY)).is_accepted();
    EXPECT_EQ(fair.state().counts_about(Side::exhibitor, 1), (Counts{.declined_for_cause = 1, .met = 1}));
    fair.when(feedback(Side::buyer, v1::OUTCOME_DECLINED, v1::DECLINE_REASON_NO_TIME)).is_accepted();
    EXPECT_EQ(fair.state().counts_about(Side::exhibitor, 1), (Counts{.met = 1})) << "a full diary says nothing of the other";
}

TEST(RecordFeedback, IsRefusedWhenItWasSaidBefore) {
    Scenario fair;
    fair.when(feedback(Side::buyer, v1::OUTCOME_CONTRACT)).is_accepted();
    fair.when(feedback(Side::buyer, v1::OUTCOME_CONTRACT)).refuses({REASON_ALREADY_DONE, "feedback", "OUTCOME_CONTRACT", ""});
    fair.when(feedback(Side::exhibitor, v1::OUTCOME_CONTRACT)).is_accepted();
}

TEST(RecordFeedback, AsksForAReasonWithANoAndOnlyThen) {
    Scenario fair;
    fair.when(feedback(Side::buyer, v1::OUTCOME_DECLINED)).refuses(REASON_MISSING, "reason");
    fair.when(feedback(Side::buyer, v1::OUTCOME_MET, v1::DECLINE_REASON_PRICE)).refuses({REASON_OUT_OF_RANGE, "reason", "3", "only with DECLINED"});
    fair.when(feedback(Side::buyer, v1::OUTCOME_DECLINED, static_cast<v1::DeclineReason>(10))).refuses(REASON_OUT_OF_RANGE, "reason");
    fair.when(feedback(Side::buyer, v1::OUTCOME_DECLINED, v1::DECLINE_REASON_OTHER)).is_accepted();
}

TEST(RecordFeedback, IsRefusedForWhatIsNotThere) {
    Scenario fair;
    fair.when(feedback(Side::buyer, v1::OUTCOME_UNSPECIFIED)).refuses(REASON_OUT_OF_RANGE, "outcome");
    fair.when(feedback(Side::buyer, static_cast<v1::Outcome>(5))).refuses(REASON_OUT_OF_RANGE, "outcome");
    fair.when(feedback(Side::buyer, v1::OUTCOME_MET, v1::DECLINE_REASON_UNSPECIFIED, 3)).refuses({REASON_NOT_IN_FAIR, "exhibitor", "3", ""});
    fair.when(feedback(Side::buyer, v1::OUTCOME_MET, v1::DECLINE_REASON_UNSPECIFIED, 1, 7)).refuses(REASON_UNKNOWN, "fair");
}

TEST(MetBefore, KeepsAPairApartAtTheNextFairUnlessBothWantIt) {
    Scenario fair{{fair_opened(2), entered(Side::buyer, 1, 2), entered(Side::exhibitor, 1, 2), entered(Side::exhibitor, 2, 2)}};
    fair.when(feedback(Side::exhibitor, v1::OUTCOME_MET)).is_accepted();
    const auto suggested = [&](std::uint32_t at) {
        fair.when(suggest(1, 10, at)).is_accepted();
        return products(fair.state().list_of(at, 1));
    };
    EXPECT_EQ(suggested(1), (std::vector<std::uint32_t>{1, 2})) << "a second meeting at the same fair is the scheduler's rule";
    EXPECT_EQ(suggested(2), (std::vector<std::uint32_t>{2}));
    fair.when(interest(Side::buyer, v1::LEVEL_WANT, 1, 1, 2)).is_accepted();
    EXPECT_EQ(suggested(2), (std::vector<std::uint32_t>{2})) << "one alone is not enough";
    fair.when(interest(Side::exhibitor, v1::LEVEL_MUST, 1, 1, 2)).is_accepted();
    EXPECT_EQ(suggested(2), (std::vector<std::uint32_t>{1, 2}));
}

}  // namespace
}  // namespace hoicho::matching
