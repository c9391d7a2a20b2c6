// hoicho programme solve, hoicho programme export, hoicho floor allocate: the solvers on files, without a server.
#include <CLI/CLI.hpp>
#include <chrono>
#include <fstream>
#include <sstream>

#include "hoicho/commands.h"
#include "hoicho/fair/api_client.h"
#include "runtime/host/exit_code.h"
#include "scheduling/domain/floor/allocate.h"
#include "scheduling/domain/programme/bound.h"
#include "scheduling/domain/programme/check.h"
#include "scheduling/domain/programme/solve.h"
#include "scheduling/files/floor_file.h"
#include "scheduling/files/instance_file.h"
#include "scheduling/files/programme_file.h"

namespace hoicho::cli {
namespace {

namespace files = scheduling::files;
namespace host = runtime::host;
namespace programme = scheduling::programme;
using Steady = std::chrono::steady_clock;

constexpr std::uint64_t chunk_steps = 20'000;  ///< between two looks at the clock

struct SolveOptions {
    std::string in, out, previous;
    double time_s = 10;
    std::uint64_t seed = 1;
};
struct ExportOptions {
    std::string url, organiser = "demo", fair, programme, out = ".";
};

std::optional<std::string> read_file(const std::string& path) {
    std::ifstream in{path, std::ios::binary};
    if (!in) return std::nullopt;
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

bool write_file(const std::filesystem::path& path, const std::string& text) {
    std::ofstream out{path, std::ios::binary};
    out << text;
    return static_cast<bool>(out.flush());
}

/// A document, or its complaints on stderr.
template <class Reader>
auto read_document(const std::string& path, Reader reader) -> std::optional<typename decltype(reader(std::string_view{}))::value_type> {
    const auto text = read_file(path);
    if (!text) return std::fprintf(stderr, "%s: cannot be read\n", path.c_str()), std::nullopt;
    auto document = reader(*text);
    if (document) return std::move(*document);
    for (const auto& complaint : document.error()) std::fprintf(stderr, "%s: %s: %s\n", path.c_str(), complaint.field.c_str(), complaint.reason.c_str());
    return std::nullopt;
}

double seconds_since(Steady::time_point began) { return std::chrono::duration<double>(Steady::now() - began).count(); }

int solve(const SolveOptions& options) {
    const auto instance = read_document(options.in, files::read_instance);
    if (!instance) return host::exit_data_has_errors;
    std::optional<programme::Programme> previous;
    if (!options.previous.empty() && !(previous = read_document(options.previous, files::read_programme))) return host::exit_data_has_errors;
    const auto* before = previous ? &*previous : nullptr;
    const auto began = Steady::now();
    const auto bound = programme::upper_bound(*instance, before);
    programme::Improved best{.programme = previous.value_or(programme::Programme{})};
    std::uint64_t steps = 0;
    for (std::uint64_t chunk = 0; chunk == 0 || seconds_since(began) < options.time_s; ++chunk) {
        best = programme::improve(*instance, best.programme, options.seed + chunk, chunk_steps, before);
        steps += chunk_steps;
    }
    const auto judged = programme::check(*instance, best.programme, before);
    if (!write_file(options.out, files::write_programme(best.programme))) return std::fprintf(stderr, "%s: cannot be written\n", options.out.c_str()), host::exit_failed;
    const auto& figures = judged.figures;
    std::printf("score %lld, value %lld of at most %lld (%.2f %%), gaps %lld, held %lld of %lld, broken rules %zu; seed %llu, %llu steps in %.1f s\n",
                static_cast<long long>(figures.score), static_cast<long long>(figures.value_held), static_cast<long long>(bound.value_flow),
                bound.value_flow > 0 ? 100.0 * static_cast<double>(figures.value_held) / static_cast<double>(bound.value_flow) : 100.0,
                static_cast<long long>(figures.gaps), static_cast<long long>(figures.meetings_held), static_cast<long long>(figures.meetings_asked),
                judged.broken.size(), static_cast<unsigned long long>(options.seed), static_cast<unsigned long long>(steps), seconds_since(began));
    return judged.broken.empty() ? host::exit_done : host::exit_refused;
}

int allocate(const SolveOptions& options) {
    const auto floor = read_document(options.in, files::read_floor);
    if (!floor) return host::exit_data_has_errors;
    const auto began = Steady::now();
    auto best = scheduling::floor::allocate(*floor, options.seed, chunk_steps);
    std::uint64_t steps = chunk_steps;
    for (std::uint64_t more = chunk_steps * 2; seconds_since(began) * 3 < options.time_s; more *= 2) {  // each try is twice as long as the last
        auto next = scheduling::floor::allocate(*floor, options.seed, more);
        steps += more;
        if (next.score > best.score) best = std::move(next);
    }
    if (!write_file(options.out, files::write_allocation(best.allocation))) return std::fprintf(stderr, "%s: cannot be written\n", options.out.c_str()), host::exit_failed;
    std::printf("score %lld; seed %llu, %llu steps in %.1f s\n", static_cast<long long>(best.score), static_cast<unsigned long long>(options.seed),
                static_cast<unsigned long long>(steps), seconds_since(began));
    return host::exit_done;
}

int export_programme(const ExportOptions& options) {
    auto api = fair::ApiClient::at(options.url);
    if (!api) return std::fprintf(stderr, "%s\n", api.error().detail.c_str()), host::exit_usage;
    const auto base = "/api/v1/organisers/" + options.organiser;
    const std::pair<std::string, const char*> wanted[] = {{base + "/fairs/" + options.fair + "/instance", "instance.json"},
                                                          {base + "/programmes/" + options.programme + "/export", "programme.json"}};
    std::error_code trouble;
    std::filesystem::create_directories(options.out, trouble);
    for (const auto& [path, file] : wanted) {
        const auto answer = api->get(path);
        if (!answer) return std::fprintf(stderr, "%s\n", answer.error().detail.c_str()), host::exit_unreachable;
        if (answer->status != 200) return std::fprintf(stderr, "%s: %s\n", path.c_str(), fair::problem_text(*answer).c_str()), host::exit_refused;
        const auto target = std::filesystem::path{options.out} / file;
        if (!write_file(target, answer->body)) return std::fprintf(stderr, "%s: cannot be written\n", target.c_str()), host::exit_failed;
        std::printf("%s\n", target.c_str());
    }
    return host::exit_done;
}

void add_solve_options(CLI::App& command, SolveOptions& options, const char* what) {
    command.add_option("file", options.in, what)->required()->check(CLI::ExistingFile);
    command.add_option("--out", options.out, "File to write")->required();
    command.add_option("--time-s", options.time_s, "Seconds to spend")->capture_default_str()->check(CLI::Range(0.0, 86'400.0));
    command.add_option("--seed", options.seed, "The same seed and steps give the same bytes")->capture_default_str();
}

}  // namespace

void add_programme(CLI::App& app, Action& action) {
    auto solve_options = std::make_shared<SolveOptions>();
    auto* group = app.add_subcommand("programme", "Meeting programmes");
    group->require_subcommand(1);
    auto* solve_command = group->add_subcommand("solve", "Solve a hoicho-instance/1 file");
    add_solve_options(*solve_command, *solve_options, "hoicho-instance/1");
    solve_command->add_option("--previous", solve_options->previous, "The programme in force, to repair")->check(CLI::ExistingFile);
    solve_command->callback([&action, solve_options] { action = [solve_options] { return solve(*solve_options); }; });

    auto export_options = std::make_shared<ExportOptions>();
    auto* export_command = group->add_subcommand("export", "Write a programme and the fair it stands in as hoicho-programme/1 and hoicho-instance/1");
    export_command->add_option("--url", export_options->url, "Address of the gateway")->required();
    export_command->add_option("--organiser", export_options->organiser, "Name of the organiser")->capture_default_str();
    export_command->add_option("--fair", export_options->fair, "Id of the fair, fai_...")->required();
    export_command->add_option("--programme", export_options->programme, "Id of the programme, prg_...")->required();
    export_command->add_option("--out", export_options->out, "Folder to write to")->capture_default_str();
    export_command->callback([&action, export_options] { action = [export_options] { return export_programme(*export_options); }; });

    auto floor_options = std::make_shared<SolveOptions>();
    auto* floor_group = app.add_subcommand("floor", "Booths");
    floor_group->require_subcommand(1);
    auto* allocate_command = floor_group->add_subcommand("allocate", "Allocate the booths of a hoicho-floor/1 file");
    add_solve_options(*allocate_command, *floor_options, "hoicho-floor/1");
    allocate_command->callback([&action, floor_options] { action = [floor_options] { return allocate(*floor_options); }; });
}

}  // namespace hoicho::cli
