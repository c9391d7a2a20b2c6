// hoicho match: ranks the products of a fair's files for every demand, without a server.
#include <CLI/CLI.hpp>

#include "hoicho/commands.h"
#include "hoicho/match/match_directory.h"
#include "runtime/host/exit_code.h"

namespace hoicho::cli {
namespace {

struct MatchOptions {
    std::string fair, out;
    std::size_t top = 20;
};

int match(const MatchOptions& options) {
    const auto figures = match::match_directory(options.fair, options.out, options.top);
    if (!figures) {
        std::fprintf(stderr, "hoicho match: %s\n", figures.error().detail.c_str());
        return runtime::host::exit_data_has_errors;
    }
    std::fprintf(stderr, "%zu products, %zu demands, %zu lines; read in %lld ms, ranked in %lld ms\n", figures->products, figures->demands, figures->lines,
                 static_cast<long long>(figures->read_ms), static_cast<long long>(figures->ranking_ms));
    return runtime::host::exit_done;
}

}  // namespace

void add_match(CLI::App& app, Action& action) {
    auto options = std::make_shared<MatchOptions>();
    auto* command = app.add_subcommand("match", "Rank products for every demand of a fair's directory");
    command->add_option("fair", options->fair, "Directory of the fair")->required()->check(CLI::ExistingDirectory);
    command->add_option("--out", options->out, "File of lines demand, product, score by tabs")->required();
    command->add_option("--top", options->top, "Products for each demand")->capture_default_str()->check(CLI::Range(1, 1000));
    command->callback([&action, options] { action = [options] { return match(*options); }; });
}

}  // namespace hoicho::cli
