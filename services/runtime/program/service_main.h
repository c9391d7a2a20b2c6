// The main of a service that runs apart, on Kafka.
#pragma once

#include "runtime/program/service_spec.h"

namespace hoicho::runtime {

/// Reads the configuration, connects, runs until SIGINT or SIGTERM. Returns the exit code (runtime/host/exit_code.h).
int service_main(const ServiceSpec& spec, int argc, const char* const* argv);

}  // namespace hoicho::runtime
