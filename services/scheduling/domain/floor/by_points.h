/// The points rule: larger stands first, then more points; each takes the stand that adds most.
#pragma once

#include "scheduling/domain/floor/plan.h"

namespace hoicho::scheduling::floor {

/// Exhibitors that are placed already stay.
void place_by_points(Plan& plan);

/// The free stand that adds most to the score, none if all that suit are taken.
int best_free_stand(const Plan& plan, int exhibitor);

}  // namespace hoicho::scheduling::floor
