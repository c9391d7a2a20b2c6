// Registration as the runtime runs it.
#pragma once

#include "runtime/program/service_spec.h"

namespace hoicho::registration {

runtime::ServiceSpec spec();

}  // namespace hoicho::registration
