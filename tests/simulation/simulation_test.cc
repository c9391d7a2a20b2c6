// Years of trouble in seconds: after every run the journal's invariants J1-J6, J8 and J9 are checked. A failing seed
// alone repeats its run.
#include <gtest/gtest.h>

#include <cstdlib>

#include "runtime/processor/verifier.h"
#include "tests/simulation/world.h"

namespace hoicho::tests {
namespace {

using journal::v1::Entry;

constexpr std::uint64_t seeds_default = 500;
constexpr int steps_of_trouble = 1'200;

/// The outcome alone, as its bytes.
std::string outcome_of(const Entry& entry) {
    Entry only;
    if (entry.has_accepted()) *only.mutable_accepted() = entry.accepted();
    if (entry.has_refused()) *only.mutable_refused() = entry.refused();
    if (entry.has_quarantined()) *only.mutable_quarantined() = entry.quarantined();
    return only.SerializeAsString();
}

std::map<std::uint64_t, Entry> effective_entries(runtime::SimulatedLog& log, const runtime::Stream& journal) {
    std::map<std::uint64_t, Entry> entries;
    Head head;
    for (std::int64_t offset = 0; offset < log.bounds(journal).value().end; ++offset) {
        Entry entry;
        EXPECT_TRUE(entry.ParseFromString(log.at(journal, offset).value()->message.value));
        if (!effective(entry, head)) continue;
        head = head_after(entry);
        entries.emplace(entry.n(), std::move(entry));
    }
    return entries;
}

/// J3 and J4: what anybody was told stands in the journal, byte for byte, and one id has one answer.
void check_answers(World& world) {
    const auto hall = effective_entries(world.log(), hall_journal);
    const auto people = effective_entries(world.log(), register_journal);
    std::map<std::string, std::string> answer_of;
    for (const auto& [id, told] : world.answers()) {
        const auto& journal = told.seen_size() > 0 ? hall : people;
        const auto stands = journal.find(told.n());
        ASSERT_TRUE(stands != journal.end()) << "J3: Entry " << told.n() << " was told and is gone";
        ASSERT_EQ(stands->second.SerializeAsString(), told.SerializeAsString()) << "J3";
        if (id.empty() || told.has_deferred()) continue;
        if (told.has_refused() && told.refused().reason() == REASON_KEY_REUSED) continue;
        const auto& answered = told.has_repeated() ? journal.at(told.repeated().of_n()) : told;
        const auto [first, is_first] = answer_of.try_emplace(id, outcome_of(answered));
        ASSERT_EQ(first->second, outcome_of(answered)) << "J4: two answers to one id";
    }
}

/// J5: what a node loads from its disk, a refold from nothing and the process that decided agree.
void check_digests(World& world, Node& node, const std::string& folded) {
    EXPECT_EQ(node.process->ledger()->digest().hex(), folded) << "J5: the process";
    node.process->close();
    auto loaded = runtime::open_state(world.setup(node), world.log());
    ASSERT_TRUE(loaded);
    EXPECT_EQ(loaded->ledger->digest().hex(), folded) << "J5: the store";
}

void check_audit(World& world, const runtime::MakePartition& make, std::string& digest, std::uint64_t& entries) {
    const auto audited = runtime::audit(world.log(), 0, make);
    ASSERT_TRUE(audited);
    EXPECT_TRUE(audited->sound()) << runtime::report(*audited);
    EXPECT_EQ(audited->expired, 0U);
    digest = audited->digest;
    entries += audited->entries;
}

TEST(Simulation, KeepsTheInvariantsThroughEveryTrouble) {
    const char* chosen = std::getenv("HOICHO_SEED");
    const char* count = std::getenv("HOICHO_SEEDS");
    const std::uint64_t first = chosen ? std::strtoull(chosen, nullptr, 10) : 1;
    const std::uint64_t seeds = chosen ? 1 : count ? std::strtoull(count, nullptr, 10) : seeds_default;
    std::uint64_t entries = 0, conflicts = 0, crashes = 0;
    for (auto seed = first; seed < first + seeds; ++seed) {
        SCOPED_TRACE("HOICHO_SEED=" + std::to_string(seed));
        World world{seed};
        world.run(steps_of_trouble);
        ASSERT_EQ(world.wrong(), "");
        std::string register_digest, hall_digest;
        check_audit(world, make_register, register_digest, entries);
        check_audit(world, make_hall, hall_digest, entries);
        check_answers(world);
        for (auto& node : world.nodes()) conflicts += node->process->counters().conflicts.get();
        check_digests(world, *world.nodes()[0], register_digest);
        check_digests(world, *world.nodes()[1], hall_digest);
        check_digests(world, *world.nodes()[2], hall_digest);
        crashes += world.crashes();
        if (HasFailure()) break;
    }
    std::printf("seeds %llu..%llu: %llu effective Entries, %llu crashes, at least %llu conflicts\n",
                static_cast<unsigned long long>(first), static_cast<unsigned long long>(first + seeds - 1),
                static_cast<unsigned long long>(entries), static_cast<unsigned long long>(crashes),
                static_cast<unsigned long long>(conflicts));
    if (!chosen) {
        EXPECT_GT(conflicts, seeds) << "processors hardly fought: the simulation lost its bite";
    }
}

}  // namespace
}  // namespace hoicho::tests
