// Walks through every state of the protocol's model: none breaks an invariant, and likely mistakes are found at once.
#include <gtest/gtest.h>

#include <cstdlib>
#include <cstring>
#include <iostream>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "tests/model/protocol_steps.h"

namespace hoicho::model {
namespace {

struct Outcome {
    std::size_t states = 0;
    std::string invariant;       ///< empty: none was broken
    std::string counterexample;  ///< the letters of its steps, one of the shortest
};

struct Node {
    State state;
    std::array<char, 32> path{};
};

/// 64 bits stand for a state: over ten million states two share a fingerprint with a chance of 1 in 300,000.
/// The two processors are alike, so a state and its mirror image count once.
std::uint64_t fingerprint(State s) {
    if (s.processors[0].writer < s.processors[1].writer) std::swap(s.processors[0], s.processors[1]);
    std::array<std::uint64_t, (sizeof(State) + 7) / 8> words{};
    std::memcpy(words.data(), &s, sizeof(State));
    std::uint64_t hash = 0;
    for (const auto word : words) {
        hash = (hash ^ word) * 0x9E3779B97F4A7C15U;
        hash ^= hash >> 29U;
    }
    return hash;
}

/// Breadth first, so the first counterexample is a shortest one.
Outcome explore(Mistake mistake, int records_max) {
    Outcome outcome;
    std::unordered_set<std::uint64_t> seen{fingerprint({})};
    std::vector<Node> level{{}};
    std::vector<Node> following;
    for (std::size_t depth = 0; !level.empty() && outcome.invariant.empty(); ++depth) {
        following.clear();
        for (const auto& node : level) {
            steps(node.state, records_max, mistake, [&](const State& next, char letter, Broken broken) {
                if (!outcome.invariant.empty() || !seen.insert(fingerprint(next)).second) return;
                following.push_back({next, node.path});
                auto& path = following.back().path;
                if (depth < path.size()) path[depth] = letter;
                if (!broken) return;
                outcome.invariant = *broken;
                outcome.counterexample.assign(path.data(), std::min(depth + 1, path.size()));
            });
            if (!outcome.invariant.empty()) break;
        }
        level.swap(following);
    }
    outcome.states = seen.size();
    return outcome;
}

/// All five records on request; the default finds the planted mistakes and stays short under the sanitizers.
int records_max() {
    const bool full = std::getenv("HOICHO_MODEL_FULL") != nullptr;  // NOLINT(concurrency-mt-unsafe)
    return full ? journal_records_max : 4;
}

Outcome explored(Mistake mistake) {
    auto outcome = explore(mistake, records_max());
    std::cout << outcome.states << " states, journal of at most " << records_max() << " records";
    if (!outcome.invariant.empty())
        std::cout << "; broken: " << outcome.invariant << ", after " << outcome.counterexample.size() << " steps "
                  << outcome.counterexample;
    std::cout << '\n';
    return outcome;
}

TEST(JournalProtocol, BreaksNoInvariantInAnyState) {
    const auto outcome = explored(Mistake::none);
    EXPECT_EQ(outcome.invariant, "");
    EXPECT_GT(outcome.states, 100'000U);  // a model that can hardly move would break nothing either
}

TEST(JournalProtocol, LosesAnAcknowledgedReplyWithoutTheOffsetCheck) {
    EXPECT_TRUE(explored(Mistake::no_offset_check).invariant.starts_with("J3"));
}

TEST(JournalProtocol, AcceptsADecisionOnAStateThatNeverWasWithoutTheChain) {
    EXPECT_TRUE(explored(Mistake::no_chain).invariant.starts_with("J6"));
}

TEST(JournalProtocol, NeedsTheParentInTheChainAndNotOnlyTheNumber) {
    EXPECT_TRUE(explored(Mistake::no_parent).invariant.starts_with("J6"));
}

TEST(JournalProtocol, DecidesOnUnconfirmedRowsWhenTheyReachTheStoreEarly) {
    EXPECT_TRUE(explored(Mistake::store_before_confirm).invariant.starts_with("J6"));
}

}  // namespace
}  // namespace hoicho::model
