// Partition, events, and the solvers as its work outside; see spec.h.
#include "scheduling/service/spec.h"

#include <chrono>

#include "hoicho/scheduling/v1/events.pb.h"
#include "runtime/program/event_json.h"
#include "scheduling/service/partition.h"
#include "scheduling/service/solver_effect.h"

namespace hoicho::scheduling {
namespace {

std::uint64_t wall_clock_ms() {
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::milliseconds>(since).count());
}

std::vector<std::shared_ptr<runtime::Effect>> effects(runtime::SendCommand send, runtime::Execute execute) {
    return {std::make_shared<SolverEffect>(std::move(send), std::move(execute), wall_clock_ms)};
}

}  // namespace

runtime::ServiceSpec spec() {
    return {SERVICE_SCHEDULING, make_scheduling_partition, effects, runtime::event_json(v1::Event::default_instance())};
}

}  // namespace hoicho::scheduling
