// What the embedded log holds in memory of one stream: its end, its newest records, the commands that wait for their
// Entry, and who reads.
#pragma once

#include <deque>
#include <mutex>
#include <vector>

#include "runtime/log/event_log.h"
#include "runtime/log/local_options.h"

namespace hoicho::runtime {

/// Approximate memory and disk a message takes: what every bound in bytes counts.
std::size_t message_bytes(const Message& message);

/// Thread-safe. Records [begin of `recent_`, end_) are in memory; older ones lie in RocksDB.
class LocalStream {
  public:
    enum class Where : std::uint8_t { here, older, beyond };  ///< in memory, in RocksDB only, after the end

    LocalStream(Stream stream, std::int64_t end, const LocalLogOptions& options);

    const Stream& name() const { return name_; }
    std::int64_t end() const;
    /// Appends at most `records_max` records from `offset` on; none when they are not `here`.
    Where copy_recent(std::int64_t offset, std::size_t records_max, std::vector<RecordPtr>& records) const;

    /// Makes a durable record visible to readers.
    void add_durable(RecordPtr record);

    /// Takes a command in, in memory only, and makes it visible. Failure no_buffer_space: too many wait for their
    /// Entry.
    Result<std::int64_t> queue_command(Message message);
    /// Commands up to `input` that no earlier call gave: they go into the same write as the Entry that answers them.
    /// Committer's thread only.
    std::vector<RecordPtr> take_unwritten(std::int64_t input);
    /// What take_unwritten gave is durable now.
    void mark_written();

    void subscribe(std::shared_ptr<Waker> waker);
    void unsubscribe(const std::shared_ptr<Waker>& waker);
    void collect_wakers(std::vector<std::shared_ptr<Waker>>& wakers) const;

    std::int64_t reserved_end = 0;  ///< next offset an append gets; guarded by the committer's lock

  private:
    void add(RecordPtr record);
    void drop_oldest();
    std::int64_t recent_begin() const { return end_ - static_cast<std::int64_t>(recent_.size()); }

    const Stream name_;
    const LocalLogOptions& options_;
    mutable std::mutex mutex_;
    std::int64_t end_;
    std::int64_t written_end_;  ///< commands: first offset that is in memory only
    std::int64_t taken_end_;    ///< commands: first offset that no Entry has taken along yet
    std::deque<RecordPtr> recent_;
    std::size_t recent_bytes_ = 0;
    std::size_t unwritten_bytes_ = 0;
    std::vector<std::shared_ptr<Waker>> wakers_;
};

/// All streams of a log: three services, three kinds, P partitions.
class LocalStreams {
  public:
    void add(std::unique_ptr<LocalStream> stream);
    /// nullptr: no such stream.
    LocalStream* find(const Stream& stream) const;
    static std::vector<Stream> names(std::uint32_t partitions);

  private:
    std::vector<std::unique_ptr<LocalStream>> sorted_;
};

}  // namespace hoicho::runtime
