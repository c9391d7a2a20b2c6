// Reads, folds, answers those who wait; see folds.h.
#include "gateway/views/folds.h"

#include <algorithm>
#include <chrono>
#include <iterator>

#include "runtime/log/thread_name.h"

namespace hoicho::gateway {
namespace {

using journal::v1::Entry;

constexpr auto longest_sleep = std::chrono::milliseconds{200};
constexpr auto sweep_every = std::chrono::seconds{1};

CommandId id_of(const Entry& entry) {
    CommandId id{};
    entry.command_id().copy(reinterpret_cast<char*>(id.data()), id.size());
    return id;
}

std::uint64_t hash_of(const Entry& entry) {
    std::uint64_t hash = 0;
    entry.command_hash().copy(reinterpret_cast<char*>(&hash), sizeof hash);
    return hash;
}

/// What no decision stands on (scheduling, for matching) is only for long reads, which have a fold of their own (matching_view.h).
bool hears(const Ledger& ledger, Service own, Service journal) {
    return ledger.positions().contains(journal) && (journal == own || ledger.partition().awaits(journal));
}

}  // namespace

Answered answered_from(Service service, std::uint32_t partition, const Entry& entry) {
    Answered answered{service, partition, entry.n(), hoicho::outcome_of(entry), {}, {}};
    if (entry.has_accepted())
        for (const auto& created : entry.accepted().reply().created()) answered.created.push_back({created.kind(), created.id()});
    if (entry.has_refused()) answered.refusal = from_proto(entry.refused());
    if (entry.has_deferred()) answered.refusal = from_proto(entry.deferred().reason());
    if (entry.has_repeated()) answered.n = entry.repeated().of_n();
    return answered;
}

Folds::Folds(runtime::EventLog& log, std::map<Service, MakePartition> services) : log_{log}, first_writers_(log.partitions()), bell_{std::make_shared<runtime::Bell>()} {
    for (const auto& [service, make] : services)
        for (std::uint32_t partition = 0; partition < log_.partitions(); ++partition)
            ledgers_.emplace(Place{service, partition}, std::make_unique<Ledger>(make()));
}

Folds::~Folds() { stop(); }

void Folds::start(Watcher* watcher) {
    watcher_ = watcher;
    thread_ = std::thread{[this] { run(); }};
    runtime::name_thread(thread_.native_handle(), "folds");
}

void Folds::stop() {
    stopping_ = true;
    bell_->wake();
    if (thread_.joinable()) thread_.join();
}

/// Opens all journals at their beginning; nullptr: not now (a broker that restarts), or never (halted).
std::unique_ptr<runtime::Reader> Folds::open_journals() {
    std::vector<runtime::Start> starts;
    for (const auto& [place, ledger] : ledgers_) {
        const runtime::Stream journal{place.first, runtime::Kind::journal, place.second};
        const auto bounds = log_.bounds(journal);
        if (!bounds) return nullptr;
        if (bounds->begin > 0) return halt("the journal no longer begins at 0: its oldest entries are gone"), nullptr;
        starts.push_back({journal, 0});
        ends_[journal] = bounds->end;
    }
    auto reader = log_.read(starts, bell_);
    return reader ? std::move(*reader) : nullptr;
}

void Folds::run() {
    auto reader = open_journals();
    while (!reader && !stopping_ && halted().empty()) {
        bell_->wait(longest_sleep);
        reader = open_journals();
    }
    if (!reader) return;
    std::vector<Done> done;
    auto swept_at = std::chrono::steady_clock::now();
    while (!stopping_) {
        const bool some = fold_batch(*reader, done);
        for (auto& each : done)
            for (auto& waiting : each.waiters) waiting.call(each.answered);
        done.clear();
        if (!halted().empty()) return;
        if (!caught_up_) caught_up_ = at_ends();
        if (const auto now = std::chrono::steady_clock::now(); now - swept_at > sweep_every) {
            swept_at = now;
            give_up_on_late();
        }
        if (!some) bell_->wait(longest_sleep);
    }
}

/// Folded as far as the journals went when this began.
bool Folds::at_ends() const {
    return std::all_of(ends_.begin(), ends_.end(), [this](const auto& end) {
        const auto& [journal, offset] = end;
        return ledgers_.at({journal.service, journal.partition})->position(journal.service).next_offset >= offset;
    });
}

/// Before the end by more than the answers that are kept: nobody waits for it or asks what it answered.
bool Folds::is_history(const runtime::Record& record) const {
    return !caught_up_ && record.offset + static_cast<std::int64_t>(answers_kept_max) < ends_.at(record.stream);
}

/// Polls once and folds what came. False: nothing came.
bool Folds::fold_batch(runtime::Reader& reader, std::vector<Done>& done) {
    auto records = reader.poll(caught_up_ ? batch_records_max : catch_up_records_max);
    if (!records) {
        if (records.error().code == boost::system::errc::result_out_of_range) halt("a journal was cut short: " + records.error().detail);
        return false;
    }
    if (records->empty()) {
        const auto shared = lock();
        if (watcher_) watcher_->batch_done();
        return false;
    }
    const std::unique_lock lock{mutex_};
    for (const auto& record : *records)
        if (!fold(*record, done)) return true;
    if (watcher_) watcher_->batch_done();
    return true;
}

bool Folds::fold(const runtime::Record& record, std::vector<Done>& done) {
    const Service service = record.stream.service;
    const std::uint32_t partition = record.stream.partition;
    const bool history = is_history(record);
    const auto& bytes = record.message.value;
    if (!view_.read(bytes) || (!history && !entry_.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))))
        return halt("journal record " + std::to_string(record.offset) + " is no Entry"), false;
    bool counts = false;
    for (auto& [place, ledger] : ledgers_) {
        if (place.second != partition || !hears(*ledger, place.first, service)) continue;
        const auto verdict = ledger->fold(service, record.offset, record.message.key, view_);
        if (verdict == Verdict::newer)
            return halt("a newer build wrote entry " + std::to_string(view_.n()) + " of " + runtime::service_name(service)), false;
        if (place.first == service) counts = verdict == Verdict::folded;
    }
    if (!counts) return ++void_entries_, true;
    ++folded_entries_;
    if (view_.n() == 1 && service == SERVICE_REGISTRATION) first_writers_[partition] = head_after(view_).writer;
    if (history) return true;
    remember({service, partition}, done);
    if (watcher_) watcher_->folded(service, partition, record.message.key, entry_);
    return true;
}

void Folds::remember(Place place, std::vector<Done>& done) {
    auto answered = outcome_of(place, entry_);
    take_waiters(answered, done);
    if (entry_.has_repeated() || entry_.has_deferred()) return;
    auto& kept = answers_[place];
    if (kept.empty()) kept.resize(answers_kept_max);
    const auto slot = answered.n % answers_kept_max;
    kept[slot] = std::move(answered);
}

/// Those who wait for the command of entry_ are done; another command under the same id gets an Entry of its own.
void Folds::take_waiters(const Answered& answered, std::vector<Done>& done) {
    const std::lock_guard lock{waiters_mutex_};
    const auto at = waiters_.find(id_of(entry_));
    if (at == waiters_.end()) return;
    auto& waiting = at->second;
    const auto others = std::partition(waiting.begin(), waiting.end(), [hash = hash_of(entry_)](const Waiting& each) { return each.hash == hash; });
    done.push_back({{std::make_move_iterator(waiting.begin()), std::make_move_iterator(others)}, answered});
    waiting.erase(waiting.begin(), others);
    if (waiting.empty()) waiters_.erase(at);
}

/// A repeated command gets the first outcome when it is still at hand; else the caller reads it from the log by its n.
Answered Folds::outcome_of(Place place, const Entry& entry) {
    auto answered = answered_from(place.first, place.second, entry);
    if (!entry.has_repeated()) return answered;
    if (const auto* first = this->answered(place.first, place.second, answered.n)) return *first;
    return answered;
}

const Answered* Folds::answered(Service service, std::uint32_t partition, std::uint64_t n) const {
    const auto at = answers_.find({service, partition});
    if (at == answers_.end() || at->second.empty()) return nullptr;
    const auto& kept = at->second[n % answers_kept_max];
    return kept.n == n ? &kept : nullptr;
}

bool Folds::wait_for(const CommandId& id, std::uint64_t hash, Waiter waiter) {
    const std::lock_guard lock{waiters_mutex_};
    if (waiters_.size() >= waiters_max) return false;
    waiters_[id].push_back({std::move(waiter), hash, std::chrono::steady_clock::now() + patience});
    return true;
}

void Folds::give_up(const CommandId& id) {
    std::vector<Waiting> late;
    {
        const std::lock_guard lock{waiters_mutex_};
        const auto at = waiters_.find(id);
        if (at == waiters_.end()) return;
        late = std::move(at->second);
        waiters_.erase(at);
    }
    for (auto& waiting : late) waiting.call({});
}

void Folds::give_up_on_late() {
    std::vector<Waiting> late;
    {
        const std::lock_guard lock{waiters_mutex_};
        const auto now = std::chrono::steady_clock::now();
        for (auto at = waiters_.begin(); at != waiters_.end();) {
            if (at->second.front().until > now) {
                ++at;
                continue;
            }
            for (auto& waiting : at->second) late.push_back(std::move(waiting));
            waiters_.erase(at++);
        }
    }
    for (auto& waiting : late) waiting.call({});
}

void Folds::halt(std::string why) {
    const std::lock_guard lock{halted_mutex_};
    halted_ = std::move(why);
}

std::string Folds::halted() const {
    const std::lock_guard lock{halted_mutex_};
    return halted_;
}

}  // namespace hoicho::gateway
