// A child process that appends to a log and says what was acknowledged, to be killed at any moment; and the parent's
// end of it.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace hoicho::runtime::crash {

inline constexpr std::uint32_t partitions = 2;
std::string command_text(std::int64_t input);
std::string entry_text(std::int64_t input);

/// What the child was told before it died: journal offset -> offset of the command, by partition.
using Acknowledged = std::map<std::uint32_t, std::map<std::int64_t, std::int64_t>>;

struct End {
    Acknowledged acknowledged;
    int signal = 0;  ///< that ended it
    int code = -1;   ///< its exit code, when no signal did
};

/// Runs the appending child of this same test program in `folder` with `environment` ("NAME=value") and kills it
/// (SIGKILL) once it acknowledged `kill_after` Entries; 0: lets it end by itself.
End run_child(const std::filesystem::path& folder, int kill_after, std::vector<std::string> environment = {});

}  // namespace hoicho::runtime::crash
