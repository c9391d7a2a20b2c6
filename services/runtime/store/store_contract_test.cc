// What every StateStore promises, asked of the one in memory and of the one in RocksDB alike.
#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>

#include "kernel/memory_store.h"
#include "runtime/store/rocks_store.h"

namespace hoicho::runtime {
namespace {

using RowList = std::vector<std::pair<std::string, std::string>>;

class StoreContract : public testing::TestWithParam<bool> {
  protected:
    void SetUp() override {
        static std::atomic<int> next{0};
        directory_ = std::filesystem::temp_directory_path() /
                     ("hoicho-store-" + std::to_string(getpid()) + "-" + std::to_string(next++));
        open();
    }
    void TearDown() override {
        store_.reset();
        ASSERT_TRUE(RocksStore::destroy(directory_));
    }
    bool on_disk() const { return GetParam(); }
    void open() {
        if (!on_disk()) {
            store_ = std::make_unique<MemoryStore>();
            return;
        }
        store_.reset();
        auto opened = RocksStore::open(directory_);
        ASSERT_TRUE(opened) << opened.error().detail;
        store_ = std::move(*opened);
    }
    void put(std::string_view key, std::string_view row) { store_->stage(key, true, row); }
    void erase(std::string_view key) { store_->stage(key, false, {}); }
    void commit(std::string_view meta) { ASSERT_TRUE(store_->commit(meta)); }
    std::optional<std::string> find(std::string_view key) { return store_->find(key).value(); }
    RowList scan(std::string_view prefix) {
        RowList rows;
        store_->scan(prefix, [&](std::string_view key, std::string_view row) { rows.emplace_back(key, row); }).value();
        return rows;
    }

    std::filesystem::path directory_;
    std::unique_ptr<StateStore> store_;
};

TEST_P(StoreContract, AnEmptyStoreHasNoMetaNoRowsAndNoNotes) {
    EXPECT_EQ(store_->meta().value(), std::nullopt);
    EXPECT_EQ(find("bo1"), std::nullopt);
    EXPECT_EQ(store_->note("trying").value(), std::nullopt);
    EXPECT_TRUE(scan("").empty());
}

TEST_P(StoreContract, StagedRowsAreReadBeforeTheyAreCommitted) {
    put("bo1", "A12");
    EXPECT_EQ(find("bo1"), "A12");
    put("bo1", "A13");
    erase("bo2");
    EXPECT_EQ(scan("bo"), (RowList{{"bo1", "A13"}}));
    EXPECT_EQ(store_->meta().value(), std::nullopt);
}

TEST_P(StoreContract, ACommitKeepsRowsTogetherWithTheirPosition) {
    put("bo1", "A12");
    put("bo2", "B1");
    commit("n=7");
    erase("bo2");
    put("bo3", std::string{"\0\xff", 2});
    commit("n=8");
    EXPECT_EQ(store_->meta().value(), "n=8");
    EXPECT_EQ(scan("bo"), (RowList{{"bo1", "A12"}, {"bo3", std::string{"\0\xff", 2}}}));
}

TEST_P(StoreContract, DroppedRowsWereNeverThere) {
    put("bo1", "A12");
    commit("n=1");
    put("bo1", "taken back");
    erase("bo1");
    put("bo9", "taken back");
    store_->drop_staged();
    commit("n=2");
    EXPECT_EQ(scan(""), (RowList{{"bo1", "A12"}}));
}

TEST_P(StoreContract, AScanMergesStagedRowsInKeyOrderAndKeepsToItsPrefix) {
    for (const auto* key : {"bo2", "bo4", "bp1", "an1"}) put(key, "stored");
    commit("n=1");
    for (const auto* key : {"bo1", "bo3", "bo5", "bq1"}) put(key, "staged");
    put("bo2", "changed");
    erase("bo4");
    EXPECT_EQ(scan("bo"), (RowList{{"bo1", "staged"}, {"bo2", "changed"}, {"bo3", "staged"}, {"bo5", "staged"}}));
    EXPECT_EQ(scan("").size(), 7U);
    EXPECT_TRUE(scan("c").empty());
}

TEST_P(StoreContract, ClearForgetsRowsMetaNotesAndWhatIsStaged) {
    put("bo1", "A12");
    commit("n=1");
    ASSERT_TRUE(store_->put_note("trying", "5"));
    put("bo2", "B1");
    ASSERT_TRUE(store_->clear());
    EXPECT_TRUE(scan("").empty());
    EXPECT_EQ(store_->meta().value(), std::nullopt);
    EXPECT_EQ(store_->note("trying").value(), std::nullopt);
}

TEST_P(StoreContract, ANoteStandsAtOnceAndIsNoRow) {
    ASSERT_TRUE(store_->put_note("trying", "5"));
    ASSERT_TRUE(store_->put_note("trying", ""));
    EXPECT_EQ(store_->note("trying").value(), "");
    EXPECT_TRUE(scan("").empty());
}

TEST_P(StoreContract, ReopenFindsWhatWasCommittedAndNothingElse) {
    if (!on_disk()) GTEST_SKIP() << "a store in memory ends with its process";
    put("bo1", "A12");
    commit("n=1");
    put("bo2", "never committed");
    ASSERT_TRUE(store_->put_note("trying", "5"));
    open();
    EXPECT_EQ(scan(""), (RowList{{"bo1", "A12"}}));
    EXPECT_EQ(store_->meta().value(), "n=1");
    EXPECT_EQ(store_->note("trying").value(), "5");
}

TEST_P(StoreContract, ReopenAfterClearIsEmpty) {
    if (!on_disk()) GTEST_SKIP() << "a store in memory ends with its process";
    put("bo1", "A12");
    commit("n=1");
    ASSERT_TRUE(store_->clear());
    open();
    EXPECT_TRUE(scan("").empty());
    EXPECT_EQ(store_->meta().value(), std::nullopt);
}

INSTANTIATE_TEST_SUITE_P(Stores, StoreContract, testing::Bool(),
                         [](const auto& test_case) { return test_case.param ? "rocks" : "memory"; });

}  // namespace
}  // namespace hoicho::runtime
