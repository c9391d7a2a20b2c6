// Lays the sources over each other, the nearest to the person last, and gathers everything that is wrong.
#include <filesystem>
#include <string>

#include "runtime/host/configuration.h"
#include "runtime/host/flags.h"
#include "runtime/host/toml_file.h"

extern char** environ;

namespace hoicho::runtime::host {
namespace {

constexpr std::string_view prefix = "HOICHO_";
constexpr std::string_view config_flag = "config", config_env = "HOICHO_CONFIG";

/// The load under way.
struct Loading {
    std::vector<Setting> settings;
    Configuration::Entries entries;
    Loaded loaded;

    const Setting* find(std::string Setting::* name, std::string_view value) const {
        for (const Setting& setting : settings)
            if (setting.*name == value) return &setting;
        return nullptr;
    }
    std::string unknown(std::string Setting::* name, const std::string& what, std::string_view value) const {
        std::vector<std::string> known;
        for (const Setting& setting : settings) known.push_back(setting.*name);
        const auto near = suggestion(value, known);
        return "unknown " + what + std::string{value} + (near ? ", did you mean " + *near + '?' : "");
    }
    void put(const Setting& setting, std::string value, std::string origin) {
        entries[setting.key] = {std::move(value), std::move(origin), setting.hidden};
    }
    void read_file(const std::string& path);
    void read_environment(const std::map<std::string, std::string>& environment);
    void read_flags(const Flags& flags);
    void check();
};

void Loading::read_file(const std::string& path) {
    TomlFile file = read_toml(path);
    loaded.errors.insert(loaded.errors.end(), file.errors.begin(), file.errors.end());
    for (auto& [key, value] : file.values) {
        if (const Setting* setting = find(&Setting::key, key))
            put(*setting, std::move(value), "file " + path);
        else
            loaded.errors.push_back(path + ": " + unknown(&Setting::key, "setting ", key));
    }
}

void Loading::read_environment(const std::map<std::string, std::string>& environment) {
    for (const auto& [name, value] : environment) {
        if (const Setting* setting = find(&Setting::env, name))
            put(*setting, value, "environment " + name);
        else if (name.starts_with(prefix) && name != config_env)
            loaded.warnings.push_back(unknown(&Setting::env, "variable ", name));
    }
}

void Loading::read_flags(const Flags& flags) {
    loaded.errors.insert(loaded.errors.end(), flags.errors.begin(), flags.errors.end());
    for (const auto& [name, value] : flags.values) {
        if (name == config_flag) continue;
        if (const Setting* setting = find(&Setting::flag, name))
            put(*setting, value, "flag --" + name);
        else
            loaded.errors.push_back(unknown(&Setting::flag, "flag --", name));
    }
}

void Loading::check() {
    for (const Setting& setting : settings) {
        if (!setting.check) continue;
        const Configuration::Entry& entry = entries.at(setting.key);
        if (const auto wrong = setting.check(entry.value))
            loaded.errors.push_back(setting.key + ' ' + *wrong +
                                    (setting.hidden ? "" : ", not \"" + entry.value + '"') + " (" + entry.origin + ')');
    }
}

/// The file to read, empty for none. One that was asked for must exist; the default need not.
std::string file_to_read(const Flags& flags, const std::map<std::string, std::string>& environment,
                         const std::string& default_file) {
    std::string path;
    for (const auto& [name, value] : flags.values)
        if (name == config_flag) path = value;
    if (!path.empty()) return path;
    if (const auto found = environment.find(std::string{config_env});
        found != environment.end() && !found->second.empty())
        return found->second;
    std::error_code error;
    return std::filesystem::exists(default_file, error) ? default_file : "";
}

}  // namespace

Loaded load(const std::vector<Setting>& settings, const Sources& sources, const std::string& default_file) {
    Loading loading{named(settings), {}, {}};
    Flags flags = parse_flags(sources.arguments);
    for (const Setting& setting : loading.settings) loading.put(setting, setting.default_value, "default");
    if (const std::string path = file_to_read(flags, sources.environment, default_file); !path.empty())
        loading.read_file(path);
    loading.read_environment(sources.environment);
    loading.read_flags(flags);
    loading.check();
    loading.loaded.help_wanted = flags.help;
    loading.loaded.arguments = std::move(flags.rest);
    if (loading.loaded.errors.empty()) loading.loaded.configuration.emplace(std::move(loading.entries));
    return std::move(loading.loaded);
}

Sources process_sources(int argc, const char* const* argv) {
    Sources sources;
    sources.arguments.assign(argv + (argc > 0 ? 1 : 0), argv + argc);
    for (char** variable = environ; *variable != nullptr; ++variable) {
        const std::string_view pair = *variable;
        const auto equals = pair.find('=');
        if (!pair.starts_with(prefix) || equals == std::string_view::npos) continue;
        sources.environment.emplace(pair.substr(0, equals), pair.substr(equals + 1));
    }
    return sources;
}

}  // namespace hoicho::runtime::host
