// Reads, folds, and knows when to stop; see folder.h.
#include "runtime/processor/folder.h"

namespace hoicho::runtime {

namespace {

std::string build_of(const Record& record) {
    journal::v1::Entry entry;
    return entry.ParseFromString(record.message.value) ? entry.build() : std::string{};
}

}  // namespace

Attempt<Verdict> fold_record(Ledger& ledger, const Record& record, EntryView& entry, Counters& counters) {
    const auto where = [&record] {
        return topic_name(record.stream.service, Kind::journal) + "/" + std::to_string(record.stream.partition) +
               " at " + std::to_string(record.offset);
    };
    if (record.offset != ledger.position(record.stream.service).next_offset)
        return passing("offsets are missing before " + where());
    if (!entry.read(record.message.value)) return alarm(alarms::journal_unreadable, where());
    const auto verdict = ledger.fold(record.stream.service, record.offset, record.message.key, entry);
    if (verdict == Verdict::newer) return alarm(alarms::newer_entry, where() + ", written by build " + build_of(record));
    (verdict == Verdict::folded ? counters.folded : counters.empty).add();
    return verdict;
}

Attempt<std::unique_ptr<Folder>> Folder::open(EventLog& log, Ledger& ledger, std::uint32_t partition,
                                              std::shared_ptr<Waker> waker) {
    std::vector<Start> starts;
    std::map<Service, std::int64_t> ends;
    for (const auto& [service, position] : ledger.positions()) {
        const Stream stream{service, Kind::journal, partition};
        const auto bounds = log.bounds(stream);
        if (!bounds) return passing(bounds.error());
        ends[service] = bounds->end;
        starts.push_back({stream, position.next_offset});
    }
    auto reader = log.read(starts, std::move(waker));
    if (!reader) return passing(reader.error());
    return std::unique_ptr<Folder>{new Folder{ledger, std::move(*reader), std::move(ends)}};
}

Attempt<std::size_t> Folder::step(std::size_t records_max, Counters& counters) {
    const auto records = reader_->poll(records_max);
    if (!records) return passing(records.error());
    for (const auto& record : *records) {
        const auto verdict = fold_record(ledger_, *record, entry_, counters);
        if (!verdict) return verdict.error();
        if (*verdict != Verdict::folded || record->stream.service != ledger_.partition().service()) continue;
        for (const auto& seen : entry_.seen()) {
            auto& newest = seen_[seen.service];
            newest = std::max(newest, seen.n);
        }
    }
    return records->size();
}

bool Folder::at_end() const {
    for (const auto& [service, position] : ledger_.positions()) {
        if (position.next_offset < ends_.at(service)) return false;
        if (const auto seen = seen_.find(service); seen != seen_.end() && position.head.n < seen->second) return false;
    }
    return true;
}

}  // namespace hoicho::runtime
