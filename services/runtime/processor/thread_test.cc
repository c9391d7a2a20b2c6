// A processor on its own thread: it wakes for commands, flushes when it ends, and takes up again where it was.
#include "runtime/processor/thread.h"

#include <gtest/gtest.h>

#include <future>

#include "runtime/processor/instant_log.h"
#include "tests/simulation/client.h"
#include "tests/simulation/disk.h"

namespace hoicho::runtime {
namespace {

/// Keeps a promise when Entry `n` is confirmed.
class Until final : public Effect {
  public:
    explicit Until(std::uint64_t n) : n_{n} {}
    void recovered(const Partition&) override {}
    void confirmed(std::string_view, const journal::v1::Entry& entry, const Partition&) override {
        if (entry.n() == n_) reached.set_value();
    }
    std::promise<void> reached;

  private:
    std::uint64_t n_;
};

ProcessorSetup setup(tests::Disk& disk, const std::shared_ptr<Effect>& effect) {
    ProcessorSetup setup;
    setup.make_partition = tests::make_hall;
    setup.open_store = disk.opener();
    setup.effects = {effect};
    return setup;
}

TEST(ProcessorThread, DecidesWhatComesAndGoesOnAfterARestart) {
    InstantLog log;
    tests::Disk disk;
    const auto send = [&](std::uint64_t id) {
        log.send(tests::hall_commands, tests::command_message(SERVICE_SCHEDULING, tests::write(1, "x"), id),
                 [](const auto&) {});
    };
    {
        const auto third = std::make_shared<Until>(3);
        const ProcessorThread thread{setup(disk, third), log};
        for (std::uint64_t id = 1; id <= 3; ++id) send(id);
        third->reached.get_future().wait();
        EXPECT_TRUE(thread.status().ready());
    }
    send(4);
    const auto fourth = std::make_shared<Until>(4);
    const ProcessorThread thread{setup(disk, fourth), log};
    fourth->reached.get_future().wait();
    EXPECT_EQ(thread.counters().folded.get(), 0U) << "the first thread's clean end left all in the store";
}

TEST(ProcessorThread, StandsStillWithAnAlarmWhenSomethingThrowsThatNobodyExpected) {
    InstantLog log;
    tests::Disk disk;
    class Faulty final : public Effect {
        void recovered(const Partition&) override { throw std::runtime_error("an effect's fault"); }
        void confirmed(std::string_view, const journal::v1::Entry&, const Partition&) override {}
    };
    const ProcessorThread thread{setup(disk, std::make_shared<Faulty>()), log};
    while (thread.status().phase() != Phase::halted) std::this_thread::yield();
    EXPECT_EQ(thread.status().trouble().alarm, alarms::broken);
    EXPECT_FALSE(thread.status().ready());
}

}  // namespace
}  // namespace hoicho::runtime
