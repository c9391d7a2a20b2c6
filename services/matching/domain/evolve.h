// How matching's state follows from its own events, from registration's and from scheduling's, each changing tables of its own.
#pragma once

#include "hoicho/matching/v1/events.pb.h"
#include "hoicho/registration/v1/events.pb.h"
#include "hoicho/scheduling/v1/events.pb.h"
#include "matching/domain/state.h"

namespace hoicho::matching {

/// Total: never refuses, and reads no table that other services' events write, so the journals may be folded in any interleaving.
void evolve(State& state, const v1::Event& event);

/// Registration's events, in their order. Those that matching has no use for change nothing.
void fold(State& state, const registration::v1::Event& event);

/// Scheduling's events, in their order: how much time there is, who answered requests how, who meets whom.
void fold(State& state, const scheduling::v1::Event& event);

}  // namespace hoicho::matching
