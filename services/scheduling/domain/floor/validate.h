/// Says what is malformed or contradictory in a floor, before anybody allocates booths with it.
#pragma once

#include "scheduling/domain/floor/floor.h"
#include "scheduling/domain/programme/complaint.h"

namespace hoicho::scheduling::floor {

using programme::Complaint;
using programme::Complaints;

/// @return  empty when the floor may be given to check() and allocate(); these rely on it
Complaints validate(const Floor& floor);

}  // namespace hoicho::scheduling::floor
