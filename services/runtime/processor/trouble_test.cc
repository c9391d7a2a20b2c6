// When a partition stands still, it says why; and one poisonous command does not hold up the fair for ever.
#include "runtime/processor/processor_fixture.h"

namespace hoicho::runtime {
namespace {

using journal::v1::Entry;
using tests::Note;

TEST_F(HallPartition, HaltsWhenAcknowledgedEntriesAreGoneUnlessThatIsAccepted) {
    start();
    for (std::uint64_t id = 1; id <= 3; ++id) send(tests::write(1, "x"), id);
    settle();
    stop();
    log.cut(tests::hall_journal, 2);
    start();
    settle();
    EXPECT_EQ(phase(), Phase::halted);
    EXPECT_EQ(alarm_name(), alarms::journal_regressed);
    stop();
    accept_regression = true;
    start();
    settle();
    EXPECT_EQ(phase(), Phase::running);
    EXPECT_EQ(processor->ledger()->head().n, 3U) << "the third command was decided once more";
}

TEST_F(HallPartition, HaltsWhenAnotherEntryLiesWhereItsHeadWas) {
    start();
    send(tests::write(1, "x"), 1);
    settle();
    auto other = entry(0);
    stop();
    log.cut(tests::hall_journal, 0);
    other.set_writer(std::string(16, 'o'));
    put(tests::hall_journal, other);
    start();
    settle();
    EXPECT_EQ(alarm_name(), alarms::journal_regressed);
}

TEST_F(HallPartition, HaltsWhenTheJournalsBeginningIsGone) {
    start();
    for (std::uint64_t id = 1; id <= 3; ++id) send(tests::write(1, "x"), id);
    settle();
    stop();
    disk.unreadable = true;
    log.expire(tests::hall_journal, 1);
    start();
    settle();
    EXPECT_EQ(alarm_name(), alarms::journal_expired);
}

TEST_F(HallPartition, HaltsWhenCommandsExpiredUnanswered) {
    start();
    settle();
    stop();
    for (std::uint64_t id = 1; id <= 3; ++id) send(tests::write(1, "x"), id);
    log.expire(tests::hall_commands, 1);
    start();
    settle();
    EXPECT_EQ(alarm_name(), alarms::commands_expired);
}

TEST_F(HallPartition, GivesNoOffsetOfALostCommandToAnother) {
    start();
    for (std::uint64_t id = 1; id <= 3; ++id) send(tests::write(1, "x"), id);
    settle();
    stop();
    log.cut(tests::hall_commands, 1);  // a power cut took the last two
    start();
    settle();
    EXPECT_EQ(log.bounds(tests::hall_commands).value().end, 3);
    send(tests::write(1, "y"), 4);
    settle();
    EXPECT_EQ(phase(), Phase::running);
    EXPECT_EQ(journal_end(), 4);
    EXPECT_EQ(entry(3).input(), 3);
    EXPECT_TRUE(entry(3).has_accepted());
}

TEST_F(HallPartition, FillsManyLostPlacesInSeveralAttempts) {
    constexpr std::int64_t commands = 1'002;  // one attempt fills a thousand
    start();
    for (std::int64_t id = 1; id <= commands; ++id) send(tests::write(1, "x"), static_cast<std::uint64_t>(id));
    settle();
    stop();
    log.cut(tests::hall_commands, 1);
    start();
    settle();
    EXPECT_EQ(phase(), Phase::running);
    EXPECT_EQ(log.bounds(tests::hall_commands).value().end, commands);
    EXPECT_EQ(journal_end(), commands) << "a filler at an answered offset gets no Entry";
}

TEST_F(HallPartition, HaltsAtANewerEntryAndKeepsNothingOfIt) {
    start();
    send(tests::write(1, "x"), 1);
    settle();
    auto newer = entry(0);
    stop();
    const auto stored = disk.now.meta().value();
    newer.set_parent(newer.writer());
    newer.set_n(2);
    newer.set_input(1);
    newer.mutable_accepted()->add_events(Note{Note::kinds_end, 0, 0, 0, {}}.SerializeAsString());
    put(tests::hall_journal, newer);
    start();
    settle();
    EXPECT_EQ(phase(), Phase::halted);
    EXPECT_EQ(alarm_name(), alarms::newer_entry);
    stop();
    EXPECT_EQ(disk.now.meta().value(), stored);
}

TEST_F(HallPartition, HaltsAtARecordThatIsNoEntry) {
    put_bytes(tests::hall_journal, "\xff\xff");
    start();
    settle();
    EXPECT_EQ(alarm_name(), alarms::journal_unreadable);
}

TEST_F(HallPartition, HaltsWhenTheTopicHasAnotherNumberOfPartitions) {
    start();
    send(tests::write(1, "x"), 1);
    settle();
    stop();
    SimulatedLog wider{2};
    processor = std::make_unique<Processor>(setup(), wider, nullptr);
    processor->step(now_ms);
    EXPECT_EQ(alarm_name(), alarms::partitions_changed);
}

TEST_F(HallPartition, PassesOverTheThirdCrashAtOneCommand) {
    limits.careful_commands = 10;
    start();
    for (std::uint64_t id = 1; id <= 5; ++id)
        send(id == 4 ? Note{Note::kCrash, 0, 0, 0, {}} : tests::write(1, "x"), id);
    int crashes = 0;
    for (; crashes < 10; ++crashes) {
        try {
            settle();
            break;
        } catch (const tests::Crash&) {
            crash();
            start();
        }
    }
    EXPECT_EQ(crashes, 4) << "one that nobody expected, three that were announced";
    ASSERT_EQ(processor->ledger()->head().n, 5U);
    EXPECT_TRUE(entry(3).has_quarantined());
    EXPECT_TRUE(entry(4).has_accepted()) << "the one behind it is decided";
    send(Note{Note::kCrash, 0, 0, 0, {}}, 4);
    settle();
    EXPECT_EQ(entry(5).repeated().of_n(), 4U) << "asked again, it is not tried again";
}

TEST_F(HallPartition, DoesNotBlameACommandForCleanEnds) {
    start();
    settle();
    for (int turn = 0; turn < 5; ++turn) {
        send(tests::write(1, "x"), 1);
        processor->step(now_ms);  // decided, not confirmed
        stop();
        start();
        for (int step = 0; step < 5; ++step) processor->step(now_ms);
    }
    settle();
    EXPECT_EQ(processor->counters().quarantined.get(), 0U);
    EXPECT_TRUE(entry(0).has_accepted());
}

TEST(StoreMeta, ComesBackAsItWentAndTellsOtherFormats) {
    const StoreMeta meta{{SERVICE_SCHEDULING, 7, 1, 4},
                         {{SERVICE_SCHEDULING, 12, 11, {3, {1, 2}, 5, 99}}, {SERVICE_MATCHING, 1, -1, {}}}};
    const auto bytes = encode(meta);
    const auto read = decode_store_meta(bytes);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->identity, meta.identity);
    ASSERT_EQ(read->positions.size(), 2U);
    EXPECT_EQ(read->positions[0].head, meta.positions[0].head);
    EXPECT_EQ(read->positions[0].head_offset, 11);
    EXPECT_FALSE(decode_store_meta(bytes.substr(1)));
    EXPECT_FALSE(decode_store_meta(bytes + "x"));
    EXPECT_FALSE(decode_store_meta(""));
}

}  // namespace
}  // namespace hoicho::runtime
