// A domain's test as one sentence: given(what happened).when(what is asked).expects(what happens) or .refuses(why).
//
// `Domain` is the struct that TypedPartition takes: State, Command, Event, decide, evolve and, where it folds others,
// evolve_foreign.
#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <source_location>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/decision.h"
#include "kernel/table.h"
#include "kernel/tracking.h"

namespace hoicho::tests {

template <class Domain>
class Scenario {
  public:
    using Event = typename Domain::Event;
    using Command = typename Domain::Command;
    using Where = std::source_location;

    Scenario() : tables_{tracking_}, state_{tables_} {}
    template <class... Events>
    explicit Scenario(const Events&... events) : Scenario{} {
        (given(events), ...);
    }
    Scenario(const Scenario&) = delete;
    Scenario& operator=(const Scenario&) = delete;

    Scenario& given(const Event& event) {
        Domain::evolve(state_, event);
        return *this;
    }
    /// Something another service's journal says.
    template <class Foreign>
    Scenario& given_from(Service service, const Foreign& event) {
        Domain::evolve_foreign(state_, service, event.SerializeAsString());
        return *this;
    }
    Scenario& at(std::uint64_t now_ms) {
        now_ms_ = now_ms;
        return *this;
    }
    Scenario& by(std::string actor) {
        actor_ = std::move(actor);
        return *this;
    }

    /// Decides and, when the answer is yes, evolves, so that a second when() builds on the first.
    Scenario& when(const Command& command) {
        decision_.emplace(Domain::decide(state_, command, Context{now_ms_, organiser_, actor_}));
        if (decision_->has_value())
            for (const Event& event : (*decision_)->events) Domain::evolve(state_, event);
        return *this;
    }

    Scenario& expects(const Event& event, Where where = Where::current()) {
        return expects(std::vector<Event>{event}, where);
    }
    Scenario& expects(const std::vector<Event>& events, Where where = Where::current()) {
        const testing::ScopedTrace trace{where.file_name(), line(where), "expects"};
        if (!was_accepted()) return *this;
        EXPECT_EQ(text((*decision_)->events), text(events));
        return *this;
    }
    Scenario& creates(IdKind kind, std::uint32_t id, Where where = Where::current()) {
        const testing::ScopedTrace trace{where.file_name(), line(where), "creates"};
        if (!was_accepted()) return *this;
        bool found = false;
        for (const Created& created : (*decision_)->created)
            found = found || (created.kind == kind && created.id == id);
        EXPECT_TRUE(found) << "nothing of kind " << kind << " with id " << id << " was created";
        return *this;
    }
    Scenario& is_accepted(Where where = Where::current()) {
        const testing::ScopedTrace trace{where.file_name(), line(where), "is_accepted"};
        was_accepted();
        return *this;
    }
    Scenario& refuses(Reason reason, std::string_view subject, Where where = Where::current()) {
        const testing::ScopedTrace trace{where.file_name(), line(where), "refuses"};
        if (!was_refused()) return *this;
        EXPECT_EQ(Reason_Name(refusal().reason), Reason_Name(reason));
        EXPECT_EQ(refusal().subject, subject);
        return *this;
    }
    /// The whole answer, word by word.
    Scenario& refuses(const Refusal& expected, Where where = Where::current()) {
        refuses(expected.reason, expected.subject, where);
        const testing::ScopedTrace trace{where.file_name(), line(where), "refuses"};
        if (!decision_ || decision_->has_value()) return *this;
        EXPECT_EQ(refusal().value, expected.value);
        EXPECT_EQ(refusal().accepted, expected.accepted);
        return *this;
    }

    typename Domain::State& state() { return state_; }
    const std::vector<Event>& events() const { return (*decision_)->events; }
    Refusal refusal() const {
        invariant(decision_ && decision_->has_error(), "refusal() of a scenario that refused nothing");
        return decision_->error();
    }

  private:
    static int line(const Where& where) { return static_cast<int>(where.line()); }
    static std::string text(const std::vector<Event>& events) {
        std::string all;
        for (const Event& event : events) all += event.DebugString() + "\n";
        return all;
    }
    bool was_accepted() const {
        if (!decision_) return ADD_FAILURE() << "nothing was asked: when() is missing", false;
        if (decision_->has_value()) return true;
        return ADD_FAILURE() << "refused: " << Reason_Name(refusal().reason) << " " << refusal().subject << " ("
                             << refusal().value << "; accepted: " << refusal().accepted << ")",
               false;
    }
    bool was_refused() const {
        if (!decision_) return ADD_FAILURE() << "nothing was asked: when() is missing", false;
        if (!decision_->has_value()) return true;
        return ADD_FAILURE() << "accepted:\n" << text((*decision_)->events), false;
    }

    static constexpr std::string_view organiser_ = "sample-organiser";
    Tracking tracking_;
    Tables tables_;
    typename Domain::State state_;
    std::uint64_t now_ms_ = 1'790'000'000'000;  // September 2026
    std::string actor_ = "tester";
    std::optional<Decision<Event>> decision_;
};

}  // namespace hoicho::tests
