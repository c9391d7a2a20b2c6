// A run that was asked for comes back as a proposal that the domain takes, also after a restart.
#include "scheduling/service/solver_effect.h"

#include "scheduling/domain/testing.h"
#include "scheduling/service/partition.h"

namespace hoicho::scheduling {
namespace {

constexpr std::string_view organiser = "sample-organiser";

/// A partition in which a programme and an allocation can be asked for, and the effect that watches it.
class Watched {
  public:
    Watched() {
        hear(fair_opened());
        for (const std::uint32_t id : {1U, 2U, 3U}) {
            hear(entered(Side::buyer, id));
            hear(entered(Side::exhibitor, id));
            partition.evolve(SERVICE_MATCHING, organiser, wish(Side::buyer, id, van_ho, Level::must).SerializeAsString());
        }
        for (const auto& opening : small_venue()) decide(opening);
        decide(place_booth("A1"));
        decide(request_booths(van_ho));
    }

    SolverEffect effect() {
        return SolverEffect{[this](std::string who, std::string name, std::string payload) {
                                EXPECT_EQ(who, organiser);
                                names.push_back(std::move(name));
                                EXPECT_TRUE(command.ParseFromString(payload));
                            },
                            [this](std::function<void()> job) { jobs.push_back(std::move(job)); }, [] { return day_before_ms; }};
    }

    journal::v1::Entry decide(const v1::Command& asked) {
        const auto outcome = partition.decide(asked.SerializeAsString(), Context{day_before_ms, organiser, "tester"});
        journal::v1::Entry entry;
        EXPECT_TRUE(std::holds_alternative<Yes>(outcome)) << asked.DebugString();
        for (const auto& event : std::get<Yes>(outcome).events) entry.mutable_accepted()->add_events(event);
        return entry;
    }

    void work() {
        for (auto& job : std::exchange(jobs, {})) job();
    }

    SchedulingPartition partition;
    std::vector<std::function<void()>> jobs;
    std::vector<std::string> names;
    v1::Command command;

  private:
    void hear(const registration::v1::Event& event) { partition.evolve(SERVICE_REGISTRATION, organiser, event.SerializeAsString()); }
};

v1::Command ask_short_programme() {
    auto command = ask_programme();
    command.mutable_ask_programme()->set_steps(2'000);
    return command;
}

TEST(SolverEffect, ComesBackWithAProgrammeThatPlacesEveryWish) {
    Watched watched;
    auto effect = watched.effect();
    effect.confirmed(organiser, watched.decide(ask_short_programme()), watched.partition);
    EXPECT_TRUE(watched.names.empty());  // nothing is solved on the processor's thread
    watched.work();
    EXPECT_EQ(watched.names, std::vector<std::string>{"programme/1"});
    v1::Event drafted;
    ASSERT_TRUE(drafted.ParseFromString(watched.decide(watched.command).accepted().events(0)));
    EXPECT_EQ(drafted.programme_drafted().meetings_size(), 3);
    EXPECT_EQ(drafted.programme_drafted().not_held_size(), 0);
}

TEST(SolverEffect, ComesBackWithAnAllocation) {
    Watched watched;
    auto effect = watched.effect();
    effect.confirmed(organiser, watched.decide(ask_allocation()), watched.partition);
    watched.work();
    EXPECT_EQ(watched.names, std::vector<std::string>{"allocation/1"});
    watched.decide(watched.command);
    EXPECT_TRUE(watched.partition.state(organiser)->booth_holders.contains(BoothId{1}));
}

TEST(SolverEffect, TakesUpWhatARestartLeftUndone) {
    Watched watched;
    watched.decide(ask_short_programme());
    auto effect = watched.effect();
    effect.recovered(watched.partition);
    watched.work();
    EXPECT_EQ(watched.names, std::vector<std::string>{"programme/1"});
    watched.decide(watched.command);
    effect.recovered(watched.partition);
    EXPECT_TRUE(watched.jobs.empty());
}

TEST(SolverEffect, SendsNothingOnceItIsGone) {
    Watched watched;
    {
        auto effect = watched.effect();
        effect.confirmed(organiser, watched.decide(ask_short_programme()), watched.partition);
    }
    watched.work();
    EXPECT_TRUE(watched.names.empty());
}

}  // namespace
}  // namespace hoicho::scheduling
