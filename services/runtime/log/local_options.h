// What the owner of an embedded log may choose, and every bound it keeps.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

namespace hoicho::runtime {

struct LocalLogOptions {
    std::filesystem::path folder;  ///< made when it is not there; no second process may have it open
    std::uint32_t partitions = 1;  ///< fixed when the log is made, refused when it differs later

    std::size_t commands_queued_max = 8'192;            ///< of one stream, waiting for their Entry
    std::size_t commands_queued_bytes_max = 32u << 20;  ///< of one stream
    std::size_t commit_queued_bytes_max =
        64u << 20;  ///< of all streams, waiting for the next fsync; events are refused beyond it
    std::size_t recent_records_max = 4'096;  ///< of one stream, kept in memory for readers at its tail
    std::size_t recent_bytes_max = 4u << 20;

    std::uintmax_t free_bytes_min =
        256u << 20;  ///< below, nothing more is taken in: RocksDB must never meet a full disk
    double free_share_min = 0.05;

    /// Asked for the free disk at most once a second; a test hands in its own. Empty: the file system's answer.
    std::function<std::filesystem::space_info(const std::filesystem::path&)> disk;
    /// A write went wrong, so nobody knows what the disk holds: must not return but in a test. Empty: says why and
    /// leaves with exit code 70.
    std::function<void(const std::string&)> on_fatal;
};

}  // namespace hoicho::runtime
