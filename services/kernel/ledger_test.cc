// One meaning of a journal: the chain, who is answered how, and what a conflict leaves behind. Tried on a hall whose
// seats people book.
#include "kernel/ledger.h"

#include <gtest/gtest.h>

#include "tests/simulation/booking.h"

namespace hoicho {
namespace {

using journal::v1::Entry;
using tests::Note;

constexpr WriterId writer_a{1, 1, 1};
constexpr WriterId writer_b{2, 2, 2};
constexpr std::uint64_t morning_ms = 1'790'000'000'000;

CommandId id_of(std::uint8_t number) { return CommandId{number}; }

class HallLedger : public testing::Test {
  protected:
    HallLedger() { admit_people(ledger); }

    static void admit_people(Ledger& ledger) {
        for (std::uint32_t person = 1; person <= 3; ++person) {
            Entry entry;
            entry.set_writer(std::string(16, 'r'));
            entry.set_n(person);
            entry.set_parent(std::string(16, person == 1 ? '\0' : 'r'));
            entry.set_input(person - 1);
            entry.set_format(entry_format);
            entry.mutable_accepted()->add_events(Note{Note::kAdmit, person, 0, 0, {}}.SerializeAsString());
            ASSERT_EQ(ledger.fold(SERVICE_REGISTRATION, person - 1, "hanoi", entry), Verdict::folded);
        }
    }
    Entry decide(const Note& note, std::uint8_t id, std::uint64_t at_ms = morning_ms,
                 const WriterId& writer = writer_a) {
        const auto payload = note.SerializeAsString();
        const auto hash = std::hash<std::string>{}(payload);
        return ledger.decide({input++, "hanoi", id_of(id), hash, "an", at_ms, payload}, writer, offset++);
    }
    void confirm_all() {
        while (ledger.unconfirmed() > 0) ledger.confirm_first();
    }

    Ledger ledger{tests::make_hall(), "build"};
    std::int64_t input = 0;
    std::int64_t offset = 0;
};

TEST_F(HallLedger, ChainsEveryEntryToTheOneBefore) {
    const auto first = decide(tests::book(1, 1), 1);
    const auto second = decide(tests::book(2, 1), 2, morning_ms, writer_b);
    EXPECT_EQ(first.n(), 1U);
    EXPECT_EQ(first.parent(), std::string(16, '\0'));
    EXPECT_EQ(second.n(), 2U);
    EXPECT_EQ(second.parent(), first.writer());
    EXPECT_EQ(second.input(), 1);
    ASSERT_EQ(second.seen_size(), 1);
    EXPECT_EQ(second.seen(0).n(), 3U);
    EXPECT_TRUE(effective(second, head_after(first)));
    EXPECT_FALSE(effective(first, head_after(first)));
}

TEST_F(HallLedger, TimeNeverGoesBack) {
    EXPECT_EQ(decide(tests::book(1, 1), 1, morning_ms).now_ms(), morning_ms);
    EXPECT_EQ(decide(tests::book(2, 1), 2, morning_ms - 1).now_ms(), morning_ms);
    EXPECT_EQ(decide(tests::book(3, 1), 3, morning_ms + 1).now_ms(), morning_ms + 1);
}

TEST_F(HallLedger, AnswersTheSameIdWithTheFirstOutcome) {
    EXPECT_TRUE(decide(tests::book(1, 1), 1).has_accepted());
    EXPECT_TRUE(decide(tests::book(1, 2), 2).has_refused());
    const auto again = decide(tests::book(1, 1), 1);
    ASSERT_TRUE(again.has_repeated());
    EXPECT_EQ(again.repeated().of_n(), 1U);
    EXPECT_EQ(decide(tests::book(1, 2), 2).repeated().of_n(), 2U) << "a refusal is an answer, too";
}

TEST_F(HallLedger, RefusesAnIdThatCameWithAnotherCommandAndKeepsTheFirst) {
    decide(tests::book(1, 1), 1);
    const auto reused = decide(tests::book(2, 2), 1);
    ASSERT_TRUE(reused.has_refused());
    EXPECT_EQ(reused.refused().reason(), REASON_KEY_REUSED);
    EXPECT_EQ(decide(tests::book(1, 1), 1).repeated().of_n(), 1U);
}

TEST_F(HallLedger, RefusesAnOutcomeThatIsTooLargeAndTakesItsWritesBack) {
    decide(tests::write(1, "short"), 1);
    const auto before = ledger.digest();
    const auto large = decide(tests::write(1, std::string(Ledger::entry_bytes_max, 'x')), 2);
    ASSERT_TRUE(large.has_refused());
    EXPECT_EQ(large.refused().reason(), REASON_TOO_LARGE);
    const auto* state = dynamic_cast<TypedPartition<tests::Hall>&>(ledger.partition()).state("hanoi");
    EXPECT_EQ(*state->texts.find(1), "short");
    EXPECT_NE(ledger.digest(), before) << "its id is remembered";
    EXPECT_TRUE(decide(tests::write(1, std::string(Ledger::entry_bytes_max - 1'000, 'x')), 3).has_accepted());
}

TEST_F(HallLedger, DefersWhenDecideThrowsAndLeavesNothingBehind) {
    const auto before = ledger.digest();
    const auto thrown = decide({Note::kThrow, 0, 0, 0, {}}, 1);
    ASSERT_TRUE(thrown.has_deferred());
    EXPECT_EQ(thrown.deferred().reason().value(), "the hall is on fire");
    EXPECT_TRUE(decide({Note::kHalf, 0, 5, 0, "half"}, 2).has_deferred()) << "evolve threw after it wrote";
    EXPECT_EQ(ledger.digest(), before);
    EXPECT_TRUE(decide(tests::book(1, 1), 1).has_accepted()) << "a deferred id may be tried again";
}

TEST_F(HallLedger, ForgetsOldIdsAndRemembersThemAgainWhenThatIsTakenBack) {
    decide(tests::book(1, 1), 1);
    decide(tests::book(2, 1), 2, morning_ms + CommandIds::kept_ms);
    confirm_all();
    ASSERT_NE(ledger.known(id_of(1)), nullptr) << "kept to the last millisecond";
    const auto before = ledger.digest();
    decide(tests::book(3, 1), 3, morning_ms + CommandIds::kept_ms + 1);
    EXPECT_EQ(ledger.known(id_of(1)), nullptr);
    ledger.roll_back();
    EXPECT_EQ(ledger.digest(), before);
    ASSERT_NE(ledger.known(id_of(1)), nullptr);
    input = offset = 2;
    decide(tests::book(3, 1), 3, morning_ms + CommandIds::kept_ms + 1);
    EXPECT_EQ(ledger.known(id_of(1)), nullptr) << "forgotten again at the same Entry";
}

TEST_F(HallLedger, RollsBackToWhatIsConfirmed) {
    decide(tests::book(1, 1), 1);
    confirm_all();
    const auto before = ledger.digest();
    decide(tests::book(2, 1), 2);
    decide(tests::leave(1), 3);
    decide(tests::book(1, 2), 4);
    ledger.roll_back();
    EXPECT_EQ(ledger.digest(), before);
    EXPECT_EQ(ledger.tail(), ledger.head());
    EXPECT_EQ(ledger.known(id_of(2)), nullptr);
}

TEST_F(HallLedger, DecidingAndFoldingGiveTheSameState) {
    Ledger twin{tests::make_hall()};
    admit_people(twin);
    std::uint8_t id = 0;
    for (const auto& note :
         {tests::book(1, 1), tests::book(1, 2), tests::leave(1), tests::book(1, 2), Note{Note::kHalf, 0, 9, 0, "x"}}) {
        const auto entry = decide(note, ++id);
        ledger.confirm_first();
        ASSERT_EQ(twin.fold(SERVICE_SCHEDULING, offset - 1, "hanoi", entry), Verdict::folded);
        EXPECT_EQ(ledger.digest(), twin.digest());
    }
    EXPECT_EQ(ledger.position(SERVICE_SCHEDULING).next_offset, twin.position(SERVICE_SCHEDULING).next_offset);
}

TEST_F(HallLedger, SkipsALateEntryAndStopsAtANewerOne) {
    Ledger reader{tests::make_hall()};
    const auto first = decide(tests::book(1, 1), 1);
    auto late = first;
    late.set_writer(std::string(16, 'z'));
    EXPECT_EQ(reader.fold(SERVICE_SCHEDULING, 0, "hanoi", first), Verdict::folded);
    EXPECT_EQ(reader.fold(SERVICE_SCHEDULING, 1, "hanoi", late), Verdict::empty);
    EXPECT_EQ(reader.position(SERVICE_SCHEDULING).next_offset, 2);
    EXPECT_EQ(reader.position(SERVICE_SCHEDULING).head_offset, 0);

    auto newer = decide(tests::book(2, 1), 2);
    auto unknown_event = newer;
    unknown_event.mutable_accepted()->set_events(0, Note{Note::kinds_end, 0, 0, 0, {}}.SerializeAsString());
    newer.set_format(entry_format + 1);
    EXPECT_EQ(reader.fold(SERVICE_SCHEDULING, 2, "hanoi", newer), Verdict::newer);
    EXPECT_EQ(reader.fold(SERVICE_SCHEDULING, 2, "hanoi", unknown_event), Verdict::newer);
    EXPECT_EQ(reader.position(SERVICE_SCHEDULING).next_offset, 2) << "a newer Entry is never passed";
}

TEST_F(HallLedger, NeverMakesAnEntryThatNobodyCouldParse) {
    const std::string payload = tests::book(1, 1).SerializeAsString();
    const auto entry = ledger.decide({0, "hanoi", id_of(1), 1, "\xff\xfe", morning_ms, payload}, writer_a, 0);
    Entry read;
    EXPECT_TRUE(read.ParseFromString(entry.SerializeAsString()));
    EXPECT_EQ(read.actor(), "");
}

TEST_F(HallLedger, ARecordThatIsNoCommandIsRefusedAndNotRemembered) {
    const auto before = ledger.digest();
    const auto entry = ledger.refuse_record({.offset = 0, .organiser = "hanoi", .actor = {}, .payload = {}}, writer_a,
                                            0, refuse(REASON_MALFORMED, "record"));
    EXPECT_EQ(entry.refused().reason(), REASON_MALFORMED);
    EXPECT_TRUE(entry.command_id().empty());
    EXPECT_EQ(ledger.digest(), before);
    EXPECT_EQ(ledger.tail().input, 0);
}

}  // namespace
}  // namespace hoicho
