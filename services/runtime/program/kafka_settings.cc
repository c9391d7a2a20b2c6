// Names, defaults and checks; see kafka_settings.h.
#include "runtime/program/kafka_settings.h"


#include <cstdio>
#include <fstream>

#include "runtime/host/exit_code.h"
#include "runtime/telemetry/log.h"

namespace hoicho::runtime {
namespace {

/// librdkafka's own settings from a file of key=value lines, for TLS and SASL: secrets do not belong on a command line.
std::map<std::string, std::string> read_properties(const std::string& file) {
    std::map<std::string, std::string> out;
    if (file.empty()) return out;
    std::ifstream in{file};
    for (std::string line; std::getline(in, line);) {
        const auto equals = line.find('=');
        if (line.empty() || line[0] == '#' || equals == std::string::npos) continue;
        out[line.substr(0, equals)] = line.substr(equals + 1);
    }
    return out;
}

}  // namespace

std::vector<host::Setting> kafka_settings() {
    return {{.key = "kafka.bootstrap", .env = {}, .flag = "bootstrap", .default_value = "", .help = "brokers to ask first, host:port,host:port", .check = host::not_empty()},
            {.key = "kafka.properties", .env = {}, .flag = {}, .default_value = "", .help = "file of librdkafka settings for TLS and SASL, key=value a line"},
            {.key = "partitions", .env = {}, .flag = {}, .default_value = "4", .help = "P of every topic; fixed for ever", .check = host::whole_number(1, 1'024)}};
}

KafkaLogOptions kafka_options(const host::Configuration& configuration, const std::string& client_id) {
    KafkaLogOptions options;
    options.bootstrap = configuration.text("kafka.bootstrap");
    options.partitions = static_cast<std::uint32_t>(configuration.number("partitions"));
    options.client_id = client_id;
    options.properties = read_properties(configuration.text("kafka.properties"));
    options.log = [](std::string_view line) { telemetry::info(line, {}); };
    return options;
}

Ready read_configuration(const std::vector<host::Setting>& settings, int argc, const char* const* argv, std::string_view about) {
    auto loaded = host::load(host::named(settings), host::process_sources(argc, argv), "/etc/hoicho/hoicho.toml");
    if (loaded.help_wanted) {
        std::printf("%.*s\n\n%s", static_cast<int>(about.size()), about.data(), host::help_text(host::named(settings)).c_str());
        return {{}, host::exit_done};
    }
    for (const auto& argument : loaded.arguments) loaded.errors.push_back("'" + argument + "' is no setting");
    for (const auto& error : loaded.errors) std::fprintf(stderr, "%s\n", error.c_str());
    if (!loaded.errors.empty() || !loaded.configuration) return {{}, host::exit_usage};
    for (const auto& warning : loaded.warnings) telemetry::warn(warning, {});
    return {std::move(loaded.configuration), host::exit_done};
}

}  // namespace hoicho::runtime
