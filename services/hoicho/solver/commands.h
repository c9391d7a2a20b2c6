/// The commands that need files and no server: one function each, which adds itself to its group and leaves what to run.
#pragma once

#include <functional>

namespace CLI {
class App;
}

namespace hoicho::cli {

/// What the chosen subcommand does; returns the exit code.
using Action = std::function<int()>;

void add_programme_solve(CLI::App& programme, Action& action);
void add_programme_explain(CLI::App& programme, Action& action);
void add_floor_allocate(CLI::App& floor, Action& action);
void add_floor_draw(CLI::App& floor, Action& action);  // draw-commit, verify

/// Exit code after a signal: what was found until then is written all the same. 130 after Ctrl-C, 143 after SIGTERM.
inline constexpr int exit_by_signal = 128;

}  // namespace hoicho::cli
