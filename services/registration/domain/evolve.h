// How registration's state follows from its events, and from nothing else.
#pragma once

#include "hoicho/registration/v1/events.pb.h"
#include "registration/domain/state.h"

namespace hoicho::registration {

/// Total: never refuses. The event's kind is one this build knows.
void evolve(State& state, const v1::Event& event);

}  // namespace hoicho::registration
