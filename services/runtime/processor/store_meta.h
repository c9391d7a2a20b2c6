// The meta row of a store: whose rows these are and how far each journal was folded when they were written.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/ledger.h"

namespace hoicho::runtime {

/// Which rows can be understood at all.
struct StoreIdentity {
    Service service = Service::SERVICE_UNSPECIFIED;
    std::uint32_t fold_version = 0;
    std::uint32_t partition = 0;
    std::uint32_t partitions = 0;  ///< P: with another P an organiser may lie elsewhere
    friend bool operator==(const StoreIdentity&, const StoreIdentity&) = default;
};

struct StoreMeta {
    StoreIdentity identity;
    std::vector<JournalPosition> positions;  ///< own journal and the ones it folds
};

std::string encode(const StoreMeta& meta);
/// nullopt: another format, or bytes that are none.
std::optional<StoreMeta> decode_store_meta(std::string_view bytes);

StoreMeta meta_of(const Ledger& ledger, const StoreIdentity& identity);

}  // namespace hoicho::runtime
