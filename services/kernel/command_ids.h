// Which command ids were answered, by which Entry: how a retried command is told from a new one. Forgets by the journal's own time and
// within a bound, so that every reader forgets the same ones.
#pragma once

#include <array>
#include <cstdint>
#include <deque>

#include "kernel/table.h"

namespace hoicho {

using CommandId = std::array<std::uint8_t, 16>;

struct Known {
    std::uint64_t n = 0;       ///< Entry that answered it
    std::uint64_t hash = 0;    ///< of the command's bytes: the same id with another hash is refused
    std::uint64_t at_ms = 0;   ///< Entry's time
    std::int64_t offset = -1;  ///< Entry's offset in the journal
};

class CommandIds {
  public:
    static constexpr std::uint64_t kept_ms = 24 * 3'600'000;
    static constexpr std::size_t ids_max = 4'000'000;  ///< about 350 MB at the bound
    static constexpr std::size_t forgotten_per_entry_max = 16;  ///< after a quiet night a million ids fall due at once: no decision pays for all

    explicit CommandIds(Tracking& tracking) : tables_{tracking}, known_{tables_, "id"} {}

    const Known* find(const CommandId& id) const { return known_.find(id); }
    void remember(const CommandId& id, const Known& known);
    /// Forgets ids older than kept_ms before `now_ms`, and the oldest beyond ids_max, a few at a time. Called once per decided or folded Entry.
    void forget_old(std::uint64_t now_ms);
    /// After loading rows in any order.
    void index();

    TableBase& table() { return known_; }
    std::size_t size() const { return known_.size(); }

  private:
    Tables tables_;
    Keyed<CommandId, Known> known_;
    std::deque<std::pair<std::uint64_t, CommandId>> by_age_;  ///< (n, id), oldest first; may name ids since undone
};

}  // namespace hoicho
