/// Says what is malformed or contradictory in an instance, before anybody plans with it.
#pragma once

#include "scheduling/domain/programme/complaint.h"
#include "scheduling/domain/programme/instance.h"

namespace hoicho::scheduling::programme {

/// @return  empty when the instance may be given to check(), improve(), explain() and flow_bound(); these rely on it
Complaints validate(const Instance& instance);

}  // namespace hoicho::scheduling::programme
