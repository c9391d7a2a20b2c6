// Splits a command line into flags and the rest.
#pragma once
#include <string>
#include <utility>
#include <vector>

namespace hoicho::runtime::host {

struct Flags {
    std::vector<std::pair<std::string, std::string>> values;  ///< name without dashes, value; in the order given
    std::vector<std::string> rest;
    std::vector<std::string> errors;
    bool help = false;
};

/// Reads `--name value` and `--name=value`; after a lone `--` everything is rest.
Flags parse_flags(const std::vector<std::string>& arguments);

}  // namespace hoicho::runtime::host
