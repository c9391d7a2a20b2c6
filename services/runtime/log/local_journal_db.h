// The one RocksDB under all streams of an embedded log: how it is opened, written with one fsync, and read.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "runtime/log/event_log.h"
#include "runtime/log/local_options.h"

namespace rocksdb {
class DB;
class WriteBatch;
}  // namespace rocksdb

namespace hoicho::runtime {

/// Thread-safe, but for one writer.
class LocalJournalDb {
  public:
    /// Failure: the folder cannot be opened, holds a damaged log, or one of another format or number of partitions;
    /// `detail` says which.
    static Result<std::unique_ptr<LocalJournalDb>> open(const LocalLogOptions& options);
    ~LocalJournalDb();

    /// Durable when it returns true. Anything else is the end of this process (LocalLogOptions::on_fatal); false only
    /// when a test survived it.
    bool write_durably(rocksdb::WriteBatch& batch);

    /// The offset after a stream's last record.
    std::int64_t end_of(const Stream& stream) const;
    /// Appends at most `records_max` records from `offset` on to `records`. Failure io_error: the disk, or a damaged
    /// block.
    Result<void> read(const Stream& stream, std::int64_t offset, std::size_t records_max,
                      std::vector<RecordPtr>& records) const;
    /// Failure out_of_range: there is none.
    Result<RecordPtr> at(const Stream& stream, std::int64_t offset) const;

    /// 16 random bytes given to this log when it was made: two copies of a folder share it, two logs do not.
    const std::string& log_id() const { return log_id_; }

  private:
    LocalJournalDb(std::unique_ptr<rocksdb::DB> db, std::function<void(const std::string&)> on_fatal);
    Result<void> settle_meta(std::uint32_t partitions);
    Result<void> create_meta(std::uint32_t partitions);

    std::unique_ptr<rocksdb::DB> db_;
    std::function<void(const std::string&)> on_fatal_;
    std::string log_id_;
    bool broken_ = false;
};

}  // namespace hoicho::runtime
