// The one place where scheduling's partition is instantiated.
#include "scheduling/service/partition.h"

namespace hoicho::scheduling {

std::unique_ptr<Partition> make_scheduling_partition() { return std::make_unique<SchedulingPartition>(); }

}  // namespace hoicho::scheduling
