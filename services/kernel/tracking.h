// What a partition remembers of its tables' writes: how to take back decisions that were never confirmed, and which rows the store lacks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <string_view>

#include "kernel/digest.h"

namespace hoicho {

/// Receives a changed row: nullopt-like empty flag `present = false` means the row is gone.
using RowSink = std::function<void(std::string_view key, bool present, std::string_view row)>;

/// A table as its partition handles it, whatever its key and row are.
class TableBase {
  public:
    virtual ~TableBase() = default;
    virtual std::string_view name() const = 0;           ///< two letters, never used again once released
    virtual void undo_last() = 0;                        ///< takes back the newest unconfirmed write
    virtual void confirm_first() = 0;                    ///< the oldest unconfirmed write is final
    virtual void drain_changes(const RowSink& sink) = 0;  ///< rows changed by final writes since the last drain
    virtual bool load(std::string_view key, std::string_view row) = 0;  ///< false: the bytes are not a row of this table
    virtual void add_to(Digest& digest, std::string_view scope) const = 0;
};

/// Shared by all tables of a partition. Single-threaded, like everything a processor owns.
class Tracking {
  public:
    /// Writes from here on can be taken back until confirmed (a processor deciding), or are final at once (a fold).
    void set_undoable(bool undoable) { undoable_ = undoable; }
    bool undoable() const { return undoable_; }
    /// Whether final writes are remembered for a store; a gateway keeps none.
    void set_stored(bool stored) { stored_ = stored; }
    bool stored() const { return stored_; }

    void begin_entry() { writes_per_entry_.push_back(0); }
    void wrote(TableBase& table) {
        writes_.push_back(&table);
        ++writes_per_entry_.back();
    }
    void confirm_first_entry();
    void undo_last_entry();
    void undo_all();
    std::size_t unconfirmed_entries() const { return writes_per_entry_.size(); }

  private:
    bool undoable_ = false;
    bool stored_ = false;
    std::deque<TableBase*> writes_;
    std::deque<std::uint32_t> writes_per_entry_;
};

}  // namespace hoicho
