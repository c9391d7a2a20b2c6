// Where a partition's confirmed rows are kept between runs: a cache of the journal, never the truth.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "kernel/result.h"

namespace hoicho {

/// Ordered rows with an overlay of staged changes: reads see staged rows, commit() makes all of them durable in one atomic write together
/// with the meta row, so that rows and position never lie about each other. One owner thread.
class StateStore {
  public:
    virtual ~StateStore() = default;

    /// A change for the next commit; a row staged ten times is written once. `present` false: the row is gone.
    virtual void stage(std::string_view key, bool present, std::string_view row) = 0;
    /// Writes everything staged and the meta row, atomically. Survives a killed process; after a power cut an earlier commit may be found.
    virtual Result<void> commit(std::string_view meta) = 0;
    /// Forgets what is staged.
    virtual void drop_staged() = 0;

    virtual Result<std::optional<std::string>> meta() = 0;
    virtual Result<std::optional<std::string>> find(std::string_view key) = 0;
    /// Every row whose key begins with `prefix`, in key order.
    virtual Result<void> scan(std::string_view prefix, const std::function<void(std::string_view key, std::string_view row)>& row) = 0;
    /// An empty store, also on disk.
    virtual Result<void> clear() = 0;

    /// A note outside the rows, durable at once against a killed process (not a power cut): which command is being tried.
    virtual Result<void> put_note(std::string_view name, std::string_view value) = 0;
    virtual Result<std::optional<std::string>> note(std::string_view name) = 0;
};

}  // namespace hoicho
