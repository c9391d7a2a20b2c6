// Access to loaded values, and how they are shown.
#include "runtime/host/configuration.h"

#include <charconv>
#include <stdexcept>

#include "runtime/telemetry/json_text.h"

namespace hoicho::runtime::host {

const Configuration::Entry& Configuration::entry(std::string_view key) const {
    const auto found = entries_.find(key);
    if (found == entries_.end()) throw std::out_of_range("no setting " + std::string{key});
    return found->second;
}

std::int64_t Configuration::number(std::string_view key) const {
    const std::string& value = text(key);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error != std::errc{} || end != value.data() + value.size())
        throw std::invalid_argument(std::string{key} + " is no number");
    return number;
}

bool Configuration::yes(std::string_view key) const {
    const std::string& value = text(key);
    return value == "true" || value == "yes" || value == "on" || value == "1";
}

std::string Configuration::dump(bool origins) const {
    std::string text;
    for (const auto& [key, entry] : entries_) {
        text += key + " = ";
        telemetry::append_json_text(text,
                                    entry.hidden ? "(hidden)" : entry.value);  // a JSON string is a TOML string too
        if (origins) text += "  # " + entry.origin;
        text += '\n';
    }
    return text;
}

std::string help_text(const std::vector<Setting>& settings) {
    std::string text;
    for (const Setting& setting : named(settings)) {
        text += "  --" + setting.flag + " VALUE\n      " + setting.help;
        if (!setting.default_value.empty()) text += " [" + setting.default_value + ']';
        text += "\n      " + setting.env + ", " + setting.key + " in the file\n";
    }
    return text;
}

}  // namespace hoicho::runtime::host
