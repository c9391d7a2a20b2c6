// The phases of a partition and the ways between them; see processor.h.
#include "runtime/processor/processor.h"

#include <algorithm>
#include <cstring>

#include "runtime/log/failpoint.h"

namespace hoicho::runtime {

Processor::Processor(ProcessorSetup setup, EventLog& log, std::shared_ptr<Waker> waker)
    : setup_{std::move(setup)}, log_{log}, waker_{std::move(waker)}, backoff_ms_{setup_.limits.backoff_ms_first} {}

Processor::~Processor() = default;

Pace Processor::step(std::uint64_t now_ms) {
    busy_ = false;
    if (const auto done = advance(now_ms); !done) meet(done.error(), now_ms);
    return pace(now_ms);
}

Attempt<void> Processor::advance(std::uint64_t now_ms) {
    switch (status_.phase()) {
        case Phase::opening: return open(now_ms);
        case Phase::folding: return fold(now_ms);
        case Phase::running: return run(now_ms);
        case Phase::waiting:
            if (now_ms >= retry_at_ms_) start_folding();
            return {};
        case Phase::halted:
        case Phase::closed: return {};
    }
    return {};
}

/// O2, O3.
Attempt<void> Processor::open(std::uint64_t now_ms) {
    if (now_ms < retry_at_ms_) return {};
    write_behind_.reset();
    trying_.reset();
    state_ = {};  // a store kept from an earlier try would hold its own lock
    auto opened = open_state(setup_, log_);
    if (!opened) return opened.error();
    state_ = std::move(*opened);
    write_behind_.emplace(*state_.store, *state_.ledger, state_.identity, setup_.limits);
    trying_.emplace(*state_.store, setup_.limits.crashes_max, setup_.limits.careful_commands);
    if (const auto noted = trying_->open(); !noted) return alarm(alarms::store_failed, noted.error().detail);
    start_folding();
    return {};
}

void Processor::start_folding() {
    folder_.reset();
    busy_ = true;
    status_.enter(Phase::folding);
}

/// O3 and O4; O5 and O6 when the end is reached.
Attempt<void> Processor::fold(std::uint64_t now_ms) {
    busy_ = true;
    if (!folder_) {
        if (auto verified = verify_positions(log_, setup_.partition, *state_.ledger); !verified) {
            if (verified.error().alarm != alarms::journal_regressed || !setup_.accept_regression)
                return verified.error();
            forget_flight();
            status_.enter(Phase::opening);  // which drops the store and folds anew
            return {};
        }
        auto folder = Folder::open(log_, *state_.ledger, setup_.partition, waker_);
        if (!folder) return folder.error();
        folder_ = std::move(*folder);
    }
    const auto folded = folder_->step(setup_.limits.fold_records_max, counters_);
    if (!folded) return folded.error();
    write_behind_->note(*folded, now_ms);
    if (auto written = commit(write_behind_->commit()); !written) return written;
    failpoint("folding");
    busy_ = *folded > 0;
    return folder_->at_end() ? start_running() : Attempt<void>{};
}

/// A broker that lost power keeps the journal, which it forces to disk, and may lose the newest commands, which it does not. Offsets that
/// the journal has answered must not be given out again, so empty records take them: whoever sent the lost commands has the answers.
Attempt<void> Processor::fill_up(const Stream& commands, std::int64_t lost) {
    const auto now = std::min(lost, fillers_max);
    for (std::int64_t count = 0; count < now; ++count) log_.send(commands, Message{}, [](const auto&) {});
    return passing(topic_name(commands.service, commands.kind) + "/" + std::to_string(commands.partition) + " lost its last " +
                   std::to_string(lost) + " answered commands; their places are being filled");
}

/// O5, O6.
Attempt<void> Processor::start_running() {
    folder_.reset();
    const auto own = state_.identity.service;
    const auto& position = state_.ledger->position(own);
    const Stream commands{own, Kind::commands, setup_.partition};
    const Stream journal{own, Kind::journal, setup_.partition};
    next_command_ = position.head.input + 1;
    expected_ = position.next_offset;
    const auto bounds = log_.bounds(commands);
    if (!bounds) return passing(bounds.error());
    if (bounds->end < next_command_) return fill_up(commands, next_command_ - bounds->end);
    if (bounds->begin > next_command_)
        return alarm(alarms::commands_expired,
                     topic_name(own, Kind::commands) + "/" + std::to_string(setup_.partition) + " at " +
                         std::to_string(next_command_) + ", kept from " + std::to_string(bounds->begin) + " to " +
                         std::to_string(bounds->end));
    for (std::size_t at = 0; at < writer_.size(); at += sizeof(std::uint64_t)) {
        const auto bits = setup_.random();
        std::memcpy(writer_.data() + at, &bits, sizeof bits);
    }
    auto appender = log_.append_to(journal, expected_, waker_);
    if (!appender) return passing(appender.error());
    if (auto reading = start_reading(commands); !reading) return reading;
    appender_ = std::move(*appender);
    counters_.head_n.set(position.head.n);
    counters_.next_input.set(static_cast<std::uint64_t>(next_command_));
    for (const auto& effect : setup_.effects) effect->recovered(state_.ledger->partition());
    status_.note({});
    status_.enter(Phase::running);
    busy_ = true;
    return {};
}

/// Journals that no command waits for are read gathered: each record of theirs would cost a broker a fetch of its own.
Attempt<void> Processor::start_reading(const Stream& commands) {
    std::vector<Start> awaited{{commands, next_command_}};
    std::vector<Start> heard;
    for (const auto& [service, folded] : state_.ledger->positions()) {
        if (service == commands.service) continue;
        auto& starts = state_.ledger->partition().awaits(service) ? awaited : heard;
        starts.push_back({{service, Kind::journal, setup_.partition}, folded.next_offset});
    }
    auto reader = log_.read(awaited, waker_);
    if (!reader) return passing(reader.error());
    reader_ = std::move(*reader);
    if (heard.empty()) return {};
    auto gathered = log_.read(heard, waker_, Haste::gathered);
    if (!gathered) return passing(gathered.error());
    gathered_ = std::move(*gathered);
    return {};
}

/// Everything that was decided but not confirmed never happened.
void Processor::forget_flight() {
    appender_.reset();
    reader_.reset();
    gathered_.reset();
    folder_.reset();
    window_.clear();
    window_bytes_ = 0;
    pending_.clear();
    held_since_ms_.reset();
    paused_ = false;
    if (state_.ledger) state_.ledger->roll_back();
}

void Processor::wait_and_refold(std::uint64_t now_ms) {
    forget_flight();
    const auto spread = backoff_ms_ - setup_.limits.backoff_ms_min + 1;
    retry_at_ms_ = now_ms + setup_.limits.backoff_ms_min + setup_.random() % spread;
    backoff_ms_ = std::min(backoff_ms_ * 2, setup_.limits.backoff_ms_max);
    status_.enter(state_.ledger && write_behind_ ? Phase::waiting : Phase::opening);
}

void Processor::meet(const Trouble& trouble, std::uint64_t now_ms) {
    if (!trouble.passing()) return halt(trouble);
    status_.note(trouble);
    counters_.interrupts.add();
    wait_and_refold(now_ms);
}

void Processor::halt(const Trouble& trouble) {
    forget_flight();
    status_.note(trouble);
    status_.enter(Phase::halted);
}

Attempt<void> Processor::commit(Result<bool> wrote) {
    if (!wrote) return alarm(alarms::store_failed, wrote.error().detail);
    if (!*wrote) return {};
    counters_.commits.add();
    failpoint("stored");
    return {};
}

void Processor::close() {
    const auto phase = status_.phase();
    if (phase == Phase::closed) return;
    forget_flight();
    if (trying_ && phase != Phase::halted) {
        // A store that fails here is folded further at the next start; there is nobody left to tell.
        if (write_behind_->commit()) (void)trying_->close();
    }
    write_behind_.reset();
    trying_.reset();
    state_.store.reset();
    status_.enter(Phase::closed);
}

}  // namespace hoicho::runtime
