// The gateway's own fold of all journals: what every answer, page and live message is read from.
//
// One thread reads the journals of all services and partitions and folds them under an exclusive lock, in short batches; readers share it.
#pragma once

#include <atomic>
#include <boost/unordered/unordered_flat_map.hpp>
#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <shared_mutex>
#include <string>
#include <thread>
#include <vector>

#include "kernel/ledger.h"
#include "runtime/log/bell.h"

namespace hoicho::gateway {

/// What a command came to, short enough to be remembered for retries.
struct Answered {
    Service service = SERVICE_UNSPECIFIED;
    std::uint32_t partition = 0;
    std::uint64_t n = 0;
    EntryOutcome outcome = EntryOutcome::unknown;
    std::vector<Created> created;
    Refusal refusal;
};
using Waiter = std::function<void(const Answered&)>;

/// Sees every effective Entry after it was folded, inside the exclusive lock: it must be quick.
class Watcher {
  public:
    virtual ~Watcher() = default;
    virtual void folded(Service service, std::uint32_t partition, const std::string& organiser, const journal::v1::Entry& entry) = 0;
    /// A batch is done, still inside the lock; also now and then while nothing comes, inside the shared one.
    virtual void batch_done() = 0;
};

class Folds {
  public:
    using MakePartition = std::function<std::unique_ptr<Partition>()>;
    static constexpr std::size_t batch_records_max = 64;     ///< while live: how long readers may be kept out
    static constexpr std::size_t catch_up_records_max = 2'000;
    static constexpr std::size_t waiters_max = 50'000;
    static constexpr std::chrono::milliseconds patience{10'000};
    static constexpr std::size_t answers_kept_max = 16'384;  ///< per service and partition, for retries

    Folds(runtime::EventLog& log, std::map<Service, MakePartition> services);
    ~Folds();

    void start(Watcher* watcher);
    void stop();

    /// Readers: everything reached through the ledgers is consistent while the lock is held.
    std::shared_lock<std::shared_mutex> lock() const { return std::shared_lock{mutex_}; }
    const Ledger& ledger(Service service, std::uint32_t partition) const { return *ledgers_.at({service, partition}); }
    std::uint32_t partitions() const { return log_.partitions(); }
    runtime::EventLog& log() { return log_; }

    /// Waits for the outcome of a command that is about to be sent; after `patience` the waiter gets EntryOutcome::unknown. False: too many wait.
    /// `hash` tells it from another command under the same id, whose outcome is not its own.
    bool wait_for(const CommandId& id, std::uint64_t hash, Waiter waiter);
    /// Nobody need wait: the command was not sent. Its waiters get EntryOutcome::unknown.
    void give_up(const CommandId& id);
    /// Remembered outcome of Entry n, if it has not left the cache. Hold lock().
    const Answered* answered(Service service, std::uint32_t partition, std::uint64_t n) const;

    /// Writer of the first Entry of the organiser's journals: positions mean nothing in a journal that begins otherwise. Hold lock().
    const WriterId& first_writer(std::uint32_t partition) const { return first_writers_[partition]; }

    bool caught_up() const { return caught_up_; }
    /// Why folding stopped; empty while it goes on.
    std::string halted() const;
    std::uint64_t void_entries() const { return void_entries_; }
    std::uint64_t folded_entries() const { return folded_entries_; }

  private:
    using Place = std::pair<Service, std::uint32_t>;
    struct Waiting {
        Waiter call;
        std::uint64_t hash;
        std::chrono::steady_clock::time_point until;
    };
    struct Done {
        std::vector<Waiting> waiters;
        Answered answered;
    };

    std::unique_ptr<runtime::Reader> open_journals();
    void run();
    bool at_ends() const;
    bool is_history(const runtime::Record& record) const;
    bool fold_batch(runtime::Reader& reader, std::vector<Done>& done);
    bool fold(const runtime::Record& record, std::vector<Done>& done);
    void remember(Place place, std::vector<Done>& done);
    void take_waiters(const Answered& answered, std::vector<Done>& done);
    Answered outcome_of(Place place, const journal::v1::Entry& entry);
    void give_up_on_late();
    void halt(std::string why);

    runtime::EventLog& log_;
    std::map<Place, std::unique_ptr<Ledger>> ledgers_;
    std::map<Place, std::vector<Answered>> answers_;
    std::vector<WriterId> first_writers_;  ///< of registration, by partition
    mutable std::shared_mutex mutex_;

    std::mutex waiters_mutex_;
    boost::unordered_flat_map<CommandId, std::vector<Waiting>, KeyHash<CommandId>> waiters_;

    Watcher* watcher_ = nullptr;
    // The folding thread's; what is parsed is kept between records, for its memory.
    std::map<runtime::Stream, std::int64_t> ends_;  ///< of the journals when folding began
    EntryView view_;
    journal::v1::Entry entry_;  ///< the same whole, for answers; not of history
    std::atomic<bool> stopping_{false}, caught_up_{false};
    std::atomic<std::uint64_t> void_entries_{0}, folded_entries_{0};
    mutable std::mutex halted_mutex_;
    std::string halted_;
    std::shared_ptr<runtime::Bell> bell_;
    std::thread thread_;
};

/// The answer an Entry gives, for callers who have just read it from the log.
Answered answered_from(Service service, std::uint32_t partition, const journal::v1::Entry& entry);

}  // namespace hoicho::gateway
