// The embedded log of a server's data folder.
#pragma once

#include <string>

#include "runtime/log/local_log.h"

namespace hoicho::cli {

inline Result<std::unique_ptr<runtime::LocalLog>> local_log_at(const std::string& data, std::uint32_t partitions) {
    runtime::LocalLogOptions options;
    options.folder = std::filesystem::path{data} / "log";
    options.partitions = partitions;
    return runtime::LocalLog::open(std::move(options));
}

}  // namespace hoicho::cli
