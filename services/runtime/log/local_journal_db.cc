// Opening, writing and reading the embedded log's RocksDB.
#include "runtime/log/local_journal_db.h"

#include <rocksdb/db.h>
#include <rocksdb/table.h>
#include <rocksdb/write_batch.h>
#include <unistd.h>

#include <cstdio>
#include <limits>
#include <random>

#include "runtime/log/local_keys.h"

namespace hoicho::runtime {
namespace {

constexpr int exit_code_unknown_outcome = 70;
constexpr std::string_view format_now = "1";
constexpr std::size_t log_id_bytes = 16;

rocksdb::Options rocks_options() {
    rocksdb::Options options;
    options.create_if_missing = true;
    // The default (point in time) silently drops acknowledged records behind a flipped byte; this one forgives a torn
    // tail only. It rules out recycled WAL files (RocksDB then ignores recycle_log_file_num), so an fsync always
    // carries the file's new length.
    options.wal_recovery_mode = rocksdb::WALRecoveryMode::kTolerateCorruptedTailRecords;
    options.track_and_verify_wals_in_manifest = true;
    options.paranoid_checks = true;
    options.write_buffer_size = 64u << 20;
    options.max_write_buffer_number = 4;
    options.max_total_wal_size = 512u << 20;  // bounds what a restart reads again
    options.max_background_jobs = 2;
    options.bytes_per_sync =
        1u << 20;  // table files reach the disk evenly, not in one burst that an fsync of the WAL waits behind
    options.compression = rocksdb::kLZ4Compression;
    options.bottommost_compression = rocksdb::kZSTD;
    options.info_log_level = rocksdb::InfoLogLevel::WARN_LEVEL;
    options.keep_log_file_num = 5;
    rocksdb::BlockBasedTableOptions table;
    table.block_size = 32u << 10;  // records are read in order
    options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
    return options;
}

Failure io_failure(const std::string& what, const rocksdb::Status& status) {
    return failure(boost::system::errc::io_error, what + ": " + status.ToString());
}

void leave(const std::string& why) {
    std::fprintf(stderr, "%s; the outcome is unknown, leaving so that a restart reads what is there\n", why.c_str());
    ::_exit(exit_code_unknown_outcome);
}

std::string random_bytes(std::size_t size) {
    std::random_device device;
    std::string bytes;
    while (bytes.size() < size) bytes.push_back(static_cast<char>(device()));
    return bytes;
}

}  // namespace

LocalJournalDb::LocalJournalDb(std::unique_ptr<rocksdb::DB> db, std::function<void(const std::string&)> on_fatal)
    : db_{std::move(db)}, on_fatal_{on_fatal ? std::move(on_fatal) : leave} {}

LocalJournalDb::~LocalJournalDb() = default;

Result<std::unique_ptr<LocalJournalDb>> LocalJournalDb::open(const LocalLogOptions& options) {
    std::error_code error;
    std::filesystem::create_directories(options.folder, error);
    if (error)
        return failure(boost::system::errc::io_error,
                       "could not make the log folder " + options.folder.string() + ": " + error.message());
    rocksdb::DB* opened = nullptr;
    const auto status = rocksdb::DB::Open(rocks_options(), options.folder.string(), &opened);
    if (!status.ok()) return io_failure("could not open the log in " + options.folder.string(), status);
    std::unique_ptr<LocalJournalDb> db{new LocalJournalDb{std::unique_ptr<rocksdb::DB>{opened}, options.on_fatal}};
    if (auto settled = db->settle_meta(options.partitions); !settled) return settled.error();
    return db;
}

Result<void> LocalJournalDb::settle_meta(std::uint32_t partitions) {
    std::string format, stored;
    const auto status = db_->Get({}, local_meta_format, &format);
    if (status.IsNotFound()) return create_meta(partitions);
    if (!status.ok()) return io_failure("could not read the log's format", status);
    if (format != format_now)
        return failure(boost::system::errc::not_supported,
                       "the log has format " + format + ", this program writes " + std::string{format_now});
    for (const auto& [key, value] :
         {std::pair{&local_meta_partitions, &stored}, std::pair{&local_meta_log_id, &log_id_}})
        if (const auto got = db_->Get({}, *key, value); !got.ok())
            return io_failure("could not read the log's meta rows", got);
    if (stored != std::to_string(partitions))
        return failure(boost::system::errc::invalid_argument,
                       "the log was made with " + stored + " partitions, the configuration says " +
                           std::to_string(partitions) + ": their number is fixed for ever, for organisers would move");
    return {};
}

Result<void> LocalJournalDb::create_meta(std::uint32_t partitions) {
    log_id_ = random_bytes(log_id_bytes);
    rocksdb::WriteBatch batch;
    (void)batch.Put(local_meta_format, rocksdb::Slice{format_now.data(), format_now.size()});
    (void)batch.Put(local_meta_partitions, std::to_string(partitions));
    (void)batch.Put(local_meta_log_id, log_id_);
    if (write_durably(batch)) return {};
    return failure(boost::system::errc::io_error, "could not write the log's meta rows");
}

bool LocalJournalDb::write_durably(rocksdb::WriteBatch& batch) {
    if (broken_) return false;
    rocksdb::WriteOptions options;
    options.sync = true;
    const auto status = db_->Write(options, &batch);
    if (status.ok()) [[likely]]
        return true;
    broken_ = true;  // no further write and no Resume(): the failed record may come back at the next open
    on_fatal_("writing the log failed: " + status.ToString());
    return false;
}

std::int64_t LocalJournalDb::end_of(const Stream& stream) const {
    const std::unique_ptr<rocksdb::Iterator> it{db_->NewIterator({})};
    it->SeekForPrev(local_key(stream, std::numeric_limits<std::int64_t>::max()));
    if (!it->Valid()) return 0;
    return local_offset(stream, it->key().ToStringView()).value_or(-1) + 1;
}

Result<void> LocalJournalDb::read(const Stream& stream, std::int64_t offset, std::size_t records_max,
                                  std::vector<RecordPtr>& records) const {
    rocksdb::ReadOptions options;
    options.readahead_size = records_max > 256 ? 1u << 20 : 0;
    const std::string end = local_key(stream, std::numeric_limits<std::int64_t>::max());
    const rocksdb::Slice upper{end};
    options.iterate_upper_bound = &upper;
    const std::unique_ptr<rocksdb::Iterator> it{db_->NewIterator(options)};
    std::size_t left = records_max;
    for (it->Seek(local_key(stream, offset)); left > 0 && it->Valid(); it->Next(), --left) {
        const auto found = local_offset(stream, it->key().ToStringView());
        if (found != offset)
            return failure(boost::system::errc::io_error,
                           topic_name(stream.service, stream.kind) + " has a hole in the log");
        auto record = local_record(stream, offset++, it->value().ToStringView());
        if (!record)
            return failure(boost::system::errc::io_error,
                           topic_name(stream.service, stream.kind) + " has an unreadable record");
        records.push_back(std::move(record));
    }
    if (!it->status().ok()) return io_failure("could not read the log", it->status());
    return {};
}

Result<RecordPtr> LocalJournalDb::at(const Stream& stream, std::int64_t offset) const {
    rocksdb::PinnableSlice value;
    const auto status = db_->Get({}, db_->DefaultColumnFamily(), local_key(stream, offset), &value);
    if (status.IsNotFound())
        return failure(boost::system::errc::result_out_of_range,
                       "no such record in " + topic_name(stream.service, stream.kind));
    if (!status.ok()) return io_failure("could not read the log", status);
    auto record = local_record(stream, offset, value.ToStringView());
    if (!record)
        return failure(boost::system::errc::io_error,
                       topic_name(stream.service, stream.kind) + " has an unreadable record");
    return record;
}

}  // namespace hoicho::runtime
