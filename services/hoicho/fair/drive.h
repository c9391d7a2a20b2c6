// The whole way of a fair through the API: take it in, rank, give booths, build and publish the programme, sum up. What scripts/demo runs.
#pragma once

#include <filesystem>
#include <string>

#include "kernel/result.h"

namespace hoicho::fair {

struct DriveOptions {
    std::string url;
    std::filesystem::path fair;
    std::string organiser = "demo";
    std::filesystem::path out;  ///< instance.json and programme.json of the draft are written here; empty: nowhere
};

/// Prints progress on stderr and the summary on stdout. Every step may be repeated: what is done already is not done again.
Result<void> drive(const DriveOptions& options);

}  // namespace hoicho::fair
