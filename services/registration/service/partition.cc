// The one place where registration's partition is instantiated.
#include "registration/service/partition.h"

namespace hoicho::registration {

std::unique_ptr<Partition> make_registration_partition() { return std::make_unique<RegistrationPartition>(); }

}  // namespace hoicho::registration
