// Rows and staged changes in ordered maps; see memory_store.h.
#include "kernel/memory_store.h"

namespace hoicho {

void MemoryStore::stage(std::string_view key, bool present, std::string_view row) {
    staged_.insert_or_assign(std::string{key}, present ? std::optional<std::string>{row} : std::nullopt);
}

Result<void> MemoryStore::commit(std::string_view meta) {
    for (auto& [key, row] : staged_) {
        if (row) {
            rows_.insert_or_assign(key, std::move(*row));
        } else {
            rows_.erase(key);
        }
    }
    staged_.clear();
    meta_ = std::string{meta};
    return {};
}

Result<std::optional<std::string>> MemoryStore::find(std::string_view key) {
    if (const auto at = staged_.find(key); at != staged_.end()) return at->second;
    if (const auto at = rows_.find(key); at != rows_.end()) return std::optional<std::string>{at->second};
    return std::optional<std::string>{};
}

Result<void> MemoryStore::scan(std::string_view prefix, const std::function<void(std::string_view, std::string_view)>& row) {
    auto merged = rows_;
    for (const auto& [key, change] : staged_) {
        if (change) {
            merged.insert_or_assign(key, *change);
        } else {
            merged.erase(key);
        }
    }
    for (auto at = merged.lower_bound(prefix); at != merged.end() && at->first.starts_with(prefix); ++at) row(at->first, at->second);
    return {};
}

Result<void> MemoryStore::clear() {
    rows_.clear();
    staged_.clear();
    notes_.clear();
    meta_.reset();
    return {};
}

Result<void> MemoryStore::put_note(std::string_view name, std::string_view value) {
    notes_.insert_or_assign(std::string{name}, std::string{value});
    return {};
}

Result<std::optional<std::string>> MemoryStore::note(std::string_view name) {
    const auto at = notes_.find(name);
    return at == notes_.end() ? std::optional<std::string>{} : std::optional<std::string>{at->second};
}

}  // namespace hoicho
