// The one rule by which every reader of a journal tells an Entry that counts from a late one of a paused or replaced writer.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "hoicho/journal/v1/journal.pb.h"

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
inline bool effective(const journal::v1::Entry& entry, const Head& head) {
    return entry.n() == head.n + 1 && same_bytes(head.writer, entry.parent()) && entry.input() > head.input;
}

/// The head after an effective Entry.
inline Head head_after(const journal::v1::Entry& entry) {
    Head head{entry.n(), {}, entry.input(), entry.now_ms()};
    entry.writer().copy(reinterpret_cast<char*>(head.writer.data()), head.writer.size());
    return head;
}

/// Which of its five outcomes an Entry has; `unknown`: none this build knows, so a newer build wrote it.
enum class EntryOutcome : std::uint8_t { unknown, accepted, refused, repeated, deferred, quarantined };

inline EntryOutcome outcome_of(const journal::v1::Entry& entry) {
    if (entry.has_accepted()) return EntryOutcome::accepted;
    if (entry.has_refused()) return EntryOutcome::refused;
    if (entry.has_repeated()) return EntryOutcome::repeated;
    if (entry.has_deferred()) return EntryOutcome::deferred;
    if (entry.has_quarantined()) return EntryOutcome::quarantined;
    return EntryOutcome::unknown;
}

/// Highest Entry.format this build understands.
inline constexpr std::uint32_t entry_format = 1;

}  // namespace hoicho
