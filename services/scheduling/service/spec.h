// Scheduling as the runtime runs it.
#pragma once

#include "runtime/program/service_spec.h"

namespace hoicho::scheduling {

runtime::ServiceSpec spec();

}  // namespace hoicho::scheduling
