// How matching's state follows from its own events and from registration's, each changing tables of its own.
#pragma once

#include "hoicho/matching/v1/events.pb.h"
#include "hoicho/registration/v1/events.pb.h"
#include "matching/domain/state.h"

namespace hoicho::matching {

/// Total: never refuses, and reads no table that registration's events write, so the two journals may be folded in any interleaving.
void evolve(State& state, const v1::Event& event);

/// Registration's events, in their order. Those that matching has no use for change nothing.
void fold(State& state, const registration::v1::Event& event);

}  // namespace hoicho::matching
