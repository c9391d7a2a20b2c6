// Decides the commands of one partition, exactly once each: recovers, reads, decides, appends, confirms, and starts
// anew after a conflict.
//
//   opening ──> folding ──> running ──(conflict, passing trouble)──> waiting ──> folding …
//      └───────────┴───────────┴──(alarm)──> halted                any ──close()──> closed
#pragma once

#include <deque>
#include <memory>
#include <optional>

#include "runtime/log/command_record.h"
#include "runtime/processor/counters.h"
#include "runtime/processor/folder.h"
#include "runtime/processor/recovery.h"
#include "runtime/processor/trying.h"
#include "runtime/processor/write_behind.h"

namespace hoicho::runtime {

/// When to call step() again: at once, or when woken, or at a time.
struct Pace {
    bool at_once = false;
    std::uint64_t at_ms = 0;
};

/// A state machine without a thread or a clock of its own: step() does a bounded piece of work and never waits. One
/// owner thread; counters() and status() may be read from any. The steps O1..O6 and R1..R6 are those of
/// docs/protocol.md.
class Processor {
  public:
    Processor(ProcessorSetup setup, EventLog& log, std::shared_ptr<Waker> waker);
    ~Processor();

    Pace step(std::uint64_t now_ms);
    /// Decides nothing new from here on; what is in flight may still be confirmed by further steps.
    void drain() { draining_ = true; }
    bool drained() const { return window_.empty(); }
    /// A clean end: confirmed rows are in the store, what is in flight is forgotten. A crash is an end, too.
    void close();
    /// Stops until a person has looked.
    void halt(const Trouble& trouble);

    const Counters& counters() const { return counters_; }
    const Status& status() const { return status_; }
    /// nullptr before the store was opened.
    const Ledger* ledger() const { return state_.ledger.get(); }
    std::size_t window_entries() const { return window_.size(); }
    std::size_t window_bytes() const { return window_bytes_; }

  private:
    struct Pending {
        RecordPtr record;
        std::optional<Command> command;  ///< nullopt: not a command
    };
    struct InFlight {
        std::string organiser;
        journal::v1::Entry entry;
        std::size_t bytes = 0;
    };

    // processor.cc: phases
    Attempt<void> advance(std::uint64_t now_ms);
    Attempt<void> open(std::uint64_t now_ms);
    Attempt<void> fold(std::uint64_t now_ms);
    Attempt<void> start_running();
    Attempt<void> start_reading(const Stream& commands);
    Attempt<void> fill_up(const Stream& commands, std::int64_t lost);
    static constexpr std::int64_t fillers_max = 1'000;  ///< in one attempt
    void start_folding();
    void wait_and_refold(std::uint64_t now_ms);
    void forget_flight();
    void meet(const Trouble& trouble, std::uint64_t now_ms);
    Attempt<void> commit(Result<bool> wrote);

    // processor_run.cc: one turn of running
    Attempt<void> run(std::uint64_t now_ms);
    Attempt<bool> take_deliveries(std::uint64_t now_ms);
    Attempt<void> confirm(std::uint64_t now_ms);
    Attempt<void> read(std::uint64_t now_ms);
    Attempt<void> read_from(Reader& reader, std::uint64_t now_ms);
    Attempt<void> take_command(RecordPtr record);
    Attempt<void> decide_pending(std::uint64_t now_ms);
    std::optional<journal::v1::Entry> decide_next(Attempt<void>& outcome, std::uint64_t now_ms);
    void append(journal::v1::Entry entry);
    bool has_room() const;
    bool must_wait(const Command& command, std::uint64_t now_ms);
    void throttle();
    Pace pace(std::uint64_t now_ms) const;

    ProcessorSetup setup_;
    EventLog& log_;
    std::shared_ptr<Waker> waker_;
    Counters counters_;
    Status status_;

    OpenedState state_;
    std::optional<WriteBehind> write_behind_;
    std::optional<Trying> trying_;
    std::unique_ptr<Folder> folder_;
    std::unique_ptr<Reader> reader_;    ///< commands and the journals that they may wait for
    std::unique_ptr<Reader> gathered_;  ///< the other journals; nullptr: there are none
    std::unique_ptr<Appender> appender_;
    WriterId writer_{};

    std::deque<Pending> pending_;  ///< read, not decided: at most one poll's worth
    std::deque<InFlight> window_;  ///< decided, not confirmed
    std::size_t window_bytes_ = 0;
    std::int64_t expected_ = 0;                   ///< journal offset of the window's front
    std::int64_t next_command_ = 0;               ///< offset that the next command read must have
    std::optional<std::uint64_t> held_since_ms_;  ///< since when the front of pending_ waits for what it builds on
    std::int64_t gap_at_ = -1;                    ///< where a command's offset was missing the last time
    std::uint64_t backoff_ms_ = 0;
    std::uint64_t retry_at_ms_ = 0;
    bool paused_ = false;
    bool draining_ = false;
    bool busy_ = false;  ///< this step did something: there may be more
    EntryView foreign_entry_;
};

}  // namespace hoicho::runtime
