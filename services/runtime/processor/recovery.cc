// Trust, but verify by the head's record; see recovery.h.
#include "runtime/processor/recovery.h"

#include <set>

namespace hoicho::runtime {
namespace {

namespace errc = boost::system::errc;

std::string place(const Stream& stream, std::int64_t offset) {
    return topic_name(stream.service, stream.kind) + "/" + std::to_string(stream.partition) + " at " +
           std::to_string(offset);
}

/// A damaged store is replaced by an empty one; one that is merely busy is not.
Attempt<std::unique_ptr<StateStore>> open_store(const ProcessorSetup& setup, bool anew) {
    auto store = setup.open_store(anew);
    if (!store && !anew && store.error().code == errc::bad_message) store = setup.open_store(true);
    if (!store) return passing(store.error());
    return std::move(*store);
}

std::unique_ptr<Ledger> empty_ledger(const ProcessorSetup& setup) {
    auto ledger = std::make_unique<Ledger>(setup.make_partition(), setup.build);
    ledger->partition().tracking().set_stored(true);
    return ledger;
}

/// Fills the ledger with the store's rows. False: these are not rows of this build; the ledger is then of no use.
Result<bool> load_rows(StateStore& store, const StoreMeta& meta, Ledger& ledger) {
    std::set<Service> known, kept;
    for (const auto& [service, position] : ledger.positions()) known.insert(service);
    for (const auto& position : meta.positions) kept.insert(position.service);
    if (known != kept) return false;
    bool understood = true;
    const auto scanned = store.scan("", [&](std::string_view key, std::string_view row) {
        understood = understood && key.size() >= 2 && ledger.load(key, row);
    });
    if (!scanned) return scanned.error();
    if (!understood) return false;
    for (const auto& position : meta.positions) ledger.restore_position(position);
    ledger.loaded();
    return true;
}

Attempt<void> verify_head(EventLog& log, const Stream& stream, const JournalPosition& position) {
    const auto regressed = [&](const std::string& why) {
        return alarm(alarms::journal_regressed, place(stream, position.head_offset) + ": " + why);
    };
    const auto bounds = log.bounds(stream);
    if (!bounds) return passing(bounds.error());
    if (bounds->begin > position.next_offset)
        return alarm(alarms::journal_expired, place(stream, position.next_offset));
    if (bounds->end < position.next_offset) return regressed("the journal ends at " + std::to_string(bounds->end));
    if (position.head_offset < 0) return {};
    const auto record = log.at(stream, position.head_offset);
    if (!record && record.error().code == errc::result_out_of_range) return regressed("no record");
    if (!record) return passing(record.error());
    journal::v1::Entry entry;
    if (!entry.ParseFromString((*record)->message.value)) return regressed("not an Entry");
    if (entry.n() != position.head.n || !same_bytes(position.head.writer, entry.writer()))
        return regressed("another Entry");
    return {};
}

}  // namespace

Attempt<void> verify_positions(EventLog& log, std::uint32_t partition, const Ledger& ledger) {
    for (const auto& [service, position] : ledger.positions())
        if (auto verified = verify_head(log, {service, Kind::journal, partition}, position); !verified) return verified;
    return {};
}

Attempt<OpenedState> open_state(const ProcessorSetup& setup, EventLog& log) {
    auto store = open_store(setup, false);
    if (!store) return store.error();
    OpenedState opened{std::move(*store), empty_ledger(setup), {}};
    opened.identity = {opened.ledger->partition().service(), opened.ledger->partition().fold_version(), setup.partition,
                       log.partitions()};

    const auto fold_anew = [&]() -> Attempt<OpenedState> {
        opened.ledger = empty_ledger(setup);
        opened.store.reset();  // its lock must be free before it is opened again
        auto empty = open_store(setup, true);
        if (!empty) return empty.error();
        opened.store = std::move(*empty);
        return std::move(opened);
    };
    const auto bytes = opened.store->meta();
    if (!bytes) return fold_anew();
    if (*bytes) {
        const auto meta = decode_store_meta(**bytes);
        if (!meta) return fold_anew();
        if (meta->identity.partition != setup.partition || meta->identity.partitions != log.partitions())
            return alarm(alarms::partitions_changed,
                         "the store was folded as partition " + std::to_string(meta->identity.partition) + " of " +
                             std::to_string(meta->identity.partitions) + ", now " + std::to_string(setup.partition) +
                             " of " + std::to_string(log.partitions()));
        if (meta->identity != opened.identity) return fold_anew();
        const auto loaded = load_rows(*opened.store, *meta, *opened.ledger);
        if (!loaded || !*loaded) return fold_anew();
    }
    if (auto verified = verify_positions(log, setup.partition, *opened.ledger); !verified) {
        if (verified.error().alarm != alarms::journal_regressed || !setup.accept_regression) return verified.error();
        return fold_anew();
    }
    return opened;
}

}  // namespace hoicho::runtime
