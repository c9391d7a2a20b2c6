// A run that was asked for comes back as a proposal that the domain takes, also after a restart.
#include "scheduling/service/solver_effect.h"

#include "kernel/sha256.h"
#include "scheduling/domain/testing.h"
#include "scheduling/service/hold_draw.h"
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

TEST(SolverEffect, RepairsWhatIsPublished) {
    Watched watched;
    auto effect = watched.effect();
    effect.confirmed(organiser, watched.decide(ask_short_programme()), watched.partition);
    watched.work();
    watched.decide(watched.command);
    watched.decide(publish(1));
    auto repair = ask_short_programme();
    repair.mutable_ask_programme()->set_disturbed_max(0);
    effect.confirmed(organiser, watched.decide(repair), watched.partition);
    watched.work();
    EXPECT_TRUE(watched.command.propose_programme().figures().repair());
    watched.decide(watched.command);
    watched.decide(publish(2));
    EXPECT_EQ(watched.partition.state(organiser)->meetings.size(), 3U);  // nothing had happened
}

TEST(SolverEffect, HoldsADrawOnTheFloorThatWasCommittedTo) {
    Watched watched;
    auto effect = watched.effect();
    const std::string secret = sha256_hex("a secret of the organiser");
    v1::Command commit;
    commit.mutable_commit_draw()->set_fair(1);
    commit.mutable_commit_draw()->set_seed_sha256(sha256_hex(secret));
    commit.mutable_commit_draw()->set_floor_sha256(sha256_hex(draw_floor_text(pose_draw(*watched.partition.state(organiser), FairId{1}))));
    watched.decide(commit);
    auto ask = ask_allocation();
    ask.mutable_ask_allocation()->set_mode(v1::ALLOCATION_MODE_POINTS_AND_DRAW);
    ask.mutable_ask_allocation()->set_secret_seed(secret);
    effect.confirmed(organiser, watched.decide(ask), watched.partition);
    watched.work();
    watched.decide(watched.command);
    const State& state = *watched.partition.state(organiser);
    EXPECT_TRUE(state.booth_holders.contains(BoothId{1}));
    const auto& run = *state.allocation_runs.find(AllocationRunId{1});
    const auto posed = pose_draw(state, FairId{1}, AllocationRunId{1});  // as committed to, though the booth is given by now
    EXPECT_EQ(sha256_hex(draw_floor_text(posed)), run.draw->commitment.floor_sha256);
    EXPECT_TRUE(files::verify_draw(posed.floor, run.draw->commitment.floor_sha256, hold_draw(posed, *run.draw).result.record).empty());
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
