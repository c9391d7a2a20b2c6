// Kills a process while it appends, again and again: whatever was acknowledged is there afterwards, with the command it
// answers.
#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include <fstream>

#include "runtime/log/local_crash_child.h"
#include "runtime/log/local_log.h"

namespace hoicho::runtime::crash {
namespace {

namespace fs = std::filesystem;

class LocalLogCrash : public testing::Test {
  protected:
    LocalLogCrash() { fs::remove_all(folder_); }
    ~LocalLogCrash() override { fs::remove_all(folder_); }

    Result<std::unique_ptr<LocalLog>> open() const {
        LocalLogOptions options;
        options.folder = folder_;
        options.partitions = partitions;
        return LocalLog::open(options);
    }
    static Stream stream(Kind kind, std::uint32_t partition) { return {SERVICE_SCHEDULING, kind, partition}; }
    static std::int64_t total(EventLog& log) {
        std::int64_t all = 0;
        for (std::uint32_t p = 0; p < partitions; ++p) all += log.bounds(stream(Kind::journal, p)).value().end;
        return all;
    }
    static std::int64_t total(const Acknowledged& acknowledged) {
        std::int64_t all = 0;
        for (const auto& [partition, entries] : acknowledged) all += static_cast<std::int64_t>(entries.size());
        return all;
    }
    static void expect_all_there(EventLog& log, const Acknowledged& acknowledged) {
        for (const auto& [partition, entries] : acknowledged)
            for (const auto& [offset, input] : entries) {
                const auto entry = log.at(stream(Kind::journal, partition), offset);
                const auto command = log.at(stream(Kind::commands, partition), input);
                ASSERT_TRUE(entry && command) << "lost: partition " << partition << ", offset " << offset;
                EXPECT_EQ((*entry)->message.value, entry_text(input));
                EXPECT_EQ((*command)->message.value, command_text(input));
            }
    }
    fs::path newest_wal() const {
        fs::path newest;
        for (const auto& file : fs::directory_iterator{folder_})
            if (file.path().extension() == ".log" && file.path().filename() > newest.filename()) newest = file.path();
        return newest;
    }
    const fs::path folder_ = fs::temp_directory_path() / ("hoicho-log-crash-" + std::to_string(::getpid()));
};

TEST_F(LocalLogCrash, LosesNothingAcknowledgedInTwelveKills) {
    Acknowledged all;
    for (int round = 0; round < 12; ++round) {
        const auto end = run_child(folder_, 1 + 97 * round);
        ASSERT_EQ(end.signal, SIGKILL);
        for (const auto& [partition, entries] : end.acknowledged) all[partition].insert(entries.begin(), entries.end());
        const auto log = open();
        ASSERT_TRUE(log) << log.error().detail;
        expect_all_there(**log, all);
    }
    EXPECT_GT(total(all), 5'000);
}

TEST_F(LocalLogCrash, LeavesNoTraceWhenKilledBeforeTheWrite) {
    const auto end = run_child(folder_, 0, {"HOICHO_FAILPOINT=in-flight:9", "HOICHO_LOG_CHILD_WINDOW=1"});
    ASSERT_EQ(end.signal, SIGKILL);
    const auto log = open().value();
    expect_all_there(*log, end.acknowledged);
    EXPECT_LE(total(*log) - total(end.acknowledged), 2)
        << "no more than the last one, told to a pipe that was not flushed";
}

TEST_F(LocalLogCrash, FindsWhatWasWrittenButNeverReported) {
    const auto end = run_child(folder_, 0, {"HOICHO_FAILPOINT=appended:1", "HOICHO_LOG_CHILD_WINDOW=1"});
    ASSERT_EQ(end.signal, SIGKILL);
    EXPECT_EQ(total(end.acknowledged), 0);
    const auto log = open().value();
    EXPECT_GE(total(*log), 1);
    EXPECT_EQ(log->at(stream(Kind::commands, 0), 0).value()->message.value, command_text(0));
}

TEST_F(LocalLogCrash, ForgivesATornTail) {
    const auto end = run_child(folder_, 0, {"HOICHO_FAILPOINT=appended:40", "HOICHO_LOG_CHILD_WINDOW=1"});
    ASSERT_EQ(end.signal, SIGKILL);
    const auto wal = newest_wal();
    fs::resize_file(wal, fs::file_size(wal) - 100);  // half of the last record, which nobody was told of
    const auto log = open();
    ASSERT_TRUE(log) << log.error().detail;
    expect_all_there(**log, end.acknowledged);
    EXPECT_GT(total(**log), 10);
}

TEST_F(LocalLogCrash, DoesNotOpenWithAFlippedByteInsteadOfDroppingWhatFollows) {
    ASSERT_EQ(run_child(folder_, 500).signal, SIGKILL);
    const auto wal = newest_wal();
    const auto middle = static_cast<std::streamoff>(fs::file_size(wal) / 2);
    std::fstream file{wal, std::ios::in | std::ios::out | std::ios::binary};
    file.seekg(middle);
    const auto byte = static_cast<char>(file.get() ^ 0x40);
    file.seekp(middle);
    file.put(byte);
    file.close();
    const auto log = open();
    ASSERT_FALSE(log);
    EXPECT_NE(log.error().detail.find("could not open the log"), std::string::npos);
}

TEST_F(LocalLogCrash, LeavesAtOnceWhenAWriteFails) {
    const auto end = run_child(folder_, 0, {"HOICHO_LOG_CHILD_FILE_BYTES=300000"});
    EXPECT_EQ(end.code, 70);
    const auto log = open();
    ASSERT_TRUE(log) << log.error().detail;
    expect_all_there(**log, end.acknowledged);
    EXPECT_GT(total(end.acknowledged), 0);
}

}  // namespace
}  // namespace hoicho::runtime::crash
