// Registration's domain as a partition that the runtime can run, and that readers can fold.
#pragma once

#include <memory>

#include "kernel/typed_partition.h"
#include "registration/domain/domain.h"

namespace hoicho::registration {

using RegistrationPartition = TypedPartition<RegistrationDomain>;

/// An empty partition.
std::unique_ptr<Partition> make_registration_partition();

}  // namespace hoicho::registration
