// A StateStore in RocksDB: rows written behind the decisions, in one batch with how far the journals were folded.
#pragma once

#include <filesystem>
#include <map>
#include <memory>

#include "kernel/state_store.h"

namespace rocksdb {
class DB;
}

namespace hoicho::runtime {

/// One directory, one owner thread. The WAL is written but not synced: after a power cut an earlier whole commit is
/// found, and the journal is folded from there. Everything ends with the object; RocksDB's LOCK keeps a second owner
/// out.
class RocksStore final : public StateStore {
  public:
    /// Opens or creates. Failures: device_or_resource_busy (another owner, or no space: the store itself may be whole),
    /// bad_message (damaged: call destroy and fold anew).
    static Result<std::unique_ptr<RocksStore>> open(const std::filesystem::path& directory);
    /// Removes a store, whole or damaged; one that is not there is fine. Only while nobody has it open.
    static Result<void> destroy(const std::filesystem::path& directory);
    ~RocksStore() override;

    void stage(std::string_view key, bool present, std::string_view row) override;
    Result<void> commit(std::string_view meta) override;
    void drop_staged() override { staged_.clear(); }
    Result<std::optional<std::string>> meta() override;
    Result<std::optional<std::string>> find(std::string_view key) override;
    Result<void> scan(std::string_view prefix,
                      const std::function<void(std::string_view, std::string_view)>& row) override;
    Result<void> clear() override;
    Result<void> put_note(std::string_view name, std::string_view value) override;
    Result<std::optional<std::string>> note(std::string_view name) override;

  private:
    explicit RocksStore(std::unique_ptr<rocksdb::DB> db);
    Result<std::optional<std::string>> get(const std::string& key);

    std::unique_ptr<rocksdb::DB> db_;
    std::map<std::string, std::optional<std::string>, std::less<>>
        staged_;  ///< newest change of each row; nullopt: gone
};

}  // namespace hoicho::runtime
