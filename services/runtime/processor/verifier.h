// The auditor: reads a partition's journal from its beginning, decides every command again, and says where the two
// differ (invariants J1, J2, J5, J6; J7 through the domain's own check).
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "kernel/ledger.h"
#include "runtime/log/event_log.h"
#include "runtime/processor/setup.h"
#include "runtime/processor/trouble.h"

namespace hoicho::runtime {

struct Audit {
    static constexpr std::size_t findings_max = 100;

    Service service = Service::SERVICE_UNSPECIFIED;
    std::uint32_t partition = 0;
    std::uint64_t entries = 0;      ///< effective ones
    std::uint64_t empty = 0;        ///< void ones, skipped as every reader does
    std::uint64_t decided = 0;      ///< decided again, from the commands that are still kept
    std::uint64_t passed_over = 0;  ///< Deferred and Quarantined: nothing to decide again
    std::uint64_t expired = 0;      ///< their commands are gone
    JournalPosition position;
    std::string digest;                 ///< after the last Entry and the ends of the journals it folds
    std::vector<std::string> findings;  ///< broken invariants, at most findings_max
    std::uint64_t broken = 0;           ///< how many there were

    bool sound() const { return broken == 0; }
};

/// What a domain finds wrong in an organiser's state after an Entry (J7); nullopt: nothing.
using DomainCheck = std::function<std::optional<std::string>(std::string_view organiser, const Partition& state)>;

/// Decisions are compared as whole Entries, all but the build's name. An Entry that another build decided differently
/// is a finding: run the build that wrote it to tell a changed rule from a broken journal. Troubles: passing ones of
/// the log; newer-entry, journal-unreadable.
/// @complexity one pass, both states in memory
Attempt<Audit> audit(EventLog& log, std::uint32_t partition, const MakePartition& make_partition,
                     const DomainCheck& domain_check = {});

/// Lines for people: position, digest, figures, findings.
std::string report(const Audit& audit);

}  // namespace hoicho::runtime
