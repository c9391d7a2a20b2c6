// The command line: one function per group of subcommands, each adding itself to the parser and leaving what to run.
#pragma once

#include <functional>

namespace CLI {
class App;
}

namespace hoicho::cli {

/// What the chosen subcommand does; returns the exit code.
using Action = std::function<int()>;

void add_serve(CLI::App& app, Action& action);
void add_fair(CLI::App& app, Action& action);       // sample, fair import, demo drive
void add_match(CLI::App& app, Action& action);
void add_programme(CLI::App& app, Action& action);  // programme solve|export, floor allocate
void add_verify(CLI::App& app, Action& action);
void add_log(CLI::App& app, Action& action);      // log copy

}  // namespace hoicho::cli
