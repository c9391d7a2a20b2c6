// What matching hears of scheduling: time, answers, meetings.
#include "matching/domain/testing.h"

namespace hoicho::matching {
namespace {

namespace sched = scheduling::v1;
constexpr FairPair first_pair{1, 1, 1};

sched::Event requested(std::uint32_t id, sched::Side from) {
    sched::Event event;
    event.mutable_meeting_requested()->set_request_id(id);
    auto& request = *event.mutable_meeting_requested()->mutable_request();
    request.set_fair(1);
    request.set_buyer(1);
    request.set_exhibitor(1);
    request.set_from(from);
    return event;
}
sched::Event accepted(std::uint32_t request) {
    sched::Event event;
    event.mutable_request_accepted()->set_request(request);
    return event;
}
sched::Event declined(std::uint32_t request, const std::string& cause) {
    sched::Event event;
    event.mutable_request_declined()->set_request(request);
    event.mutable_request_declined()->set_cause(cause);
    return event;
}
sched::Event scheduled(std::uint32_t id, std::uint32_t exhibitor, std::uint32_t slot) {
    sched::Event event;
    auto& meeting = *event.mutable_meeting_scheduled();
    meeting.set_meeting_id(id);
    meeting.set_fair(1);
    meeting.set_buyer(1);
    meeting.set_exhibitor(exhibitor);
    meeting.set_table(1);
    meeting.set_slot(slot);
    return event;
}
sched::Event cancelled(std::uint32_t id) {
    sched::Event event;
    event.mutable_meeting_cancelled()->set_meeting(id);
    return event;
}
/// A draft that names the live meeting with exhibitor 1 in slot 1, and a new one with exhibitor 2 in slot 2.
sched::Event drafted() {
    sched::Event event;
    event.mutable_programme_drafted()->set_programme_id(1);
    event.mutable_programme_drafted()->set_fair(1);
    for (std::uint32_t at : {1u, 2u}) {
        auto& placed = *event.mutable_programme_drafted()->add_meetings();
        placed.set_buyer(1);
        placed.set_exhibitor(at);
        placed.set_table(1);
        placed.set_slot(at);
    }
    return event;
}
sched::Event published(std::uint32_t first_meeting) {
    sched::Event event;
    event.mutable_programme_published()->set_programme(1);
    event.mutable_programme_published()->set_first_meeting(first_meeting);
    return event;
}

struct Heard : Scenario {
    explicit Heard(const std::vector<sched::Event>& events) {
        for (const auto& event : events) given_from(SERVICE_SCHEDULING, event);
    }
    std::uint32_t live(std::uint32_t exhibitor) {
        const auto* count = state().live_pairs.find({1, 1, exhibitor});
        return count ? *count : 0;
    }
};

TEST(AnswersToRequests, SpeakOfTheSideThatAsked) {
    Heard fair{{requested(1, sched::SIDE_BUYER), accepted(1), requested(2, sched::SIDE_EXHIBITOR), declined(2, "NO_FIT"), requested(3, sched::SIDE_EXHIBITOR),
                declined(3, "NO_TIME"), requested(4, sched::SIDE_EXHIBITOR), declined(4, "MET_BEFORE")}};
    EXPECT_EQ(fair.state().counts_about(Side::buyer, 1), (market::Counts{.accepted = 1}));
    EXPECT_EQ(fair.state().counts_about(Side::exhibitor, 1), (market::Counts{.declined_for_cause = 1}));
    fair.when(feedback(Side::buyer, v1::OUTCOME_MET)).is_accepted();
    EXPECT_EQ(fair.state().counts_about(Side::exhibitor, 1), (market::Counts{.declined_for_cause = 1, .met = 1})) << "what was said in matching is added";
}

TEST(Meetings, AreLiveUntilTheyAreCancelled) {
    Heard fair{{scheduled(1, 1, 1), scheduled(2, 1, 2)}};
    EXPECT_EQ(fair.live(1), 2u);
    fair.given_from(SERVICE_SCHEDULING, cancelled(1));
    fair.given_from(SERVICE_SCHEDULING, cancelled(1));
    EXPECT_EQ(fair.live(1), 1u);
    fair.given_from(SERVICE_SCHEDULING, cancelled(2));
    EXPECT_FALSE(fair.state().live_pairs.contains(first_pair));
}

TEST(Meetings, OfADraftAreLiveOncePublishedAndThoseThatWereLiveAreNotCountedTwice) {
    Heard fair{{scheduled(1, 1, 1), drafted()}};
    EXPECT_EQ(fair.live(2), 0u);
    fair.given_from(SERVICE_SCHEDULING, published(2));
    EXPECT_EQ(fair.live(1), 1u);
    EXPECT_EQ(fair.live(2), 1u);
    fair.given_from(SERVICE_SCHEDULING, cancelled(2));
    EXPECT_EQ(fair.live(2), 0u);
    EXPECT_EQ(fair.live(1), 1u);
}

TEST(Meetings, ARepairMovesAndEndsWhatItNames) {
    Heard fair{{scheduled(1, 1, 1), scheduled(2, 2, 2), scheduled(3, 3, 3)}};
    auto repair = drafted();
    repair.mutable_programme_drafted()->add_cancelled(3);
    auto& places = *repair.mutable_programme_drafted()->mutable_meetings();
    places[0].set_moved(1);  // the two change places
    places[0].set_slot(2);
    places[1].set_moved(2);
    places[1].set_slot(1);
    for (const auto& event : {repair, published(4)}) fair.given_from(SERVICE_SCHEDULING, event);
    EXPECT_EQ(fair.live(1), 1u);
    EXPECT_EQ(fair.live(2), 1u);
    EXPECT_EQ(fair.live(3), 0u);
    EXPECT_EQ(*fair.state().occupied.find({1, 2}), 1u);
    EXPECT_EQ(*fair.state().occupied.find({1, 1}), 2u);
    EXPECT_FALSE(fair.state().meetings.contains(MeetingId{4})) << "nothing new came of it";
}

TEST(Slots, AreCounted) {
    sched::Event opened;
    opened.mutable_slot_opened()->set_slot_id(1);
    opened.mutable_slot_opened()->mutable_slot()->set_fair(1);
    Heard fair{{opened, opened}};
    EXPECT_EQ(fair.state().slots.find({1})->opened.size(), 2u);
}

}  // namespace
}  // namespace hoicho::matching
