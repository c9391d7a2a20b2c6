// hoicho sample, hoicho fair import, hoicho demo drive.
#include <CLI/CLI.hpp>

#include "hoicho/commands.h"
#include "hoicho/fair/drive.h"
#include "hoicho/fair/importer.h"
#include "hoicho/sample/generate.h"
#include "runtime/host/exit_code.h"

namespace hoicho::cli {
namespace {

namespace host = runtime::host;

int report(const char* what, const Result<void>& done) {
    if (done) return host::exit_done;
    std::fprintf(stderr, "%s: %s (%s)\n", what, done.error().detail.c_str(), done.error().code.message().c_str());
    if (done.error().code == boost::system::errc::timed_out) return host::exit_unreachable;
    return done.error().code == boost::system::errc::operation_not_permitted ? host::exit_refused : host::exit_failed;
}

int import(const fair::DriveOptions& options) {
    const auto directory = fair::read_fair_directory(options.fair);
    if (!directory) return report("hoicho fair import", directory.error());
    auto api = fair::ApiClient::at(options.url);
    if (!api) return report("hoicho fair import", api.error());
    const auto imported = fair::import_fair(*api, *directory, options.organiser);
    if (!imported) return report("hoicho fair import", imported.error());
    for (const auto& row : imported->rejected) std::fprintf(stderr, "%s: %s\n", row.place.c_str(), row.why.c_str());
    std::printf("taken in %zu, refused %zu, fair %s of organiser %s\n", imported->taken, imported->rejected.size(), imported->fair.c_str(), imported->organiser.c_str());
    return imported->rejected.empty() ? host::exit_done : host::exit_data_has_errors;
}

void add_drive_options(CLI::App& command, fair::DriveOptions& options) {
    command.add_option("--url", options.url, "Address of the gateway, http://127.0.0.1:8080")->required();
    command.add_option("--fair", options.fair, "Directory of the fair")->required()->check(CLI::ExistingDirectory);
    command.add_option("--organiser", options.organiser, "Name of the organiser, a-z 0-9 -")->capture_default_str();
}

}  // namespace

void add_fair(CLI::App& app, Action& action) {
    struct SampleOptions {
        std::string size = "small", out;
        std::uint64_t seed = 7;
    };
    auto sample_options = std::make_shared<SampleOptions>();
    auto* sample_command = app.add_subcommand("sample", "Make a sample fair: invented firms, real kinds of products");
    sample_command->add_option("--size", sample_options->size, "small, typical or hanoi")->capture_default_str()->check(CLI::IsMember({"small", "typical", "hanoi"}));
    sample_command->add_option("--seed", sample_options->seed, "The same seed gives the same bytes")->capture_default_str();
    sample_command->add_option("--out", sample_options->out, "Folder to write to")->required();
    sample_command->callback([&action, sample_options] {
        action = [sample_options] { return report("hoicho sample", sample::generate(*sample::size_named(sample_options->size), sample_options->seed, sample_options->out)); };
    });

    auto options = std::make_shared<fair::DriveOptions>();
    auto* fair_command = app.add_subcommand("fair", "Whole fairs");
    fair_command->require_subcommand(1);
    auto* import_command = fair_command->add_subcommand("import", "Take in a directory of JSON Lines");
    add_drive_options(*import_command, *options);
    import_command->callback([&action, options] { action = [options] { return import(*options); }; });

    auto* demo_command = app.add_subcommand("demo", "Show a fair from its lists to its programme");
    demo_command->require_subcommand(1);
    auto* drive_command = demo_command->add_subcommand("drive", "Drive a running server through the whole demo and print the summary");
    add_drive_options(*drive_command, *options);
    drive_command->add_option("--out", options->out, "Folder for instance.json and programme.json of the draft");
    drive_command->callback([&action, options] { action = [options] { return report("hoicho demo drive", fair::drive(*options)); }; });
}

}  // namespace hoicho::cli
