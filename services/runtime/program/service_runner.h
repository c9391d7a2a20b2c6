// Runs one service on a log: a processor thread per partition, a worker for its effects, and on Kafka the feed for integrators.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "runtime/host/health.h"
#include "runtime/log/event_log.h"
#include "runtime/program/service_spec.h"
#include "runtime/telemetry/metrics.h"

namespace hoicho::runtime {

struct RunnerOptions {
    std::filesystem::path stores;             ///< a folder per partition is made below
    std::vector<std::uint32_t> partitions;    ///< the ones this process owns
    bool relay = false;                       ///< feed the events topic
    bool effects = true;                      ///< solvers and timers
    bool accept_regression = false;
    std::string build;
};

/// Started by construction. The log must outlive it.
class ServiceRunner {
  public:
    ServiceRunner(ServiceSpec spec, EventLog& log, RunnerOptions options);
    ~ServiceRunner();

    /// Begins to end, without waiting, so that several services end side by side.
    void stop();
    /// Reports every partition's state to health and its counters to metrics.
    void report(host::Health& health, telemetry::Metrics& metrics) const;

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace hoicho::runtime
