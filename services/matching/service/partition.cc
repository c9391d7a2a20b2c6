// The one place where matching's partition is instantiated.
#include "matching/service/partition.h"

namespace hoicho::matching {

std::unique_ptr<Partition> make_matching_partition() { return std::make_unique<MatchingPartition>(); }

}  // namespace hoicho::matching
