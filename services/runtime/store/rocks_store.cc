// One WriteBatch a commit, reads through an overlay of staged rows; see rocks_store.h.
#include "runtime/store/rocks_store.h"

#include <rocksdb/cache.h>
#include <rocksdb/db.h>
#include <rocksdb/options.h>
#include <rocksdb/table.h>
#include <rocksdb/write_batch.h>

#include <system_error>

namespace hoicho::runtime {
namespace {

namespace errc = boost::system::errc;

constexpr std::size_t write_buffer_bytes = 8 << 20;
constexpr std::uint64_t wal_bytes_max = 32 << 20;
constexpr std::size_t block_cache_bytes = 1 << 20;  // rows are read once, at start
constexpr int open_files_max = 64;

// First byte of every key: what kind of thing it is.
constexpr char row_space = 'r';
constexpr char note_space = 'n';
const std::string meta_key = "m";
const std::string after_all_keys = "\xff";

std::string in_space(char space, std::string_view name) { return std::string{space}.append(name); }
rocksdb::Slice slice(std::string_view bytes) { return {bytes.data(), bytes.size()}; }
std::string_view view(const rocksdb::Slice& bytes) { return {bytes.data(), bytes.size()}; }

rocksdb::Options options() {
    rocksdb::Options options;
    options.create_if_missing = true;
    options.write_buffer_size = write_buffer_bytes;
    options.max_total_wal_size = wal_bytes_max;
    options.max_open_files = open_files_max;
    options.keep_log_file_num = 2;
    options.max_log_file_size = 1 << 20;
    rocksdb::BlockBasedTableOptions blocks;
    blocks.block_cache = rocksdb::NewLRUCache(block_cache_bytes);
    options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(blocks));
    return options;
}

Failure failure_of(const rocksdb::Status& status, const std::string& what) {
    const auto text = status.ToString();
    const bool whole =
        status.IsNoSpace() || status.IsBusy() || status.IsTimedOut() || text.find("/LOCK") != std::string::npos;
    return failure(whole ? errc::device_or_resource_busy : errc::bad_message, what + ": " + text);
}

}  // namespace

RocksStore::RocksStore(std::unique_ptr<rocksdb::DB> db) : db_{std::move(db)} {}
RocksStore::~RocksStore() = default;

Result<std::unique_ptr<RocksStore>> RocksStore::open(const std::filesystem::path& directory) {
    std::error_code error;
    std::filesystem::create_directories(directory, error);
    if (error) return failure(errc::device_or_resource_busy, "store " + directory.string() + ": " + error.message());
    rocksdb::DB* db = nullptr;
    const auto status = rocksdb::DB::Open(options(), directory.string(), &db);
    if (!status.ok()) return failure_of(status, "open store " + directory.string());
    return std::unique_ptr<RocksStore>{new RocksStore{std::unique_ptr<rocksdb::DB>{db}}};
}

Result<void> RocksStore::destroy(const std::filesystem::path& directory) {
    std::error_code error;
    std::filesystem::remove_all(directory, error);
    if (error)
        return failure(errc::device_or_resource_busy, "remove store " + directory.string() + ": " + error.message());
    return {};
}

void RocksStore::stage(std::string_view key, bool present, std::string_view row) {
    staged_.insert_or_assign(std::string{key}, present ? std::optional<std::string>{row} : std::nullopt);
}

Result<void> RocksStore::commit(std::string_view meta) {
    rocksdb::WriteBatch batch;
    rocksdb::Status status;
    for (const auto& [key, row] : staged_) {
        const auto stored_key = in_space(row_space, key);
        status = row ? batch.Put(stored_key, *row) : batch.Delete(stored_key);
        if (!status.ok()) return failure_of(status, "stage");
    }
    status = batch.Put(meta_key, slice(meta));
    if (status.ok()) status = db_->Write(rocksdb::WriteOptions{}, &batch);
    if (!status.ok()) return failure_of(status, "commit");
    staged_.clear();
    return {};
}

Result<std::optional<std::string>> RocksStore::get(const std::string& key) {
    std::string value;
    const auto status = db_->Get(rocksdb::ReadOptions{}, key, &value);
    if (status.IsNotFound()) return std::optional<std::string>{};
    if (!status.ok()) return failure_of(status, "read");
    return std::optional<std::string>{std::move(value)};
}

Result<std::optional<std::string>> RocksStore::meta() { return get(meta_key); }

Result<std::optional<std::string>> RocksStore::find(std::string_view key) {
    if (const auto at = staged_.find(key); at != staged_.end()) return at->second;
    return get(in_space(row_space, key));
}

Result<void> RocksStore::scan(std::string_view prefix,
                              const std::function<void(std::string_view, std::string_view)>& row) {
    const std::unique_ptr<rocksdb::Iterator> stored{db_->NewIterator(rocksdb::ReadOptions{})};
    const auto stored_prefix = in_space(row_space, prefix);
    auto staged = staged_.lower_bound(prefix);
    const auto has_staged = [&] { return staged != staged_.end() && staged->first.starts_with(prefix); };
    const auto give_staged = [&] {
        if (staged->second) row(staged->first, *staged->second);
        ++staged;
    };
    for (stored->Seek(stored_prefix); stored->Valid() && stored->key().starts_with(stored_prefix); stored->Next()) {
        const auto key = view(stored->key()).substr(1);
        while (has_staged() && staged->first < key) give_staged();
        if (has_staged() && staged->first == key) {
            give_staged();
        } else {
            row(key, view(stored->value()));
        }
    }
    if (!stored->status().ok()) return failure_of(stored->status(), "scan");
    while (has_staged()) give_staged();
    return {};
}

Result<void> RocksStore::clear() {
    staged_.clear();
    rocksdb::WriteBatch batch;
    auto status = batch.DeleteRange(rocksdb::Slice{}, after_all_keys);
    if (status.ok()) status = db_->Write(rocksdb::WriteOptions{}, &batch);
    if (!status.ok()) return failure_of(status, "clear");
    return {};
}

Result<void> RocksStore::put_note(std::string_view name, std::string_view value) {
    const auto status = db_->Put(rocksdb::WriteOptions{}, in_space(note_space, name), slice(value));
    if (!status.ok()) return failure_of(status, "note");
    return {};
}

Result<std::optional<std::string>> RocksStore::note(std::string_view name) { return get(in_space(note_space, name)); }

}  // namespace hoicho::runtime
