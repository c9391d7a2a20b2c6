// hoicho programme export: a programme and the fair it stands in, from a gateway into the solver's files.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>

#include "hoicho/commands.h"
#include "hoicho/fair/api_client.h"
#include "hoicho/solver/documents.h"
#include "runtime/host/exit_code.h"

namespace hoicho::cli {
namespace {

namespace host = runtime::host;

struct ExportOptions {
    std::string url, organiser = "demo", fair, programme, out = ".";
};

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
        if (!write_file(target, answer->body)) return host::exit_failed;
        std::printf("%s\n", target.c_str());
    }
    return host::exit_done;
}

}  // namespace

void add_programme_export(CLI::App& programme, Action& action) {
    auto options = std::make_shared<ExportOptions>();
    auto* command = programme.add_subcommand("export", "Write a programme and the fair it stands in as hoicho-programme/1 and hoicho-instance/1");
    command->add_option("--url", options->url, "Address of the gateway")->required();
    command->add_option("--organiser", options->organiser, "Name of the organiser")->capture_default_str();
    command->add_option("--fair", options->fair, "Id of the fair, fai_...")->required();
    command->add_option("--programme", options->programme, "Id of the programme, prg_...")->required();
    command->add_option("--out", options->out, "Folder to write to")->capture_default_str();
    command->callback([&action, options] { action = [options] { return export_programme(*options); }; });
}

}  // namespace hoicho::cli
