// Folds Entries and makes new ones; see ledger.h and docs/protocol.md.
#include "kernel/ledger.h"

#include <algorithm>
#include <exception>

#include "kernel/check.h"
#include "kernel/vietnamese.h"

namespace hoicho {
namespace {

using journal::v1::Entry;

template <std::size_t N>
std::string bytes_of(const std::array<std::uint8_t, N>& array) {
    return {reinterpret_cast<const char*>(array.data()), array.size()};
}

std::string hash_bytes(std::uint64_t hash) { return {reinterpret_cast<const char*>(&hash), sizeof hash}; }

std::uint64_t hash_of(const EntryView& entry) {
    std::uint64_t hash = 0;
    entry.command_hash().copy(reinterpret_cast<char*>(&hash), sizeof hash);
    return hash;
}

CommandId id_of(const EntryView& entry) {
    CommandId id{};
    entry.command_id().copy(reinterpret_cast<char*>(id.data()), id.size());
    return id;
}

/// What may stand in a string field: a reader could not parse an Entry with bytes there that are not UTF-8, and the partition would stand.
std::string readable(std::string_view text, std::size_t bytes_max) {
    return text.size() <= bytes_max && is_utf8(text) ? std::string{text} : std::string{};
}

/// Repeated answers belong to the first Entry of their id; a reused key is the second command's mistake; Deferred may be tried again.
bool is_remembered(std::string_view command_id, EntryOutcome outcome, Reason reason) {
    if (command_id.empty()) return false;  // it answers a record that is no command
    switch (outcome) {
        case EntryOutcome::accepted: return true;
        case EntryOutcome::refused: return reason != REASON_KEY_REUSED;
        case EntryOutcome::quarantined: return true;
        case EntryOutcome::repeated:
        case EntryOutcome::deferred:
        case EntryOutcome::unknown: return false;
    }
    return false;
}

}  // namespace

Ledger::Ledger(std::unique_ptr<Partition> partition, std::string build)
    : partition_{std::move(partition)}, build_{std::move(build)}, ids_{partition_->tracking()} {
    positions_[partition_->service()] = {.service = partition_->service(), .head = {}};
    for (const auto journal : partition_->folds()) positions_[journal] = {.service = journal, .head = {}};
}

Verdict Ledger::fold(Service journal, std::int64_t offset, std::string_view organiser, const EntryView& entry) {
    auto& position = positions_.at(journal);
    const bool own = journal == partition_->service();
    invariant(!own || window_.empty(), "own journal folded over unconfirmed entries", offset);
    if (entry.format() > entry_format || entry.outcome() == EntryOutcome::unknown) return Verdict::newer;
    if (!effective(entry, position.head)) {
        position.next_offset = offset + 1;
        return Verdict::empty;
    }
    auto& tracking = partition_->tracking();
    const bool undoable = tracking.undoable();
    tracking.set_undoable(false);
    auto folded = Folded::done;
    for (const auto event : entry.events())
        if ((folded = partition_->evolve(journal, organiser, event)) == Folded::newer) break;
    if (own && folded == Folded::done) {
        const bool remembered = is_remembered(entry.command_id(), entry.outcome(), entry.reason());
        note_answered(remembered, id_of(entry), {entry.n(), hash_of(entry), entry.now_ms(), offset});
    }
    tracking.set_undoable(undoable);
    if (folded == Folded::newer) return Verdict::newer;
    position = {journal, offset + 1, offset, head_after(entry)};
    return Verdict::folded;
}

Entry Ledger::decide(const CommandIn& command, const WriterId& writer, std::int64_t offset) {
    Entry entry = begin_entry(command, writer);
    settle(command, entry);
    if (entry.ByteSizeLong() > entry_bytes_max) {
        const auto size = std::to_string(entry.ByteSizeLong());
        partition_->tracking().undo_last_entry();
        entry = begin_entry(command, writer);
        *entry.mutable_refused() = to_proto(refuse(REASON_TOO_LARGE, "command", size, std::to_string(entry_bytes_max)));
    }
    end_entry(command, entry, offset);
    return entry;
}

Entry Ledger::pass_over(const CommandIn& command, const WriterId& writer, std::int64_t offset, const Refusal& reason) {
    Entry entry = begin_entry(command, writer);
    *entry.mutable_deferred()->mutable_reason() = to_proto(reason);
    end_entry(command, entry, offset);
    return entry;
}

Entry Ledger::quarantine(const CommandIn& command, const WriterId& writer, std::int64_t offset) {
    Entry entry = begin_entry(command, writer);
    entry.mutable_quarantined();
    end_entry(command, entry, offset);
    return entry;
}

Entry Ledger::refuse_record(const CommandIn& command, const WriterId& writer, std::int64_t offset, const Refusal& reason) {
    Entry entry = begin_entry(command, writer);
    entry.clear_command_id();
    entry.clear_command_hash();
    *entry.mutable_refused() = to_proto(reason);
    end_entry(command, entry, offset);
    return entry;
}

Entry Ledger::begin_entry(const CommandIn& command, const WriterId& writer) {
    auto& tracking = partition_->tracking();
    tracking.set_undoable(true);
    tracking.begin_entry();
    const Head& before = tail();
    Entry entry;
    entry.set_writer(bytes_of(writer));
    entry.set_n(before.n + 1);
    entry.set_parent(bytes_of(before.writer));
    entry.set_input(command.offset);
    entry.set_command_id(bytes_of(command.id));
    entry.set_command_hash(hash_bytes(command.hash));
    for (const auto journal : partition_->folds()) {
        auto* seen = entry.add_seen();
        seen->set_service(journal);
        seen->set_n(position(journal).head.n);
    }
    entry.set_now_ms(std::max(before.now_ms, command.accepted_at_ms));
    entry.set_build(build_);
    entry.set_format(entry_format);
    entry.set_actor(readable(command.actor, actor_bytes_max));
    return entry;
}

/// The outcome: what is known of this id, else what the domain decides.
void Ledger::settle(const CommandIn& command, Entry& entry) {
    if (const auto* known = ids_.find(command.id)) {
        if (known->hash == command.hash) {
            entry.mutable_repeated()->set_of_n(known->n);
        } else {
            *entry.mutable_refused() = to_proto(refuse(REASON_KEY_REUSED, "Idempotency-Key"));
        }
        return;
    }
    try {
        auto outcome = partition_->decide(command.payload, {entry.now_ms(), command.organiser, command.actor});
        if (const auto* refusal = std::get_if<Refusal>(&outcome)) {
            *entry.mutable_refused() = to_proto(*refusal);
            return;
        }
        auto& yes = std::get<Yes>(outcome);
        auto* accepted = entry.mutable_accepted();
        for (auto& event : yes.events) accepted->add_events(std::move(event));
        for (const auto& created : yes.created) {
            auto* thing = accepted->mutable_reply()->add_created();
            thing->set_kind(created.kind);
            thing->set_id(created.id);
        }
    } catch (const std::exception& trouble) {
        partition_->tracking().undo_last_entry();  // whatever it wrote before it threw
        partition_->tracking().begin_entry();
        *entry.mutable_deferred()->mutable_reason() = to_proto(refuse(REASON_NOT_YET, "internal", readable(trouble.what(), actor_bytes_max)));
    }
}

void Ledger::end_entry(const CommandIn& command, const Entry& entry, std::int64_t offset) {
    const bool remembered = is_remembered(entry.command_id(), outcome_of(entry), entry.refused().reason());
    note_answered(remembered, command.id, {entry.n(), command.hash, entry.now_ms(), offset});
    window_.push_back({{entry.n(), {}, command.offset, entry.now_ms()}, offset});
    window_.back().head = head_after(entry);
}

void Ledger::note_answered(bool remembered, const CommandId& id, const Known& known) {
    if (remembered) ids_.remember(id, known);
    ids_.forget_old(known.at_ms);
}

void Ledger::confirm_first() {
    invariant(!window_.empty(), "confirm without a window");
    const auto& first = window_.front();
    positions_[partition_->service()] = {partition_->service(), first.offset + 1, first.offset, first.head};
    window_.pop_front();
    partition_->tracking().confirm_first_entry();
}

void Ledger::roll_back() {
    partition_->tracking().undo_all();
    window_.clear();
    ids_.index();
}

void Ledger::loaded() {
    ids_.index();
    partition_->loaded();
}

void Ledger::drain_changes(const RowSink& sink) {
    std::string key;
    ids_.table().drain_changes([&](std::string_view row_key, bool present, std::string_view row) {
        key.assign(ids_.table().name()).append(row_key);
        sink(key, present, row);
    });
    partition_->drain_changes(sink);
}

bool Ledger::load(std::string_view key, std::string_view row) {
    auto& tracking = partition_->tracking();
    const bool stored = tracking.stored();
    tracking.set_stored(false);
    const bool loaded = key.substr(0, 2) == ids_.table().name() ? ids_.table().load(key.substr(2), row) : partition_->load(key, row);
    tracking.set_stored(stored);
    return loaded;
}

Digest Ledger::digest() const {
    Digest digest = partition_->digest();
    const_cast<CommandIds&>(ids_).table().add_to(digest, "");
    std::string key, row;
    for (const auto& [service, position] : positions_) {
        key.clear();
        row.clear();
        codec::put_key(key, service);
        codec::put(row, position.head.n);
        digest.add_row("hd", key, row);
    }
    return digest;
}

}  // namespace hoicho
