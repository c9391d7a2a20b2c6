// What a processor is given: its partition, its ports and its bounds.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "kernel/partition.h"
#include "kernel/state_store.h"
#include "runtime/effects/effect.h"

namespace hoicho::runtime {

/// Bounds of one processor; tests make them smaller.
struct Limits {
    std::size_t poll_records_max = 64;
    std::size_t window_entries_max = 256;
    std::size_t window_bytes_max = 4 << 20;
    std::size_t fold_records_max = 1'000;    ///< a step of folding, and the store's commit after it
    std::size_t commit_entries_max = 1'000;  ///< confirmed Entries the store may lag behind
    std::uint64_t commit_delay_ms_max = 200;
    std::uint64_t after_wait_ms_max = 250;  ///< how long a command waits for what it builds on
    std::uint64_t backoff_ms_min = 50;
    std::uint64_t backoff_ms_first = 300;
    std::uint64_t backoff_ms_max = 5'000;
    std::uint32_t crashes_max = 3;       ///< at one command, before it is passed over
    std::size_t careful_commands = 320;  ///< decided one by one after a crash: all that can have been in flight then
    std::uint64_t flush_ms_max = 5'000;  ///< waiting for deliveries when the partition is given up
    std::uint64_t idle_ms_max = 50;      ///< longest sleep without a wake
};

using MakePartition = std::function<std::unique_ptr<Partition>()>;
/// Opens the partition's store; `anew`: whatever lies there is thrown away first.
using OpenStore = std::function<Result<std::unique_ptr<StateStore>>(bool anew)>;
using Random = std::function<std::uint64_t()>;

/// 64 random bits from the operating system.
std::uint64_t system_random();

struct ProcessorSetup {
    std::uint32_t partition = 0;
    std::string build;               ///< written into every Entry
    bool accept_regression = false;  ///< fold anew when the journal lost acknowledged Entries, instead of halting
    MakePartition make_partition;
    OpenStore open_store;
    std::vector<std::shared_ptr<Effect>> effects;
    Random random = system_random;  ///< writer ids and backoff
    Limits limits{};
};

}  // namespace hoicho::runtime
