// Matching as the runtime runs it.
#pragma once

#include "runtime/program/service_spec.h"

namespace hoicho::matching {

runtime::ServiceSpec spec();

}  // namespace hoicho::matching
