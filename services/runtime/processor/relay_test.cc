// Integrators get every event of every Entry that counts, under an id that stays the same, however often the relay or
// the log falls over.
#include "runtime/processor/relay.h"

#include <set>

#include "runtime/processor/processor_fixture.h"

namespace hoicho::runtime {
namespace {

class FeedOfTheHall : public HallPartition {
  protected:
    std::unique_ptr<Relay> relay() {
        const auto json = [this](std::string_view bytes) -> std::optional<NamedJson> {
            tests::Note note;
            if (!note.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())) || note.kind == unknown_kind)
                return std::nullopt;
            return NamedJson{camel_case("text_written"), "{\"text\":\"" + note.text + "\"}"};
        };
        return std::make_unique<Relay>(SERVICE_SCHEDULING, 0, log, json, nullptr);
    }
    void feed(Relay& relay) {
        for (int turn = 0; turn < 50; ++turn) {
            relay.step(now_ms);
            log.settle();
            now_ms += Relay::retry_ms;
        }
    }
    void decide(std::uint64_t count) {
        start();
        for (std::uint64_t id = 1; id <= count; ++id) send(tests::write(1, "t" + std::to_string(id)), id);
        settle();
    }
    std::int64_t feed_end() { return log.bounds(tests::hall_events).value().end; }
    std::set<std::string> ids() {
        std::set<std::string> ids;
        for (std::int64_t offset = 0; offset < feed_end(); ++offset)
            ids.insert(*header_of(log.at(tests::hall_events, offset).value()->message, "ce_id"));
        return ids;
    }
    tests::Note::Kind unknown_kind = tests::Note::kinds_end;
};

TEST_F(FeedOfTheHall, IsMadeOfCloudEvents) {
    decide(2);
    feed(*relay());
    ASSERT_EQ(feed_end(), 2);
    const auto message = log.at(tests::hall_events, 1).value()->message;
    const auto header = [&](std::string_view name) {
        return header_of(message, name) ? *header_of(message, name) : "none";
    };
    EXPECT_EQ(message.key, "hanoi");
    EXPECT_EQ(message.value, "{\"text\":\"t2\"}");
    EXPECT_EQ(header("ce_specversion"), "1.0");
    EXPECT_EQ(header("ce_id"), "scheduling/0/2/0");
    EXPECT_EQ(header("ce_source"), "/hoicho/scheduling/0");
    EXPECT_EQ(header("ce_type"), "hoicho.scheduling.v1.TextWritten");
    EXPECT_EQ(header("ce_time"), "2026-09-21T14:13:20.000Z");
    EXPECT_EQ(header("ce_subject"), "hanoi");
    EXPECT_EQ(header("content-type"), "application/json");
    EXPECT_EQ(header("n"), "2");
    EXPECT_EQ(header("i"), "0");
}

TEST_F(FeedOfTheHall, SkipsEntriesThatDoNotCount) {
    decide(1);
    auto late = entry(0);
    late.set_writer(std::string(16, 'z'));
    put(tests::hall_journal, late);
    feed(*relay());
    EXPECT_EQ(feed_end(), 1);
}

TEST_F(FeedOfTheHall, GoesOnAfterARestartAndDoublesKeepTheirId) {
    decide(3);
    feed(*relay());
    send(tests::write(1, "t4"), 4);
    settle();
    feed(*relay());
    EXPECT_EQ(ids(),
              (std::set<std::string>{"scheduling/0/1/0", "scheduling/0/2/0", "scheduling/0/3/0", "scheduling/0/4/0"}));
    EXPECT_LE(feed_end(), 7) << "at most the last batch twice";
}

TEST_F(FeedOfTheHall, LosesNothingWhenTheLogDoes) {
    decide(100);
    log.set_faults({.send_lost = 20'000});
    const auto sender = relay();
    feed(*sender);
    log.set_faults({});
    feed(*sender);
    EXPECT_EQ(ids().size(), 100U);
    EXPECT_GT(sender->events_sent(), 100U);
}

TEST_F(FeedOfTheHall, StopsAtAKindThatThisBuildDoesNotKnow) {
    decide(1);
    unknown_kind = tests::Note::kWrite;
    const auto sender = relay();
    feed(*sender);
    EXPECT_EQ(sender->status().trouble().alarm, alarms::newer_entry);
    EXPECT_EQ(feed_end(), 0);
}

}  // namespace
}  // namespace hoicho::runtime
