// Matching's domain as a partition that the runtime can run, and that readers can fold.
#pragma once

#include <memory>

#include "kernel/typed_partition.h"
#include "matching/domain/domain.h"

namespace hoicho::matching {

using MatchingPartition = TypedPartition<MatchingDomain>;

/// An empty partition.
std::unique_ptr<Partition> make_matching_partition();

}  // namespace hoicho::matching
