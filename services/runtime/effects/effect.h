// Work that lives outside the order of decisions (solvers, timers, mail): it watches confirmed decisions and comes back as commands.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "hoicho/journal/v1/journal.pb.h"
#include "kernel/partition.h"

namespace hoicho::runtime {

/// Watches one partition. Called on its processor's thread and must not wait: it takes what it needs of the state and hands the work to a
/// Worker. The state may hold decisions that are not confirmed yet, which is harmless for a proposal that decide checks anyway.
class Effect {
  public:
    virtual ~Effect() = default;
    /// The partition is folded to its end: take up what an earlier run left undone.
    virtual void recovered(const Partition& state) = 0;
    /// An Entry stands in the journal.
    virtual void confirmed(std::string_view organiser, const journal::v1::Entry& entry, const Partition& state) = 0;
    /// After any number of confirmed() and of foreign events: once per step of the processor, for what is too dear to do each time.
    virtual void rested(const Partition& state) { (void)state; }
};

/// How an effect comes back: a command to its own service. organiser and `name` make the command id (XXH3-128), so that doing the work twice asks
/// once. Thread-safe.
using SendCommand = std::function<void(std::string organiser, std::string name, std::string payload)>;

}  // namespace hoicho::runtime
