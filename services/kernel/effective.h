// The one rule by which every reader of a journal tells an Entry that counts from a late one of a paused or replaced writer.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "kernel/entry_view.h"

namespace hoicho {

using WriterId = std::array<std::uint8_t, 16>;

/// The newest Entry that counts.
struct Head {
    std::uint64_t n = 0;
    WriterId writer{};
    std::int64_t input = -1;      ///< offset of the command it answered
    std::uint64_t now_ms = 0;     ///< its time; the next decision's is not earlier

    friend bool operator==(const Head&, const Head&) = default;
};

inline bool same_bytes(const WriterId& writer, std::string_view bytes) {
    return bytes == std::string_view{reinterpret_cast<const char*>(writer.data()), writer.size()};
}

/// Processor, gateway, relay, auditor and tests ask this and nothing else.
template <class AnEntry>  // an Entry or a view of one
bool effective(const AnEntry& entry, const Head& head) {
    return entry.n() == head.n + 1 && same_bytes(head.writer, entry.parent()) && entry.input() > head.input;
}

/// The head after an effective Entry.
template <class AnEntry>
Head head_after(const AnEntry& entry) {
    Head head{entry.n(), {}, entry.input(), entry.now_ms()};
    std::string_view{entry.writer()}.copy(reinterpret_cast<char*>(head.writer.data()), head.writer.size());
    return head;
}

}  // namespace hoicho
