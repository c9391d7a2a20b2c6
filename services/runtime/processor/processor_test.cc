// A partition at work: every command gets one Entry, whoever else writes, whatever comes in.
#include "runtime/processor/processor_fixture.h"

namespace hoicho::runtime {
namespace {

using journal::v1::Entry;
using tests::Note;

TEST_F(HallPartition, DecidesEveryCommandInItsOrder) {
    admit();
    start();
    send(tests::book(1, 1), 1);
    send(tests::book(1, 1), 2);
    send(tests::book(1, 1), 1);
    settle();
    ASSERT_EQ(journal_end(), 3);
    EXPECT_TRUE(entry(0).has_accepted());
    EXPECT_EQ(entry(1).refused().reason(), REASON_ALREADY_MEETING);
    EXPECT_EQ(entry(2).repeated().of_n(), 1U);
    EXPECT_EQ(processor->counters().confirmed.get(), 3U);
    EXPECT_EQ(processor->ledger()->unconfirmed(), 0U);
}

TEST_F(HallPartition, GoesOnWhereItsStoreStands) {
    admit();
    start();
    send(tests::book(1, 1), 1);
    settle();
    const auto digest = processor->ledger()->digest();
    stop();
    start();
    settle();
    EXPECT_EQ(processor->ledger()->digest(), digest);
    EXPECT_EQ(processor->counters().folded.get(), 0U) << "everything was in the store";
    send(tests::book(1, 1), 2);
    settle();
    EXPECT_TRUE(entry(1).has_refused());
}

TEST_F(HallPartition, FoldsTheOtherJournalsToTheirEndBeforeItDecides) {
    limits.fold_records_max = 1;
    for (int person = 0; person < 3; ++person) admit();
    send(tests::book(1, 3), 1);
    start();
    settle();
    EXPECT_TRUE(entry(0).has_accepted());
    EXPECT_EQ(entry(0).seen(0).n(), 3U);
}

TEST_F(HallPartition, FoldsAnewWhenItsStoreIsDamaged) {
    admit();
    start();
    send(tests::book(1, 1), 1);
    settle();
    const auto digest = processor->ledger()->digest();
    stop();
    disk.unreadable = true;
    start();
    settle();
    EXPECT_EQ(processor->counters().folded.get(), 2U);
    EXPECT_EQ(processor->ledger()->digest(), digest);
}

TEST_F(HallPartition, GivesItsWindowUpWhenAnotherWriterWasFaster) {
    admit();
    start();
    settle();
    Entry other;
    other.set_writer(std::string(16, 'o'));
    other.set_n(1);
    other.set_parent(std::string(16, '\0'));
    other.set_input(0);
    other.set_format(entry_format);
    other.mutable_refused()->set_reason(REASON_FULL);
    put(tests::hall_journal, other);
    send(tests::book(1, 1), 1);
    send(tests::book(2, 1), 2);
    settle();
    EXPECT_EQ(processor->counters().conflicts.get(), 1U);
    EXPECT_EQ(processor->ledger()->head().n, 2U) << "the other's Entry and one of its own";
    EXPECT_EQ(entry(journal_end() - 1).input(), 1);
    EXPECT_EQ(phase(), Phase::running);
}

TEST_F(HallPartition, AnswersWhatIsNoCommandAndGoesOn) {
    admit();
    start();
    send(Message{"hanoi", "written by hand", {}});
    auto bad_name = tests::command_message(SERVICE_SCHEDULING, tests::book(1, 1), 1);
    bad_name.key = std::string{"ha\0noi", 6};
    send(bad_name);
    auto bad_actor = tests::command_message(SERVICE_SCHEDULING, tests::book(1, 1), 1);
    for (auto& header : bad_actor.headers)
        if (header.name == "actor") header.value = "\xff";
    send(bad_actor);
    send(tests::book(1, 1), 1);
    settle();
    ASSERT_EQ(journal_end(), 4);
    for (const auto offset : {0, 1, 2}) EXPECT_EQ(entry(offset).refused().reason(), REASON_MALFORMED) << offset;
    EXPECT_TRUE(entry(3).has_accepted());
}

TEST_F(HallPartition, WaitsForWhatACommandBuildsOnAndReadsItMeanwhile) {
    start();
    settle();
    send(tests::book(1, 1), 1, {{SERVICE_REGISTRATION, 1}});
    processor->step(now_ms);
    processor->step(now_ms + limits.after_wait_ms_max - 1);
    EXPECT_EQ(processor->counters().decided.get(), 0U);
    admit();
    settle();
    EXPECT_TRUE(entry(0).has_accepted());
}

/// A hall that also hears matching, which nothing it decides stands on.
struct HearingHall : tests::Hall {
    static const std::vector<Service>& folds() {
        static const std::vector<Service> journals{SERVICE_REGISTRATION, SERVICE_MATCHING};
        return journals;
    }
    static bool awaits(Service journal) { return journal != SERVICE_MATCHING; }
};

TEST_F(HallPartition, HearsAJournalThatNoCommandWaitsFor) {
    make_partition = [] { return std::make_unique<TypedPartition<HearingHall>>(); };
    start();
    settle();
    send(tests::write(1, "at once"), 1, {{SERVICE_MATCHING, 1}});
    const auto sent_ms = now_ms;
    for (int turn = 0; turn < 3; ++turn) {
        processor->step(now_ms);
        log.settle();
    }
    EXPECT_EQ(journal_end(), 1);
    EXPECT_EQ(now_ms, sent_ms);
    EXPECT_TRUE(entry(0).has_accepted());
    admit({SERVICE_MATCHING, Kind::journal, 0});
    settle();
    EXPECT_EQ(processor->ledger()->positions().at(SERVICE_MATCHING).head.n, 1U);
    send(tests::write(2, "seen"), 2);
    settle();
    const auto after = entry(1);
    ASSERT_EQ(after.seen_size(), 2);
    EXPECT_EQ(after.seen(1).service(), SERVICE_MATCHING);
    EXPECT_EQ(after.seen(1).n(), 1U);
}

TEST_F(HallPartition, PassesACommandOverWhenWhatItBuildsOnDoesNotCome) {
    start();
    settle();
    send(tests::book(1, 1), 1, {{SERVICE_REGISTRATION, 1}});
    send(tests::write(1, "behind"), 2);
    const auto sent_ms = now_ms;
    processor->step(sent_ms);
    processor->step(sent_ms + limits.after_wait_ms_max);
    settle();
    ASSERT_EQ(journal_end(), 2);
    EXPECT_EQ(entry(0).deferred().reason().reason(), REASON_NOT_YET);
    EXPECT_TRUE(entry(1).has_accepted());
    admit();
    send(tests::book(1, 1), 1, {{SERVICE_REGISTRATION, 1}});
    settle();
    EXPECT_TRUE(entry(2).has_accepted()) << "the same id was tried again";
}

TEST_F(HallPartition, KeepsItsWindowWithinBothBounds) {
    limits.window_entries_max = 5;
    limits.window_bytes_max = 3'000;
    limits.poll_records_max = 4;
    start();
    settle();
    for (std::uint64_t id = 1; id <= 20; ++id) send(tests::write(1, "small"), id);
    for (std::uint64_t id = 21; id <= 30; ++id) send(tests::write(1, std::string(1'000, 'x')), id);
    std::size_t entries_max = 0, bytes_max = 0;
    for (int step = 0; step < 5'000 && processor->counters().confirmed.get() < 30; ++step) {
        processor->step(now_ms);
        entries_max = std::max(entries_max, processor->window_entries());
        bytes_max = std::max(bytes_max, processor->window_bytes());
        if (step % 3 == 0) log.deliver_next();
    }
    EXPECT_EQ(processor->counters().confirmed.get(), 30U);
    EXPECT_EQ(entries_max, limits.window_entries_max);
    EXPECT_LT(bytes_max, limits.window_bytes_max + 1'500) << "the last one may stand over the bound";
}

TEST_F(HallPartition, StoresConfirmedEntriesAfterAShortWhileOrManyOfThem) {
    limits.commit_entries_max = 3;
    start();
    settle();
    const auto commits = [this] { return processor->counters().commits.get(); };
    const auto before = commits();
    send(tests::write(1, "x"), 1);
    const auto confirm_all = [this] {
        do processor->step(now_ms);
        while (log.deliver_next() || processor->window_entries() > 0);
    };
    confirm_all();
    EXPECT_EQ(commits(), before);
    processor->step(now_ms + limits.commit_delay_ms_max - 1);
    EXPECT_EQ(commits(), before);
    processor->step(now_ms + limits.commit_delay_ms_max);
    EXPECT_EQ(commits(), before + 1);
    for (std::uint64_t id = 2; id <= 4; ++id) send(tests::write(1, "x"), id);
    confirm_all();
    EXPECT_EQ(commits(), before + 2);
}

class Listener final : public Effect {
  public:
    void recovered(const Partition&) override { ++recoveries; }
    void confirmed(std::string_view organiser, const Entry& entry, const Partition&) override {
        told.emplace_back(std::string{organiser} + std::to_string(entry.n()));
    }
    void rested(const Partition&) override { ++rests; }
    int recoveries = 0;
    int rests = 0;
    std::vector<std::string> told;
};

TEST_F(HallPartition, TellsItsEffectsWhatIsConfirmedAndNothingElse) {
    const auto listener = std::make_shared<Listener>();
    effects = {listener};
    start();
    settle();
    EXPECT_EQ(listener->recoveries, 1);
    send(tests::write(1, "x"), 1);
    processor->step(now_ms);
    EXPECT_TRUE(listener->told.empty()) << "decided, not confirmed";
    settle();
    EXPECT_EQ(listener->told, (std::vector<std::string>{"hanoi1"}));
    EXPECT_GT(listener->rests, 0);
}

}  // namespace
}  // namespace hoicho::runtime
