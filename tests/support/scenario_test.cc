// A scenario that accepts everything would make every domain test green: here it has to fail where it should.
#include "tests/support/scenario.h"

#include <gtest/gtest-spi.h>

namespace hoicho::tests {
namespace {

/// A booth counter: takes numbers below three.
struct Booths {
    struct State {
        explicit State(Tables& tables) : taken{tables, "ta"} {}
        Keyed<std::uint32_t, std::uint32_t> taken;
    };
    using Command = std::uint32_t;
    struct Event {
        std::uint32_t booth = 0;
        std::string DebugString() const { return std::to_string(booth); }
    };
    static Decision<Event> decide(const State& state, const Command& booth, const Context&) {
        if (booth >= 3) return refuse(REASON_OUT_OF_RANGE, "booth", std::to_string(booth), "0..2");
        if (state.taken.contains(booth)) return refuse(REASON_BOOTH_TAKEN, "booth");
        return fact(Event{booth}, ID_KIND_BOOTH, booth);
    }
    static void evolve(State& state, const Event& event) { state.taken.put(event.booth, 1); }
};
using Floor = Scenario<Booths>;

TEST(Scenario, PassesWhenTheAnswerIsTheExpectedOne) {
    Floor{Booths::Event{1}}.when(2).expects(Booths::Event{2}).creates(ID_KIND_BOOTH, 2);
    Floor{Booths::Event{1}}.when(1).refuses(REASON_BOOTH_TAKEN, "booth");
    Floor{}.when(3).refuses({REASON_OUT_OF_RANGE, "booth", "3", "0..2"});
}

TEST(Scenario, BuildsOnWhatWasAcceptedBefore) {
    Floor{}.when(1).is_accepted().when(1).refuses(REASON_BOOTH_TAKEN, "booth");
}

TEST(Scenario, FailsWhenARefusalWasExpected) {
    EXPECT_NONFATAL_FAILURE(Floor{}.when(1).refuses(REASON_BOOTH_TAKEN, "booth"), "accepted");
}

TEST(Scenario, FailsWhenAnAcceptanceWasExpected) {
    EXPECT_NONFATAL_FAILURE(Floor{}.when(3).is_accepted(), "REASON_OUT_OF_RANGE booth (3; accepted: 0..2)");
    EXPECT_NONFATAL_FAILURE(Floor{}.when(3).expects(Booths::Event{3}), "REASON_OUT_OF_RANGE");
    EXPECT_NONFATAL_FAILURE(Floor{}.when(3).creates(ID_KIND_BOOTH, 3), "REASON_OUT_OF_RANGE");
}

TEST(Scenario, FailsWhenTheAnswerIsAnotherOne) {
    EXPECT_NONFATAL_FAILURE(Floor{}.when(1).expects(Booths::Event{2}), "expects");
    EXPECT_NONFATAL_FAILURE(Floor{}.when(1).creates(ID_KIND_BOOTH, 2), "with id 2 was created");
    EXPECT_NONFATAL_FAILURE(Floor{}.when(3).refuses(REASON_OUT_OF_RANGE, "hall"), "hall");
    EXPECT_NONFATAL_FAILURE(Floor{}.when(3).refuses({REASON_OUT_OF_RANGE, "booth", "3", "0..9"}), "0..9");
}

TEST(Scenario, FailsWhenNothingWasAsked) { EXPECT_NONFATAL_FAILURE(Floor{}.is_accepted(), "when() is missing"); }

}  // namespace
}  // namespace hoicho::tests
