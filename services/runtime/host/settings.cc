// Names, checks and suggestions for settings.
#include "runtime/host/settings.h"

#include <algorithm>
#include <charconv>
#include <numeric>
#include <utility>

namespace hoicho::runtime::host {
namespace {

std::string env_of(std::string_view key) {
    std::string name = "HOICHO_";
    for (const char c : key) name += c == '.' ? '_' : (c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c);
    return name;
}

std::string flag_of(std::string_view key) {
    std::string name{key};
    std::ranges::replace_if(name, [](char c) { return c == '.' || c == '_'; }, '-');
    return name;
}

/// How many letters must be put in, left out or changed to make one word of the other.
std::size_t edit_distance(std::string_view from, std::string_view to) {
    std::vector<std::size_t> row(to.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= from.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i);
        for (std::size_t j = 1; j <= to.size(); ++j) {
            const std::size_t change = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
            diagonal = std::exchange(row[j], std::min({change, row[j] + 1, row[j - 1] + 1}));
        }
    }
    return row[to.size()];
}

}  // namespace

std::vector<Setting> named(std::vector<Setting> settings) {
    for (Setting& setting : settings) {
        if (setting.env.empty()) setting.env = env_of(setting.key);
        if (setting.flag.empty()) setting.flag = flag_of(setting.key);
    }
    return settings;
}

Check whole_number(std::int64_t min, std::int64_t max) {
    return [min, max](std::string_view value) -> std::optional<std::string> {
        std::int64_t number = 0;
        const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
        if (error == std::errc{} && end == value.data() + value.size() && number >= min && number <= max)
            return std::nullopt;
        return "must be a whole number from " + std::to_string(min) + " to " + std::to_string(max);
    };
}

Check one_of(std::initializer_list<std::string> words) {
    return [words = std::vector<std::string>{words}](std::string_view value) -> std::optional<std::string> {
        if (std::ranges::find(words, value) != words.end()) return std::nullopt;
        std::string what = "must be one of";
        for (const std::string& word : words) what += ' ' + word;
        return what;
    };
}

Check yes_or_no() { return one_of({"true", "false", "yes", "no", "on", "off", "1", "0"}); }

Check not_empty() {
    return [](std::string_view value) -> std::optional<std::string> {
        if (value.empty()) return "must not be empty";
        return std::nullopt;
    };
}

std::optional<std::string> suggestion(std::string_view wrong, const std::vector<std::string>& known) {
    std::optional<std::string> nearest;
    std::size_t best = std::max<std::size_t>(2, wrong.size() / 3) + 1;  // farther than that is another word
    for (const std::string& word : known) {
        const std::size_t distance = edit_distance(wrong, word);
        if (distance >= best) continue;
        best = distance;
        nearest = word;
    }
    return nearest;
}

}  // namespace hoicho::runtime::host
