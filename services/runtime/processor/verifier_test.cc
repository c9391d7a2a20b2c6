// The auditor agrees with an honest journal and names the Entry where somebody changed one.
#include "runtime/processor/verifier.h"

#include "runtime/processor/processor_fixture.h"

namespace hoicho::runtime {
namespace {

using journal::v1::Entry;

class AuditOfTheHall : public HallPartition {
  protected:
    void SetUp() override {
        admit();
        start();
        settle();
        send(tests::book(1, 1), 1);
        send(tests::book(1, 1), 2);
        send(Message{"hanoi", "written by hand", {}});
        send(tests::Note{tests::Note::kThrow, 0, 0, 0, {}}, 3);
        send(tests::book(2, 1), 4);
        settle();
    }
    Audit audited(const DomainCheck& check = {}) { return audit(log, 0, tests::make_hall, check).value(); }
    /// The newest Entry as somebody else would have it.
    template <class Change>
    void forge_last(Change change) {
        auto last = entry(journal_end() - 1);
        change(last);
        log.cut(tests::hall_journal, journal_end() - 1);
        put(tests::hall_journal, last);
    }
};

TEST_F(AuditOfTheHall, AgreesWithAnHonestJournal) {
    const auto honest = audited();
    EXPECT_TRUE(honest.sound()) << report(honest);
    EXPECT_EQ(honest.entries, 5U);
    EXPECT_EQ(honest.decided, 4U);
    EXPECT_EQ(honest.passed_over, 1U);
    EXPECT_EQ(honest.digest, processor->ledger()->digest().hex());
    EXPECT_NE(report(honest).find(honest.digest), std::string::npos);
}

TEST_F(AuditOfTheHall, FindsAChangedOutcome) {
    forge_last(
        [](Entry& entry) { *entry.mutable_accepted()->mutable_events(0) = tests::book(3, 1).SerializeAsString(); });
    const auto forged = audited();
    ASSERT_EQ(forged.findings.size(), 1U) << report(forged);
    EXPECT_TRUE(forged.findings[0].starts_with("n=5 J6")) << forged.findings[0];
}

TEST_F(AuditOfTheHall, FindsADecisionOnAStateThatWasNotThere) {
    forge_last([](Entry& entry) { entry.mutable_seen(0)->set_n(0); });
    EXPECT_FALSE(audited().sound());
    forge_last([](Entry& entry) { entry.mutable_seen(0)->set_n(7); });
    EXPECT_FALSE(audited().sound());
}

TEST_F(AuditOfTheHall, FindsACommandThatWasSteppedOver) {
    send(tests::book(3, 1), 5);
    settle();
    forge_last([](Entry& entry) { entry.set_input(entry.input() + 1); });
    const auto forged = audited();
    ASSERT_FALSE(forged.sound());
    EXPECT_TRUE(forged.findings[0].starts_with("n=6 J2")) << forged.findings[0];
}

TEST_F(AuditOfTheHall, AsksTheDomainAfterEveryAcceptedEntry) {
    int asked = 0;
    const auto crowded = audited([&](std::string_view organiser, const Partition& state) -> std::optional<std::string> {
        ++asked;
        const auto seats = dynamic_cast<const TypedPartition<tests::Hall>&>(state).state(organiser)->seats.size();
        return seats > 1 ? std::optional<std::string>{"two seats are taken"} : std::nullopt;
    });
    EXPECT_EQ(asked, 2);
    ASSERT_EQ(crowded.findings.size(), 1U);
    EXPECT_EQ(crowded.findings[0], "n=5 J7: two seats are taken");
}

TEST_F(AuditOfTheHall, DecidesOnlyWhatIsStillKept) {
    log.expire(tests::hall_commands, 2);
    const auto kept = audited();
    EXPECT_TRUE(kept.sound()) << report(kept);
    EXPECT_EQ(kept.expired, 2U);
}

}  // namespace
}  // namespace hoicho::runtime
