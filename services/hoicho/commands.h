// The command line: one function per group of subcommands, each adding itself to the parser and leaving what to run.
#pragma once

#include "hoicho/solver/commands.h"

namespace hoicho::cli {

void add_serve(CLI::App& app, Action& action);
void add_fair(CLI::App& app, Action& action);  // sample, fair import, demo drive
void add_match(CLI::App& app, Action& action);
void add_programme(CLI::App& app, Action& action);  // programme solve|explain|export, floor allocate|draw-commit|verify
void add_programme_export(CLI::App& programme, Action& action);
void add_verify(CLI::App& app, Action& action);
void add_log(CLI::App& app, Action& action);  // log copy

}  // namespace hoicho::cli
