// What a processor counts and how it stands, readable from any thread: telemetry and /readyz look here.
#pragma once

#include <atomic>
#include <cstdint>
#include <mutex>
#include <string>

#include "runtime/processor/trouble.h"

namespace hoicho::runtime {

/// Written by the processor's thread only.
class Counter {
  public:
    void add(std::uint64_t more = 1) {
        value_.store(value_.load(std::memory_order_relaxed) + more, std::memory_order_relaxed);
    }
    void set(std::uint64_t value) { value_.store(value, std::memory_order_relaxed); }
    std::uint64_t get() const { return value_.load(std::memory_order_relaxed); }

  private:
    std::atomic<std::uint64_t> value_{0};
};

struct Counters {
    Counter decided;      ///< Entries made
    Counter confirmed;    ///< Entries found where they were expected
    Counter folded;       ///< effective Entries read, own and foreign
    Counter empty;        ///< void Entries skipped (journal_void_total)
    Counter conflicts;    ///< windows given up because an Entry did not land where expected
    Counter gaps;         ///< times commands were read anew because an offset was missing
    Counter malformed;    ///< records that were no commands
    Counter deferred;     ///< commands passed over: what they build on had not come, or decide threw
    Counter thrown;       ///< of these: decide threw (an alarm, not a state)
    Counter quarantined;  ///< commands passed over because they crashed the process three times
    Counter commits;      ///< batches written to the store
    Counter interrupts;   ///< passing troubles of log or store, each followed by a new try
    Counter head_n;       ///< newest confirmed Entry
    Counter next_input;   ///< offset of the next command to confirm
};

enum class Phase : std::uint8_t { opening, folding, running, waiting, halted, closed };

/// Where the partition stands, and if it halted, why.
class Status {
  public:
    Phase phase() const { return phase_.load(std::memory_order_relaxed); }
    bool ready() const { return phase() == Phase::running; }
    Trouble trouble() const {
        const std::lock_guard lock{mutex_};
        return trouble_;
    }
    void enter(Phase phase) { phase_.store(phase, std::memory_order_relaxed); }
    void note(const Trouble& trouble) {
        const std::lock_guard lock{mutex_};
        trouble_ = trouble;
    }

  private:
    std::atomic<Phase> phase_{Phase::opening};
    mutable std::mutex mutex_;
    Trouble trouble_;  ///< the last one
};

}  // namespace hoicho::runtime
