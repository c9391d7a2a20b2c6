// hoicho programme solve: a programme for a hoicho-instance/1 file, from nothing or repairing the one in force.
#include <CLI/CLI.hpp>

#include "hoicho/solver/commands.h"
#include "hoicho/solver/solve_order.h"

namespace hoicho::cli {
namespace {

const std::map<std::string, scheduling::programme::Language> languages{{"vi", scheduling::programme::Language::vietnamese},
                                                                       {"en", scheduling::programme::Language::english}};
const std::map<std::string, Clock> clocks{{"wall", Clock::wall}, {"cpu", Clock::cpu}};
constexpr double time_max_s = 86'400;
constexpr std::uint64_t steps_max = 1'000'000'000'000;

}  // namespace

void add_programme_solve(CLI::App& programme, Action& action) {
    auto order = std::make_shared<SolveOrder>();
    auto* solve = programme.add_subcommand("solve", "Solve a hoicho-instance/1 file");
    solve->add_option("file", order->in, "hoicho-instance/1")->required()->check(CLI::ExistingFile);
    solve->add_option("--out", order->out, "File to write, hoicho-programme/1")->required();
    auto* previous = solve->add_option("--previous", order->previous, "The programme in force, to repair")->check(CLI::ExistingFile);
    auto* time = solve->add_option("--time-s", order->effort.time_s, "Seconds to spend")->capture_default_str()->check(CLI::Range(0.0, time_max_s));
    solve->add_option("--clock", order->effort.clock, "wall, or cpu: each search's own processor time")->transform(CLI::CheckedTransformer(clocks));
    solve->add_option("--steps", order->effort.steps, "Steps of each search; the same seed, steps and threads give the same bytes")
        ->check(CLI::Range(std::uint64_t{1}, steps_max))
        ->excludes(time);
    solve->add_option("--seed", order->effort.seed, "Of the first search; the next take the following numbers")->capture_default_str();
    solve->add_option("--threads", order->effort.threads, "Searches side by side")->capture_default_str()->check(CLI::Range(1, threads_max));
    auto* disturbed = solve->add_option("--disturbed-max", order->disturbed_max, "Most people with a moved or cancelled meeting")
                          ->check(CLI::NonNegativeNumber)
                          ->needs(previous);
    solve->add_flag("--front", order->front, "Up to three repairs: few disturbed, many disturbed, between")->needs(previous)->excludes(disturbed);
    solve->add_flag("--json", order->json, "One JSON object a line on stdout");
    solve->add_option("--language", order->language, "vi or en")->transform(CLI::CheckedTransformer(languages));
    solve->callback([&action, order] { action = [order] { return solve_programme(*order); }; });
}

}  // namespace hoicho::cli
