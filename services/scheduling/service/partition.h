// Scheduling as the runtime sees it: a partition of its journal.
#pragma once

#include <memory>

#include "kernel/typed_partition.h"
#include "scheduling/domain/domain.h"

namespace hoicho::scheduling {

using SchedulingPartition = TypedPartition<SchedulingDomain>;

std::unique_ptr<Partition> make_scheduling_partition();

}  // namespace hoicho::scheduling
