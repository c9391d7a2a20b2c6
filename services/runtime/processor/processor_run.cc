// One turn of a running partition, R1 to R6; see processor.h.
#include <algorithm>

#include "runtime/log/failpoint.h"
#include "runtime/processor/intake.h"
#include "runtime/processor/processor.h"

namespace hoicho::runtime {

using journal::v1::Entry;

Attempt<void> Processor::run(std::uint64_t now_ms) {
    const auto stands = take_deliveries(now_ms);
    if (!stands) return stands.error();
    if (!*stands) {
        counters_.conflicts.add();
        wait_and_refold(now_ms);
        return {};
    }
    if (!draining_) {
        if (auto read_some = read(now_ms); !read_some) return read_some;
        if (auto decided = decide_pending(now_ms); !decided) return decided;
    }
    if (busy_)
        for (const auto& effect : setup_.effects) effect->rested(state_.ledger->partition());
    return commit(write_behind_->commit_if_due(now_ms));
}

/// R5: the front Entry stands where it was expected, or nothing of the window does. False: conflict.
Attempt<bool> Processor::take_deliveries(std::uint64_t now_ms) {
    for (const auto& delivery : appender_->deliveries()) {
        if (window_.empty() || delivery.failed || delivery.offset != expected_) return false;
        if (auto confirmed = confirm(now_ms); !confirmed) return confirmed.error();
    }
    return true;
}

Attempt<void> Processor::confirm(std::uint64_t now_ms) {
    state_.ledger->confirm_first();
    ++expected_;
    failpoint("confirmed");
    const auto in_flight = std::move(window_.front());
    window_.pop_front();
    window_bytes_ -= in_flight.bytes;
    counters_.confirmed.add();
    counters_.head_n.set(in_flight.entry.n());
    counters_.next_input.set(static_cast<std::uint64_t>(in_flight.entry.input() + 1));
    backoff_ms_ = setup_.limits.backoff_ms_first;
    write_behind_->note(1, now_ms);
    busy_ = true;
    if (auto noted = trying_->confirmed(); !noted) return alarm(alarms::store_failed, noted.error().detail);
    for (const auto& effect : setup_.effects)
        effect->confirmed(in_flight.organiser, in_flight.entry, state_.ledger->partition());
    return {};
}

/// R1: commands while there is room for them, and the journals this one folds in any case.
Attempt<void> Processor::read(std::uint64_t now_ms) {
    throttle();
    if (auto read_some = read_from(*reader_, now_ms); !read_some) return read_some;
    return gathered_ ? read_from(*gathered_, now_ms) : Attempt<void>{};
}

Attempt<void> Processor::read_from(Reader& reader, std::uint64_t now_ms) {
    auto records = reader.poll(setup_.limits.poll_records_max);
    if (!records && records.error().code == boost::system::errc::result_out_of_range)
        return alarm(alarms::commands_expired, records.error().detail);
    if (!records) return passing(records.error());
    if (!records->empty()) {
        failpoint("polled");
        busy_ = true;
    }
    for (auto& record : *records) {
        if (record->stream.kind == Kind::commands) {
            if (auto taken = take_command(std::move(record)); !taken) return taken;
        } else {
            const auto verdict = fold_record(*state_.ledger, *record, foreign_entry_, counters_);
            if (!verdict) return verdict.error();
            write_behind_->note(1, now_ms);
        }
    }
    return {};
}

/// Offsets of commands are consecutive; one that is missing is looked for once more before it is an alarm.
Attempt<void> Processor::take_command(RecordPtr record) {
    if (record->offset == next_command_) {
        ++next_command_;
        auto command = admissible_command(record->message);
        pending_.push_back({std::move(record), std::move(command)});
        return {};
    }
    counters_.gaps.add();
    const auto where = topic_name(record->stream.service, Kind::commands) + "/" + std::to_string(setup_.partition) +
                       ": " + std::to_string(record->offset) + " came instead of " + std::to_string(next_command_);
    if (gap_at_ == next_command_) return alarm(alarms::commands_gap, where);
    gap_at_ = next_command_;
    return passing(where);
}

bool Processor::has_room() const {
    const auto entries_max = trying_->careful() ? 1 : setup_.limits.window_entries_max;
    return window_.size() < entries_max && window_bytes_ < setup_.limits.window_bytes_max;
}

/// Stops the stream of commands while the ones read are not decided: what waits is bounded by one poll.
void Processor::throttle() {
    const bool pause = !pending_.empty() || !has_room();
    if (pause == paused_) return;
    paused_ = pause;
    const Stream commands{state_.identity.service, Kind::commands, setup_.partition};
    pause ? reader_->pause(commands) : reader_->resume(commands);
}

Attempt<void> Processor::decide_pending(std::uint64_t now_ms) {
    Attempt<void> outcome;
    while (!pending_.empty() && has_room()) {
        auto entry = decide_next(outcome, now_ms);
        if (!entry) return outcome;
        held_since_ms_.reset();
        append(std::move(*entry));
        pending_.pop_front();
    }
    return outcome;
}

/// R2, R3. Nothing: the command waits, or `outcome` says what is wrong.
std::optional<Entry> Processor::decide_next(Attempt<void>& outcome, std::uint64_t now_ms) {
    auto& ledger = *state_.ledger;
    const auto& [record, command] = pending_.front();
    const auto offset = expected_ + static_cast<std::int64_t>(window_.size());
    if (!command) {
        counters_.malformed.add();
        return ledger.refuse_record(malformed_in(*record), writer_, offset, malformed_refusal());
    }
    const auto input = command_in(*record, *command);
    const bool is_new = ledger.known(command->id) == nullptr;
    if (is_new && must_wait(*command, now_ms)) {
        if (now_ms - *held_since_ms_ < setup_.limits.after_wait_ms_max) return std::nullopt;
        counters_.deferred.add();
        return ledger.pass_over(input, writer_, offset, refuse(REASON_NOT_YET, "after"));
    }
    const auto advice = trying_->before(record->offset);
    if (!advice) {
        outcome = alarm(alarms::store_failed, advice.error().detail);
        return std::nullopt;
    }
    if (is_new && *advice == Trying::Advice::pass_over) {
        counters_.quarantined.add();
        return ledger.quarantine(input, writer_, offset);
    }
    auto entry = ledger.decide(input, writer_, offset);
    failpoint("decided");
    if (entry.has_deferred()) {
        counters_.deferred.add();
        counters_.thrown.add();
    }
    return entry;
}

/// The caller saw positions that this partition has not folded yet. Own positions count as decided: what a caller saw
/// is in the chain.
bool Processor::must_wait(const Command& command, std::uint64_t now_ms) {
    const auto& ledger = *state_.ledger;
    for (const auto& [service, n] : command.after) {
        const auto position = ledger.positions().find(service);
        if (position == ledger.positions().end() || !ledger.partition().awaits(service)) continue;
        const auto reached = service == state_.identity.service ? ledger.tail().n : position->second.head.n;
        if (reached >= n) continue;
        if (!held_since_ms_) held_since_ms_ = now_ms;
        return true;
    }
    return false;
}

/// R4.
void Processor::append(Entry entry) {
    const auto& record = *pending_.front().record;
    Message message{record.message.key, entry.SerializeAsString(), {}};
    const auto bytes = message.key.size() + message.value.size();
    window_bytes_ += bytes;
    window_.push_back({record.message.key, std::move(entry), bytes});
    counters_.decided.add();
    busy_ = true;
    appender_->append(std::move(message), record.offset);
}

Pace Processor::pace(std::uint64_t now_ms) const {
    if (busy_) return {true, now_ms};
    std::uint64_t at_ms = now_ms + setup_.limits.idle_ms_max;
    const auto phase = status_.phase();
    if (phase == Phase::waiting || phase == Phase::opening) at_ms = std::min(at_ms, std::max(now_ms, retry_at_ms_));
    if (phase == Phase::running) {
        at_ms = std::min(at_ms, write_behind_->due_at_ms());
        if (held_since_ms_) at_ms = std::min(at_ms, *held_since_ms_ + setup_.limits.after_wait_ms_max);
    }
    return {false, at_ms};
}

}  // namespace hoicho::runtime
