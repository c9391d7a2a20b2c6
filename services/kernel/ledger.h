// One partition's place in its journal: which Entry counts, what each does to the state, and how the next one is made.
//
// Processor, gateway, auditor and tests all fold through this class, so there is one meaning of a journal.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/command_ids.h"
#include "kernel/effective.h"
#include "kernel/partition.h"

namespace hoicho {

/// A command as it was read from the log.
struct CommandIn {
    std::int64_t offset = 0;
    std::string_view organiser;
    CommandId id{};
    std::uint64_t hash = 0;
    std::string_view actor;
    std::uint64_t accepted_at_ms = 0;
    std::string_view payload;  ///< serialized Command of the service
};

/// What an Entry turned out to be when it was folded.
enum class Verdict : std::uint8_t {
    folded,
    empty,  ///< a late Entry of another writer: skipped by every reader (journal_void_total)
    newer   ///< a format or an event kind of a newer build: stop here
};

/// Where one journal was read to.
struct JournalPosition {
    Service service = Service::SERVICE_UNSPECIFIED;
    std::int64_t next_offset = 0;   ///< first journal offset not folded yet
    std::int64_t head_offset = -1;  ///< where the head lies; -1: no head yet
    Head head;
};

class Ledger {
  public:
    static constexpr std::size_t entry_bytes_max = 900'000;
    static constexpr std::size_t actor_bytes_max = 256;  ///< a longer name, or one that is not UTF-8, is left out of the Entry

    explicit Ledger(std::unique_ptr<Partition> partition, std::string build = {});

    /// Folds one record of its own journal or of one it folds. Own records only while nothing is unconfirmed.
    Verdict fold(Service journal, std::int64_t offset, std::string_view organiser, const EntryView& entry);
    Verdict fold(Service journal, std::int64_t offset, std::string_view organiser, const journal::v1::Entry& entry) {
        return fold(journal, offset, organiser, EntryView{entry});
    }

    /// Decides a command on top of everything decided before it. The Entry is for journal offset `offset`; until confirm_first() it can be
    /// taken back. Answers Repeated for a known id, Refused for a reused one, Deferred when decide throws.
    journal::v1::Entry decide(const CommandIn& command, const WriterId& writer, std::int64_t offset);
    /// An Entry that leaves the command undone but not unanswered (Deferred, Quarantined).
    journal::v1::Entry pass_over(const CommandIn& command, const WriterId& writer, std::int64_t offset, const Refusal& reason);
    journal::v1::Entry quarantine(const CommandIn& command, const WriterId& writer, std::int64_t offset);
    /// The answer to a record that is no command: it has no id, so nothing is remembered of it.
    journal::v1::Entry refuse_record(const CommandIn& command, const WriterId& writer, std::int64_t offset, const Refusal& reason);

    /// The oldest unconfirmed Entry stands in the journal where it was expected.
    void confirm_first();
    /// Forgets everything unconfirmed.
    void roll_back();
    std::size_t unconfirmed() const { return window_.size(); }

    const Head& head() const { return position(partition_->service()).head; }        ///< newest confirmed Entry
    const Head& tail() const { return window_.empty() ? head() : window_.back().head; }  ///< newest decided Entry
    const JournalPosition& position(Service journal) const { return positions_.at(journal); }
    const std::map<Service, JournalPosition>& positions() const { return positions_; }
    /// After loading a store: where it was written at.
    void restore_position(const JournalPosition& position) { positions_[position.service] = position; }
    void loaded();

    /// Rows changed by confirmed Entries since the last call, partition and command ids alike.
    void drain_changes(const RowSink& sink);
    bool load(std::string_view key, std::string_view row);
    /// Of all tables, the command ids and the heads: equal for equal journals folded equally far.
    Digest digest() const;

    const Known* known(const CommandId& id) const { return ids_.find(id); }
    Partition& partition() { return *partition_; }
    const Partition& partition() const { return *partition_; }

  private:
    struct Unconfirmed {
        Head head;
        std::int64_t offset = 0;
    };
    journal::v1::Entry begin_entry(const CommandIn& command, const WriterId& writer);
    void end_entry(const CommandIn& command, const journal::v1::Entry& entry, std::int64_t offset);
    void settle(const CommandIn& command, journal::v1::Entry& entry);
    void note_answered(bool remembered, const CommandId& id, const Known& known);

    std::unique_ptr<Partition> partition_;
    std::string build_;
    CommandIds ids_;
    std::map<Service, JournalPosition> positions_;
    std::deque<Unconfirmed> window_;
};

}  // namespace hoicho
