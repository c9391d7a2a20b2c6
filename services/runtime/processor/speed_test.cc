// What deciding and folding cost without a log's own time. Prints figures; fails only when they are absurd, for test
// machines differ. HOICHO_SPEED_COMMANDS=1000000 in a release build gives figures worth quoting.
#include <gtest/gtest.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "runtime/processor/instant_log.h"
#include "runtime/processor/processor.h"
#include "tests/simulation/client.h"
#include "tests/simulation/disk.h"

namespace hoicho::runtime {
namespace {

std::uint64_t commands_wanted() {
    const char* wanted = std::getenv("HOICHO_SPEED_COMMANDS");
    return wanted ? std::strtoull(wanted, nullptr, 10) : 5'000;
}

/// Counts, and nothing else.
struct Counting {
    using Command = tests::Note;
    using Event = tests::Note;
    static constexpr Service service = Service::SERVICE_SCHEDULING;
    static constexpr std::uint32_t fold_version = 1;
    struct State {
        explicit State(Tables& tables) : counts{tables, "co"} {}
        void index() {}
        Keyed<std::uint32_t, std::uint64_t> counts;
    };
    static const std::vector<Service>& folds() {
        static const std::vector<Service> none;
        return none;
    }
    static Decision<Event> decide(const State&, const Command& command, const Context&) { return fact(command); }
    static void evolve(State& state, const Event& event) {
        const auto* count = state.counts.find(event.seat);
        state.counts.put(event.seat, 1 + (count ? *count : 0));
    }
    static Folded evolve_foreign(State&, Service, std::string_view) { return Folded::newer; }
};

std::unique_ptr<Partition> make_counting() { return std::make_unique<TypedPartition<Counting>>(); }

double per_second(std::uint64_t count, std::chrono::steady_clock::duration took) {
    return static_cast<double>(count) / std::chrono::duration<double>(took).count();
}

TEST(Speed, OfDecidingAndFolding) {
    const auto commands = commands_wanted();
    InstantLog log;
    for (std::uint64_t id = 1; id <= commands; ++id)
        log.send(
            tests::hall_commands,
            tests::command_message(SERVICE_SCHEDULING, tests::write(static_cast<std::uint32_t>(id % 1'000), ""), id),
            [](const auto&) {});
    ProcessorSetup setup;
    setup.make_partition = make_counting;
    setup.open_store = [](bool) { return Result<std::unique_ptr<StateStore>>{std::make_unique<MemoryStore>()}; };
    Processor processor{setup, log, nullptr};
    std::uint64_t now_ms = 0;
    const auto begun = std::chrono::steady_clock::now();
    while (processor.counters().confirmed.get() < commands) processor.step(++now_ms / 16);
    const auto decided = std::chrono::steady_clock::now() - begun;

    std::vector<journal::v1::Entry> entries(commands);
    for (std::size_t at = 0; at < entries.size(); ++at)
        ASSERT_TRUE(entries[at].ParseFromString(
            log.at(tests::hall_journal, static_cast<std::int64_t>(at)).value()->message.value));
    Ledger ledger{make_counting()};
    const auto fold_begun = std::chrono::steady_clock::now();
    for (std::size_t at = 0; at < entries.size(); ++at)
        ledger.fold(SERVICE_SCHEDULING, static_cast<std::int64_t>(at), "hanoi", entries[at]);
    const auto folded = std::chrono::steady_clock::now() - fold_begun;

    EXPECT_EQ(ledger.digest(), processor.ledger()->digest());
    std::printf("decided %.0f commands/s, folded %.0f Entries/s, %llu commits\n", per_second(commands, decided),
                per_second(commands, folded), static_cast<unsigned long long>(processor.counters().commits.get()));
    EXPECT_GT(per_second(commands, decided), 200.0);
}

}  // namespace
}  // namespace hoicho::runtime
