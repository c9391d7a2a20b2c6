// Folding the journals from where a ledger stands to where they end now (step O4), and the folding of any single
// record.
#pragma once

#include <map>
#include <memory>

#include "kernel/ledger.h"
#include "runtime/log/event_log.h"
#include "runtime/processor/counters.h"
#include "runtime/processor/setup.h"
#include "runtime/processor/trouble.h"

namespace hoicho::runtime {

/// Folds one journal record; `entry` keeps its memory between calls and looks at the record afterwards.
/// Troubles: newer-entry and journal-unreadable; passing when an offset is missing.
Attempt<Verdict> fold_record(Ledger& ledger, const Record& record, EntryView& entry, Counters& counters);

/// One reader over the own journal and the ones it folds. Ends when all are folded to where they ended at the start,
/// and the foreign ones at least as far as the newest own Entry had seen them: a decision never stands on less than the
/// one before it. One owner thread.
class Folder {
  public:
    static Attempt<std::unique_ptr<Folder>> open(EventLog& log, Ledger& ledger, std::uint32_t partition,
                                                 std::shared_ptr<Waker> waker);

    /// Folds at most `records_max` records and returns how many; 0: none has come.
    Attempt<std::size_t> step(std::size_t records_max, Counters& counters);
    bool at_end() const;

  private:
    Folder(Ledger& ledger, std::unique_ptr<Reader> reader, std::map<Service, std::int64_t> ends)
        : ledger_{ledger}, reader_{std::move(reader)}, ends_{std::move(ends)} {}

    Ledger& ledger_;
    std::unique_ptr<Reader> reader_;
    std::map<Service, std::int64_t> ends_;
    std::map<Service, std::uint64_t> seen_;
    EntryView entry_;
};

}  // namespace hoicho::runtime
