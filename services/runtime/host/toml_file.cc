// Flattens what toml++ parsed.
#include "runtime/host/toml_file.h"

#include <toml++/toml.h>

#include <optional>
#include <sstream>

namespace hoicho::runtime::host {
namespace {

std::optional<std::string> scalar(const toml::node& node) {
    if (const auto text = node.value_exact<std::string>()) return *text;
    if (const auto number = node.value_exact<std::int64_t>()) return std::to_string(*number);
    if (const auto yes = node.value_exact<bool>()) return *yes ? "true" : "false";
    if (node.is_floating_point()) {
        std::ostringstream text;
        text << *node.value_exact<double>();
        return text.str();
    }
    return std::nullopt;
}

std::optional<std::string> joined(const toml::array& array) {
    std::string text;
    for (const toml::node& node : array) {
        const auto item = scalar(node);
        if (!item) return std::nullopt;
        if (!text.empty()) text += ',';
        text += *item;
    }
    return text;
}

void flatten(const toml::table& table, const std::string& prefix, TomlFile& file) {
    for (const auto& [name, node] : table) {
        const std::string key = prefix + std::string{name.str()};
        if (const toml::table* below = node.as_table()) {
            flatten(*below, key + '.', file);
            continue;
        }
        auto value = node.is_array() ? joined(*node.as_array()) : scalar(node);
        if (value)
            file.values.emplace(key, std::move(*value));
        else
            file.errors.push_back(key + ": must be a text, a number, true or false, or a list of them");
    }
}

}  // namespace

TomlFile read_toml(const std::string& path) {
    TomlFile file;
    try {
        flatten(toml::parse_file(path), "", file);
    } catch (const toml::parse_error& error) {
        const auto line = error.source().begin.line;
        file.errors.push_back(path + (line > 0 ? ':' + std::to_string(line) : "") + ": " +
                              std::string{error.description()});
    }
    return file;
}

}  // namespace hoicho::runtime::host
