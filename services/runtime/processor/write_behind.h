// Brings confirmed rows to the store, many Entries in one batch, behind the decisions.
#pragma once

#include <cstdint>

#include "kernel/ledger.h"
#include "kernel/state_store.h"
#include "runtime/processor/setup.h"
#include "runtime/processor/store_meta.h"

namespace hoicho::runtime {

/// One owner thread. Unconfirmed rows never pass: the ledger gives out final ones only.
class WriteBehind {
  public:
    WriteBehind(StateStore& store, Ledger& ledger, StoreIdentity identity, const Limits& limits)
        : store_{store}, ledger_{ledger}, identity_{identity}, limits_{limits} {}

    /// `entries` more were confirmed or folded.
    void note(std::size_t entries, std::uint64_t now_ms);
    /// Writes when enough Entries or enough time lie behind the last commit. True: it wrote.
    Result<bool> commit_if_due(std::uint64_t now_ms);
    /// Writes whatever is not in the store yet. True: it wrote.
    Result<bool> commit();
    /// When commit_if_due has something to do; the greatest time when nothing waits.
    std::uint64_t due_at_ms() const;

  private:
    StateStore& store_;
    Ledger& ledger_;
    StoreIdentity identity_;
    Limits limits_;
    std::size_t entries_ = 0;        ///< since the last commit
    std::uint64_t first_at_ms_ = 0;  ///< when the first of them came
};

}  // namespace hoicho::runtime
