// Opening a partition: the store if it can be trusted, and whether the journals still hold what it was made of (steps
// O2 and O3).
#pragma once

#include <memory>

#include "kernel/ledger.h"
#include "runtime/log/event_log.h"
#include "runtime/processor/setup.h"
#include "runtime/processor/store_meta.h"
#include "runtime/processor/trouble.h"

namespace hoicho::runtime {

/// A ledger as its store left it, or an empty one.
struct OpenedState {
    std::unique_ptr<StateStore> store;
    std::unique_ptr<Ledger> ledger;
    StoreIdentity identity;
};

/// A store that is damaged, of another format or fold version is emptied: the journal is folded from its beginning.
/// Troubles: journal-regressed (unless accepted), journal-expired, partitions-changed; passing ones of log and store.
Attempt<OpenedState> open_state(const ProcessorSetup& setup, EventLog& log);

/// Whether every journal still has the head that the ledger folded, and its next record.
Attempt<void> verify_positions(EventLog& log, std::uint32_t partition, const Ledger& ledger);

}  // namespace hoicho::runtime
