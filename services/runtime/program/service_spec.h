// What a service hands to the runtime so that it can be run: its partition, its outside work, and how its events read as JSON.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "runtime/effects/effect.h"
#include "runtime/processor/cloud_event.h"
#include "runtime/processor/setup.h"

namespace hoicho::runtime {

/// Runs a job on a worker thread, in the order given.
using Execute = std::function<void(std::function<void()>)>;

struct ServiceSpec {
    Service service = Service::SERVICE_UNSPECIFIED;
    MakePartition make_partition;
    /// The effects of one partition; empty: none. Called once per partition.
    std::function<std::vector<std::shared_ptr<Effect>>(SendCommand, Execute)> make_effects;
    EventJson event_json;
};

}  // namespace hoicho::runtime
