/// What `hoicho programme solve` was asked for.
#pragma once

#include <memory>
#include <string>

#include "hoicho/solver/solve_run.h"
#include "scheduling/domain/programme/wording.h"

namespace hoicho::cli {

struct SolveOrder {
    std::string in, out, previous;
    Effort effort{};
    std::optional<int> disturbed_max{};
    bool front = false;
    bool json = false;
    scheduling::programme::Language language = scheduling::programme::Language::english;
};

/// Runs the search, tells how it goes, writes the best.
/// @return  exit code
int solve_programme(const SolveOrder& order);

/// Up to three repairs to choose from, each with its own file: OUT for the best, OUT with -1, -2, -3 before its ending for
/// each, by people disturbed.
int solve_front(const SolveOrder& order, const Task& task);

}  // namespace hoicho::cli
