// The table in which a program declares its settings, and the checks their values must pass.
#pragma once
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hoicho::runtime::host {

/// What is wrong with a value, or nothing.
using Check = std::function<std::optional<std::string>(std::string_view value)>;

struct Setting {
    std::string key;   ///< dotted as in the file: "http.port" is `port` in [http]
    std::string env;   ///< empty: made of the key, "http.port" is HOICHO_HTTP_PORT
    std::string flag;  ///< without dashes; empty: made of the key, "http.port" is --http-port
    std::string default_value;
    std::string help;
    Check check = {};     ///< none: any text
    bool hidden = false;  ///< its value is not shown by dumps
};

/// The table with every empty env and flag filled in.
std::vector<Setting> named(std::vector<Setting> settings);

Check whole_number(std::int64_t min, std::int64_t max);
Check one_of(std::initializer_list<std::string> words);
Check yes_or_no();  ///< true, false, yes, no, on, off, 1, 0
Check not_empty();

/// The word of `known` that `wrong` was most likely meant to be; nothing if none is near.
std::optional<std::string> suggestion(std::string_view wrong, const std::vector<std::string>& known);

}  // namespace hoicho::runtime::host
