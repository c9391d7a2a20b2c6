// Reads a TOML file as dotted keys and texts.
#pragma once
#include <map>
#include <string>
#include <vector>

namespace hoicho::runtime::host {

struct TomlFile {
    std::map<std::string, std::string> values;  ///< "http.port" -> "8080"; arrays joined by commas
    std::vector<std::string> errors;
};

/// @errors a file that cannot be read or is no TOML, with the line; a value that is a date
TomlFile read_toml(const std::string& path);

}  // namespace hoicho::runtime::host
