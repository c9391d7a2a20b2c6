// The log of one process: every stream in one RocksDB, an Entry durable with the command it answers in one fsync.
#pragma once

#include "runtime/log/local_committer.h"
#include "runtime/log/local_disk.h"

namespace hoicho::runtime {

/// Thread-safe; its Readers and Appenders have one owner thread each and must end before it.
class LocalLog final : public EventLog {
  public:
    /// Opens the log in options.folder or makes it. Failure: see LocalJournalDb::open.
    static Result<std::unique_ptr<LocalLog>> open(LocalLogOptions options);

    std::uint32_t partitions() const override { return options_.partitions; }
    Result<Bounds> bounds(const Stream& stream) override;
    Result<std::unique_ptr<Reader>> open_reader(const std::vector<Start>& starts, std::shared_ptr<Waker> waker, Haste) override;
    Result<std::unique_ptr<Appender>> append_to(const Stream& journal, std::int64_t expected,
                                                std::shared_ptr<Waker> waker) override;
    void send(const Stream& stream, Message message, Sent sent) override;
    Result<RecordPtr> at(const Stream& stream, std::int64_t offset) override;

    /// 16 bytes, other for every log ever made.
    const std::string& log_id() const { return db_->log_id(); }

  private:
    explicit LocalLog(LocalLogOptions options) : options_{std::move(options)} {}
    Result<LocalStream*> stream(const Stream& name) const;
    Result<std::int64_t> take_in(const Stream& name, Message message);

    const LocalLogOptions options_;
    LocalDisk disk_{options_};
    std::unique_ptr<LocalJournalDb> db_;
    LocalStreams streams_;
    std::unique_ptr<LocalCommitter> committer_;  // last: its thread ends first
};

}  // namespace hoicho::runtime
