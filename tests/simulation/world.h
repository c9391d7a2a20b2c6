// A small world with one partition of two services: nodes that fight for it, crash, pause and lose commits; clients
// that ask, ask again and cheat.
#pragma once

#include <map>
#include <random>
#include <set>

#include "runtime/log/simulated_log.h"
#include "runtime/processor/processor.h"
#include "tests/simulation/client.h"
#include "tests/simulation/disk.h"

namespace hoicho::tests {

/// Everything that any processor told anybody: command id -> the Entries that answered it.
using Answers = std::multimap<std::string, journal::v1::Entry>;

/// Tells the world what a processor confirmed, and may end the process right there.
class Ear final : public runtime::Effect {
  public:
    Ear(Answers& answers, std::function<void()> at_confirmed)
        : answers_{answers}, at_confirmed_{std::move(at_confirmed)} {}
    void recovered(const Partition&) override {}
    void confirmed(std::string_view, const journal::v1::Entry& entry, const Partition&) override {
        answers_.emplace(entry.command_id(), entry);
        at_confirmed_();
    }

  private:
    Answers& answers_;
    std::function<void()> at_confirmed_;
};

/// One machine with one disk and at most one process, which owns (or believes to own) the partition of one service.
struct Node {
    runtime::MakePartition make_partition;
    Disk disk;
    std::unique_ptr<runtime::Processor> process;
    int paused_steps = 0;
};

class World {
  public:
    explicit World(std::uint64_t seed);

    /// `steps` of trouble, then peace until everything is answered.
    void run(int steps);

    runtime::SimulatedLog& log() { return log_; }
    std::vector<std::unique_ptr<Node>>& nodes() { return nodes_; }
    const Answers& answers() const { return answers_; }
    runtime::ProcessorSetup setup(Node& node);
    /// What went wrong on the way (J8, J9, a halt); empty: nothing.
    const std::string& wrong() const { return wrong_; }
    std::uint64_t crashes() const { return crashes_; }
    std::uint64_t void_entries_in_peace() const { return late_entries_; }

  private:
    void trouble();
    void step(Node& node);
    void stop(Node& node);
    void crash(Node& node);
    void start(Node& node);
    void ask();
    void ask_register();
    void make_peace();
    bool all_answered();
    void maybe_crash(std::uint32_t of_ten_thousand);
    std::uint64_t dice(std::uint64_t sides) { return random_() % sides; }

    std::mt19937_64 random_;
    runtime::SimulatedLog log_;
    runtime::Limits limits_{};
    std::vector<std::unique_ptr<Node>> nodes_;  ///< one of the register, two of the hall
    Answers answers_;
    std::uint64_t now_ms_ = 1'000;
    std::uint64_t next_id_ = 1;
    bool at_war_ = true;
    std::uint64_t crashes_ = 0;
    std::uint64_t late_entries_ = 0;
    std::string wrong_;
};

}  // namespace hoicho::tests
