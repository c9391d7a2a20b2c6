// Drain, stage, commit; see write_behind.h.
#include "runtime/processor/write_behind.h"

#include <limits>

namespace hoicho::runtime {

void WriteBehind::note(std::size_t entries, std::uint64_t now_ms) {
    if (entries_ == 0) first_at_ms_ = now_ms;
    entries_ += entries;
}

std::uint64_t WriteBehind::due_at_ms() const {
    return entries_ == 0 ? std::numeric_limits<std::uint64_t>::max() : first_at_ms_ + limits_.commit_delay_ms_max;
}

Result<bool> WriteBehind::commit_if_due(std::uint64_t now_ms) {
    if (entries_ < limits_.commit_entries_max && now_ms < due_at_ms()) return false;
    return commit();
}

Result<bool> WriteBehind::commit() {
    if (entries_ == 0) return false;
    ledger_.drain_changes(
        [this](std::string_view key, bool present, std::string_view row) { store_.stage(key, present, row); });
    if (auto written = store_.commit(encode(meta_of(ledger_, identity_))); !written) return written.error();
    entries_ = 0;
    return true;
}

}  // namespace hoicho::runtime
