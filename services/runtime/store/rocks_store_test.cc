// A damaged store is refused and can be thrown away; a store that somebody else has open is not damaged.
#include "runtime/store/rocks_store.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace hoicho::runtime {
namespace {

class RocksStoreOnDisk : public testing::Test {
  protected:
    ~RocksStoreOnDisk() override { std::filesystem::remove_all(directory_); }
    std::filesystem::path directory_ =
        std::filesystem::temp_directory_path() / ("hoicho-rocks-" + std::to_string(getpid()));
};

TEST_F(RocksStoreOnDisk, IsRefusedWhenDamagedAndOpensEmptyAfterItWasDestroyed) {
    {
        auto store = RocksStore::open(directory_).value();
        store->stage("bo1", true, "A12");
        ASSERT_TRUE(store->commit("n=1"));
    }
    for (const auto& file : std::filesystem::directory_iterator{directory_})
        if (file.path().filename().string().starts_with("MANIFEST")) std::ofstream{file.path()} << "not a manifest";
    const auto damaged = RocksStore::open(directory_);
    ASSERT_FALSE(damaged);
    EXPECT_EQ(damaged.error().code, boost::system::errc::bad_message);

    ASSERT_TRUE(RocksStore::destroy(directory_));
    auto anew = RocksStore::open(directory_);
    ASSERT_TRUE(anew) << anew.error().detail;
    EXPECT_EQ((*anew)->meta().value(), std::nullopt);
}

TEST_F(RocksStoreOnDisk, IsBusyWhileAnotherOwnerHasIt) {
    const auto owner = RocksStore::open(directory_).value();
    const auto second = RocksStore::open(directory_);
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, boost::system::errc::device_or_resource_busy) << second.error().detail;
}

}  // namespace
}  // namespace hoicho::runtime
