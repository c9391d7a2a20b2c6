// How much room a disk has left.
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <system_error>

namespace hoicho::runtime::host {

/// Bytes that an unprivileged process may still write where `path` lies; nothing when that cannot be asked.
inline std::optional<std::uint64_t> free_disk_bytes(const std::filesystem::path& path) {
    std::error_code error;
    const auto space = std::filesystem::space(path, error);
    if (error) return std::nullopt;
    return space.available;
}

}  // namespace hoicho::runtime::host
