// Two ledgers side by side: one decides every command again, the other folds the journal; see verifier.h.
#include "runtime/processor/verifier.h"

#include <map>
#include <utility>

#include "runtime/processor/cursor.h"
#include "runtime/processor/folder.h"
#include "runtime/processor/intake.h"

namespace hoicho::runtime {
namespace {

using journal::v1::Entry;

class Auditor {
  public:
    Auditor(EventLog& log, std::uint32_t partition, const MakePartition& make_partition,
            const DomainCheck& domain_check)
        : log_{log},
          partition_{partition},
          domain_check_{domain_check},
          decider_{make_partition()},
          folder_{make_partition()} {
        audit_.service = folder_.partition().service();
        audit_.partition = partition;
    }

    Attempt<Audit> run() {
        if (auto opened = open(); !opened) return opened.error();
        for (;;) {
            const auto record = own_->peek();
            if (!record) return record.error();
            if (!*record) break;
            if (auto checked = check(**record); !checked) return checked.error();
            own_->take();
        }
        for (auto& [service, cursor] : foreign_)
            if (auto folded = fold_foreign(service, std::nullopt); !folded) return folded.error();
        if (decider_.digest() != folder_.digest()) find("J5: deciding and folding lead to different states");
        audit_.position = folder_.position(audit_.service);
        audit_.digest = folder_.digest().hex();
        return std::move(audit_);
    }

  private:
    Attempt<void> open() {
        auto own = Cursor::open(log_, {audit_.service, Kind::journal, partition_});
        if (!own) return own.error();
        own_ = std::move(*own);
        auto commands = Cursor::open(log_, {audit_.service, Kind::commands, partition_});
        if (!commands) return commands.error();
        commands_ = std::move(*commands);
        for (const auto service : folder_.partition().folds()) {
            auto cursor = Cursor::open(log_, {service, Kind::journal, partition_});
            if (!cursor) return cursor.error();
            foreign_.emplace(service, std::move(*cursor));
        }
        return {};
    }

    Attempt<void> check(const Record& record) {
        if (!entry_.ParseFromString(record.message.value))
            return alarm(alarms::journal_unreadable, "offset " + std::to_string(record.offset));
        const Head before = folder_.head();
        if (effective(entry_, before)) {
            if (auto brought = bring_foreign(); !brought) return brought;
            if (entry_.input() != before.input + 1)
                find("J2: the commands before offset " + std::to_string(entry_.input()) + " have no Entry");
            if (auto decided = decide_again(record); !decided) return decided;
        } else {
            ++audit_.empty;
            if (decider_.fold(audit_.service, record.offset, record.message.key, entry_) == Verdict::newer)
                return newer();
        }
        const auto verdict = folder_.fold(audit_.service, record.offset, record.message.key, entry_);
        if (verdict == Verdict::newer) return newer();
        if (verdict == Verdict::folded) {
            ++audit_.entries;
            check_domain(record.message.key);
        }
        return {};
    }

    /// The state this Entry was decided on had folded the other journals just so far.
    Attempt<void> bring_foreign() {
        for (const auto& seen : entry_.seen())
            if (auto folded = fold_foreign(seen.service(), seen.n()); !folded) return folded;
        return {};
    }

    /// Up to Entry `n` of that journal, or to its end.
    Attempt<void> fold_foreign(Service service, std::optional<std::uint64_t> n) {
        const auto cursor = foreign_.find(service);
        if (cursor == foreign_.end())
            return find("J6: has seen a journal that this service does not fold"), Attempt<void>{};
        if (n && folder_.position(service).head.n > *n)
            find("J6: has seen less of " + service_name(service) + " than the Entry before it");
        while (!n || folder_.position(service).head.n < *n) {
            const auto record = cursor->second.peek();
            if (!record) return record.error();
            if (!*record) {
                if (n) find("J6: has seen more of " + service_name(service) + " than its journal holds");
                return {};
            }
            for (auto* ledger : {&folder_, &decider_})
                if (const auto folded = fold_record(*ledger, **record, foreign_entry_, counters_); !folded)
                    return folded.error();
            cursor->second.take();
        }
        return {};
    }

    Attempt<void> decide_again(const Record& record) {
        const auto take_as_it_is = [&](std::uint64_t& count) -> Attempt<void> {
            ++count;
            if (decider_.fold(audit_.service, record.offset, record.message.key, entry_) == Verdict::newer)
                return newer();
            return {};
        };
        if (entry_.has_deferred() || entry_.has_quarantined()) return take_as_it_is(audit_.passed_over);
        const auto command = command_at(entry_.input());
        if (!command) return command.error();
        if (!*command) return take_as_it_is(audit_.expired);

        const Head head = head_after(entry_);
        const auto admitted = admissible_command((*command)->message);
        if (!admitted && !entry_.command_id().empty()) return take_as_it_is(audit_.expired);  // lost, and its place filled
        Entry again =
            admitted ? decider_.decide(command_in(**command, *admitted), head.writer, record.offset)
                     : decider_.refuse_record(malformed_in(**command), head.writer, record.offset, malformed_refusal());
        again.set_build(entry_.build());
        if ((*command)->message.key == record.message.key && again.SerializeAsString() == entry_.SerializeAsString()) {
            decider_.confirm_first();
            ++audit_.decided;
            return {};
        }
        find("J6: decided again, the outcome differs: " + again.ShortDebugString() + " instead of " +
             entry_.ShortDebugString());
        decider_.roll_back();
        return take_as_it_is(audit_.decided);
    }

    /// nullptr: it is not kept any more.
    Attempt<RecordPtr> command_at(std::int64_t offset) {
        for (;;) {
            const auto record = commands_->peek();
            if (!record) return record.error();
            if (!*record || (*record)->offset > offset) return RecordPtr{};
            commands_->take();
            if ((*record)->offset == offset) return *record;
        }
    }

    void check_domain(std::string_view organiser) {
        if (!domain_check_ || !entry_.has_accepted()) return;
        if (const auto wrong = domain_check_(organiser, folder_.partition())) find("J7: " + *wrong);
    }

    Trouble newer() const {
        return alarm(alarms::newer_entry, "Entry " + std::to_string(entry_.n()) + " of build " + entry_.build());
    }

    void find(std::string what) {
        constexpr std::size_t finding_bytes_max = 2'000;
        if (what.size() > finding_bytes_max) what.resize(finding_bytes_max);
        ++audit_.broken;
        if (audit_.findings.size() < Audit::findings_max)
            audit_.findings.push_back("n=" + std::to_string(entry_.n()) + " " + what);
    }

    EventLog& log_;
    std::uint32_t partition_;
    const DomainCheck& domain_check_;
    Ledger decider_;
    Ledger folder_;
    Counters counters_;
    Audit audit_;
    std::optional<Cursor> own_;
    std::optional<Cursor> commands_;
    std::map<Service, Cursor> foreign_;
    Entry entry_;
    EntryView foreign_entry_;
};

}  // namespace

Attempt<Audit> audit(EventLog& log, std::uint32_t partition, const MakePartition& make_partition,
                     const DomainCheck& domain_check) {
    return Auditor{log, partition, make_partition, domain_check}.run();
}

std::string report(const Audit& audit) {
    std::string text = service_name(audit.service) + "/" + std::to_string(audit.partition) +
                       ": n=" + std::to_string(audit.position.head.n) +
                       " offset=" + std::to_string(audit.position.next_offset) + " digest=" + audit.digest +
                       " decided again=" + std::to_string(audit.decided) +
                       " passed over=" + std::to_string(audit.passed_over) +
                       " expired=" + std::to_string(audit.expired) + " void=" + std::to_string(audit.empty) +
                       (audit.sound() ? " sound" : " BROKEN: " + std::to_string(audit.broken)) + "\n";
    for (const auto& finding : audit.findings) text += "  " + finding + "\n";
    return text;
}

}  // namespace hoicho::runtime
