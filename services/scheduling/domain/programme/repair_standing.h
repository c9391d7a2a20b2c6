/// The programme in force as far as it can stand now: the start of every repair.
#pragma once

#include <vector>

#include "scheduling/domain/programme/programme.h"
#include "scheduling/domain/programme/state.h"

namespace hoicho::scheduling::programme {

/// Holds the past and then every previous meeting that can stay where it is. Where several compete for a seat, those
/// that must be held stay, then those whose people would otherwise not be disturbed.
/// @param state  holds nothing yet; its change log is empty afterwards
void keep_standing(State& state, const Programme& previous);

/// Adds whatever pays without touching anything: displaced meetings at their best free spot, then other wishes.
/// Disturbs nobody.
void fill_in(State& state);

/// People with a previous meeting that is not held where it was, of meetings that left room behind, or of wishes that
/// were not there before: where a repair should look.
std::vector<int> people_concerned(const State& state, const Instance& instance, const Programme& previous);

}  // namespace hoicho::scheduling::programme
