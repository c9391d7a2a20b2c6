// hoicho serve: all services and the gateway in one process, on the embedded log.
#include <CLI/CLI.hpp>
#include <memory>
#include <numeric>

#include "gateway/gateway.h"
#include "gateway/listen_address.h"
#include "hoicho/commands.h"
#include "hoicho/local_log_at.h"
#include "matching/service/spec.h"
#include "registration/service/spec.h"
#include "runtime/host/exit_code.h"
#include "runtime/host/service_manager.h"
#include "runtime/program/run_until_stopped.h"
#include "runtime/program/service_runner.h"
#include "runtime/telemetry/log.h"
#include "scheduling/service/spec.h"

namespace hoicho::cli {
namespace {

namespace host = runtime::host;

struct ServeOptions {
    std::string data, listen = "127.0.0.1:8080", web_root;
    std::uint32_t partitions = 4;
    bool accept_regression = false;
};

int fail(const std::string& why, int code) {
    std::fprintf(stderr, "hoicho serve: %s\n", why.c_str());
    return code;
}

int serve(const ServeOptions& given) {
    runtime::StopFlag stop;
    gateway::GatewayOptions options{.data = std::filesystem::path{given.data} / "gateway", .http = {}, .web_root = given.web_root};
    if (!gateway::read_listen_address(given.listen, options.http)) return fail("'" + given.listen + "' is no address; accepted: 127.0.0.1:8080", host::exit_usage);
    auto log = local_log_at(given.data, given.partitions);
    if (!log) return fail(log.error().detail, host::exit_failed);
    host::Health health;
    auto gateway = gateway::Gateway::open(options, **log, health, runtime::telemetry::metrics());
    if (!gateway) return fail(gateway.error().detail, host::exit_failed);
    runtime::RunnerOptions runner_options{.stores = std::filesystem::path{given.data} / "stores", .partitions = std::vector<std::uint32_t>(given.partitions),
                                          .relay = false, .accept_regression = given.accept_regression, .build = HOICHO_BUILD};
    std::iota(runner_options.partitions.begin(), runner_options.partitions.end(), 0);
    std::vector<std::unique_ptr<runtime::ServiceRunner>> runners;
    for (auto spec : {registration::spec(), matching::spec(), scheduling::spec()})
        runners.push_back(std::make_unique<runtime::ServiceRunner>(std::move(spec), **log, runner_options));
    (*gateway)->start();
    runtime::telemetry::info("listening on loopback only, without accounts", {{"port", static_cast<int>((*gateway)->port())}, {"data", given.data}});
    host::notify_service_manager("READY=1");
    stop.wait([&] {
        for (const auto& runner : runners) runner->report(health, runtime::telemetry::metrics());
        (*gateway)->report();
    });
    host::notify_service_manager("STOPPING=1");
    (*gateway)->stop();
    for (const auto& runner : runners) runner->stop();
    runners.clear();
    gateway->reset();
    return host::exit_done;
}

}  // namespace

void add_serve(CLI::App& app, Action& action) {
    auto options = std::make_shared<ServeOptions>();
    auto* command = app.add_subcommand("serve", "Run everything in one process on the embedded log");
    command->add_option("--data", options->data, "Folder of the log, the stores and the vault")->required()->envname("HOICHO_DATA");
    command->add_option("--listen", options->listen, "ADDRESS:PORT, loopback only until there are accounts")->capture_default_str()->envname("HOICHO_LISTEN");
    command->add_option("--partitions", options->partitions, "P, fixed when the log is made")->capture_default_str()->check(CLI::Range(1, 1024));
    command->add_option("--web-root", options->web_root, "Folder of pages to serve instead of those built in");
    command->add_flag("--accept-regression", options->accept_regression, "Fold anew when the journal lost entries, instead of halting");
    command->callback([&action, options] { action = [options] { return serve(*options); }; });
}

}  // namespace hoicho::cli
