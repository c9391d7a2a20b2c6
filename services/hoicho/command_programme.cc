// hoicho programme, hoicho floor: the groups of commands about meeting programmes and booths.
#include <CLI/CLI.hpp>

#include "hoicho/commands.h"
#include "hoicho/solver/commands.h"

namespace hoicho::cli {

void add_programme(CLI::App& app, Action& action) {
    auto* programme = app.add_subcommand("programme", "Meeting programmes");
    programme->require_subcommand(1);
    add_programme_solve(*programme, action);
    add_programme_explain(*programme, action);
    add_programme_export(*programme, action);

    auto* floor = app.add_subcommand("floor", "Booths");
    floor->require_subcommand(1);
    add_floor_allocate(*floor, action);
    add_floor_draw(*floor, action);
}

}  // namespace hoicho::cli
