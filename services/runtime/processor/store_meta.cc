// Format number first, then the rows' codec; see store_meta.h.
#include "runtime/processor/store_meta.h"

#include "kernel/codec.h"

namespace hoicho::runtime {
namespace {

constexpr std::uint32_t meta_format = 1;

}  // namespace

std::string encode(const StoreMeta& meta) {
    std::string bytes;
    codec::put(bytes, meta_format);
    codec::put(bytes, meta);
    return bytes;
}

std::optional<StoreMeta> decode_store_meta(std::string_view bytes) {
    std::uint32_t format = 0;
    StoreMeta meta;
    if (!codec::get(bytes, format) || format != meta_format || !codec::get(bytes, meta) || !bytes.empty())
        return std::nullopt;
    return meta;
}

StoreMeta meta_of(const Ledger& ledger, const StoreIdentity& identity) {
    StoreMeta meta{identity, {}};
    for (const auto& [service, position] : ledger.positions()) meta.positions.push_back(position);
    return meta;
}

}  // namespace hoicho::runtime
