// The values a program runs with: defaults, under its file, under its environment, under its flags.
#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/host/settings.h"

namespace hoicho::runtime::host {

/// Checked values with where each came from. Immutable once loaded.
class Configuration {
  public:
    struct Entry {
        std::string value;
        std::string origin;  ///< "default", "file <path>", "environment HOICHO_X" or "flag --x"
        bool hidden = false;
    };
    using Entries = std::map<std::string, Entry, std::less<>>;

    explicit Configuration(Entries entries) : entries_{std::move(entries)} {}

    /// A key that the table does not declare throws std::out_of_range: a mistake in the program.
    const std::string& text(std::string_view key) const { return entry(key).value; }
    std::int64_t number(std::string_view key) const;  ///< of a setting checked by whole_number
    bool yes(std::string_view key) const;             ///< of a setting checked by yes_or_no
    const std::string& origin(std::string_view key) const { return entry(key).origin; }

    /// One line a setting, `key = "value"`; with `origins`, each with a comment that says where it came from.
    std::string dump(bool origins) const;

  private:
    const Entry& entry(std::string_view key) const;
    Entries entries_;
};

/// Where values come from.
struct Sources {
    std::vector<std::string> arguments;  ///< of the command line without the program's name
    std::map<std::string, std::string> environment;
};

/// A configuration, or everything that is wrong with it: each error is one line for a person.
struct Loaded {
    std::optional<Configuration> configuration;
    std::vector<std::string> errors;
    std::vector<std::string> warnings;   ///< e.g. an environment variable HOICHO_… that no setting has
    std::vector<std::string> arguments;  ///< of the command line, those that are no flags
    bool help_wanted = false;            ///< --help was given; the values may then be incomplete
};

/// Reads all sources. The file is that of --config or HOICHO_CONFIG, else `default_file` if it exists.
Loaded load(const std::vector<Setting>& settings, const Sources& sources, const std::string& default_file);

/// The sources of this process; variables that do not start with HOICHO_ are left out.
Sources process_sources(int argc, const char* const* argv);

/// The table of settings for --help.
std::string help_text(const std::vector<Setting>& settings);

}  // namespace hoicho::runtime::host
