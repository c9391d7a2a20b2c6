#include "matching/service/partition.h"

#include <map>

#include "matching/domain/testing.h"
#include "matching/service/invariants.h"

namespace hoicho::matching {
namespace {

constexpr std::string_view agency = "hpa";
const Context now{1'790'000'000'000, agency, "tester"};

void fold_register(MatchingPartition& partition) {
    for (const auto& event : a_small_fair()) ASSERT_EQ(partition.evolve(SERVICE_REGISTRATION, agency, event.SerializeAsString()), Folded::done);
}

/// Events that a few commands lead to.
std::vector<std::string> own_events() {
    Scenario fair;
    std::vector<std::string> out;
    for (const auto& command : {suggest(), interest(Side::exhibitor, v1::LEVEL_NEVER, 1, 2), interest(Side::buyer, v1::LEVEL_MUST), suggest(),
                                withdraw(Side::buyer), feedback(Side::buyer, v1::OUTCOME_MET), add_words({"gạo nếp", "khẩu nua"}), suggest()}) {
        fair.when(command).is_accepted();
        for (const auto& event : fair.events()) out.push_back(event.SerializeAsString());
    }
    return out;
}

TEST(MatchingPartition, FoldsTheTwoJournalsInAnyInterleaving) {
    MatchingPartition first, last, mixed;
    fold_register(first);
    for (const auto& event : own_events()) first.evolve(SERVICE_MATCHING, agency, event);
    for (const auto& event : own_events()) last.evolve(SERVICE_MATCHING, agency, event);
    fold_register(last);
    const auto own = own_events();
    const auto foreign = a_small_fair();
    for (std::size_t at = 0; at < foreign.size(); ++at) {
        mixed.evolve(SERVICE_REGISTRATION, agency, foreign[at].SerializeAsString());
        if (at < own.size()) mixed.evolve(SERVICE_MATCHING, agency, own[at]);
    }
    EXPECT_EQ(first.digest(), last.digest());
    EXPECT_EQ(first.digest(), mixed.digest());
    const auto asked = suggest();
    EXPECT_EQ(std::get<Yes>(first.decide(asked.SerializeAsString(), now)).events, std::get<Yes>(mixed.decide(asked.SerializeAsString(), now)).events);
}

TEST(MatchingPartition, ReadBackFromItsRowsSuggestsTheSame) {
    MatchingPartition written;
    written.tracking().set_stored(true);
    fold_register(written);
    for (const auto& event : own_events()) written.evolve(SERVICE_MATCHING, agency, event);
    std::map<std::string, std::string> store;
    written.drain_changes([&store](std::string_view key, bool present, std::string_view row) {
        if (present) store[std::string{key}] = row;
    });

    MatchingPartition read;
    for (const auto& [key, row] : store) ASSERT_TRUE(read.load(key, row)) << key;
    read.loaded();
    EXPECT_EQ(read.digest(), written.digest());
    EXPECT_EQ(broken_rules(*read.state(agency)), std::vector<std::string>{});
    const auto asked = suggest().SerializeAsString();
    EXPECT_EQ(std::get<Yes>(read.decide(asked, now)).events, std::get<Yes>(written.decide(asked, now)).events);
}

TEST(MatchingPartition, TakesBackWhatWasNotConfirmed) {
    MatchingPartition partition;
    fold_register(partition);
    const auto before = partition.digest();
    partition.tracking().set_undoable(true);
    for (const auto& command : {suggest(), interest(Side::buyer, v1::LEVEL_NEVER), feedback(Side::buyer, v1::OUTCOME_CONTRACT), add_words({"dứa", "khóm"}),
                                remove_words(1)}) {
        partition.tracking().begin_entry();
        ASSERT_TRUE(std::holds_alternative<Yes>(partition.decide(command.SerializeAsString(), now)));
    }
    EXPECT_NE(partition.digest(), before);
    partition.tracking().undo_all();
    EXPECT_EQ(partition.digest(), before);
}

TEST(MatchingPartition, StopsAtNewerEventsOfEveryJournal) {
    MatchingPartition partition;
    EXPECT_EQ(partition.evolve(SERVICE_MATCHING, agency, "\xfa\x3f\x02\x08\x01"), Folded::newer);
    EXPECT_EQ(partition.evolve(SERVICE_REGISTRATION, agency, "\xfa\x3f\x02\x08\x01"), Folded::newer);
    EXPECT_EQ(partition.evolve(SERVICE_SCHEDULING, agency, "\xfa\x3f\x02\x08\x01"), Folded::newer);
    EXPECT_EQ(make_matching_partition()->folds(), (std::vector<Service>{SERVICE_REGISTRATION, SERVICE_SCHEDULING}));
}

TEST(MatchingPartition, WaitsForTheRegisterAlone) {
    const auto partition = make_matching_partition();
    EXPECT_TRUE(partition->awaits(SERVICE_REGISTRATION));
    EXPECT_FALSE(partition->awaits(SERVICE_SCHEDULING));
}

TEST(BrokenRules, FindASuggestionThatSomebodyNeverWanted) {
    Scenario fair;
    fair.when(suggest()).is_accepted();
    EXPECT_EQ(broken_rules(fair.state()), std::vector<std::string>{});
    fair.state().interests.put({1, 1, 1, Side::buyer}, {Level::never, ""});
    EXPECT_EQ(broken_rules(fair.state()), (std::vector<std::string>{"suggested although one side said never: fair 1 demand 1 product 1"}));
}

TEST(BrokenRules, FindCountsThatNobodySaid) {
    Scenario fair;
    fair.when(feedback(Side::buyer, v1::OUTCOME_ACCEPTED)).is_accepted();
    EXPECT_EQ(broken_rules(fair.state()), std::vector<std::string>{});
    fair.state().counts_said.edit({Side::exhibitor, 1}).met = 1;
    EXPECT_EQ(broken_rules(fair.state()), (std::vector<std::string>{"counts are not what was said of exhibitor 1"}));
}

TEST(BrokenRules, FindAScoreThatIsNotTheSumOfItsReasons) {
    Scenario fair;
    fair.when(suggest()).is_accepted();
    auto list = fair.state().list_of(1, 1);
    list.mutable_items(0)->set_score_thousandths(9'000);
    fair.state().lists.edit({1, 1}).suggested = list.SerializeAsString();
    EXPECT_EQ(broken_rules(fair.state()), (std::vector<std::string>{"a score is not the sum of its contributions: fair 1 demand 1 product 1"}));
}

}  // namespace
}  // namespace hoicho::matching
