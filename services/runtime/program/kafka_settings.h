// The settings of every program that talks to Kafka.
#pragma once

#include <vector>

#include "runtime/host/configuration.h"
#include "runtime/host/settings.h"
#include "runtime/log/kafka_log.h"

namespace hoicho::runtime {

std::vector<host::Setting> kafka_settings();
KafkaLogOptions kafka_options(const host::Configuration& configuration, const std::string& client_id);

/// Loads the configuration, or says what is wrong (or the help) and returns the exit code instead.
struct Ready {
    std::optional<host::Configuration> configuration;
    int exit_code = 0;
};
Ready read_configuration(const std::vector<host::Setting>& settings, int argc, const char* const* argv, std::string_view about);

}  // namespace hoicho::runtime
