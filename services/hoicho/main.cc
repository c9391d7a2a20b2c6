// hoicho: the one-process server and the command line.
#include <CLI/CLI.hpp>

#include "hoicho/commands.h"
#include "runtime/host/exit_code.h"

int main(int argc, char** argv) {
    using namespace hoicho;
    CLI::App app{"hoicho: trade fairs from a list of exhibitors to a published programme"};
    app.require_subcommand(1);
    cli::Action action;
    cli::add_serve(app, action);
    cli::add_fair(app, action);
    cli::add_match(app, action);
    cli::add_programme(app, action);
    cli::add_verify(app, action);
    cli::add_log(app, action);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? runtime::host::exit_done : runtime::host::exit_usage;
    }
    return action ? action() : runtime::host::exit_usage;
}
