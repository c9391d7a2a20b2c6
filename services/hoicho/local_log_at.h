// The embedded log of a server's data folder.
#pragma once

#include <string>

#include "runtime/log/local_log.h"

namespace hoicho::cli {

/// Made when it is not there.
inline Result<std::unique_ptr<runtime::LocalLog>> local_log_at(const std::string& data, std::uint32_t partitions) {
    runtime::LocalLogOptions options;
    options.folder = std::filesystem::path{data} / "log";
    options.partitions = partitions;
    return runtime::LocalLog::open(std::move(options));
}

/// The log that a server left. Failure no_such_file_or_directory: there is none, and none is made, for an empty log has nothing wrong with it.
inline Result<std::unique_ptr<runtime::LocalLog>> existing_log_at(const std::string& data, std::uint32_t partitions) {
    const auto folder = std::filesystem::path{data} / "log";
    if (std::filesystem::is_directory(folder)) return local_log_at(data, partitions);
    return failure(boost::system::errc::no_such_file_or_directory, "no log in " + folder.string() + ": name the folder that `hoicho serve --data` was given");
}

}  // namespace hoicho::cli
