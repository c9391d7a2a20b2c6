// Configuration, log, runner, operator's addresses; see service_main.h.
#include "runtime/program/service_main.h"

#include <cstdio>
#include <numeric>

#include "runtime/host/exit_code.h"
#include "runtime/host/operator_routes.h"
#include "runtime/host/service_manager.h"
#include "runtime/http/problem.h"
#include "runtime/http/server.h"
#include "runtime/program/kafka_settings.h"
#include "runtime/program/run_until_stopped.h"
#include "runtime/program/service_runner.h"
#include "runtime/telemetry/log.h"

namespace hoicho::runtime {
namespace {

std::vector<host::Setting> settings() {
    auto out = kafka_settings();
    out.push_back({.key = "data", .env = {}, .flag = {}, .default_value = "", .help = "folder for the state stores", .check = host::not_empty()});
    out.push_back({.key = "own", .env = {}, .flag = {}, .default_value = "all", .help = "partitions this process decides: all, or 0,2,3"});
    out.push_back({.key = "effects", .env = {}, .flag = {}, .default_value = "yes", .help = "run solvers and timers here; no: another process does, or a copied log brings their commands",
                   .check = host::yes_or_no()});
    out.push_back({.key = "operator.port", .env = {}, .flag = {}, .default_value = "0", .help = "port on 127.0.0.1 for /healthz, /readyz, /metrics; 0: any free one",
                   .check = host::whole_number(0, 65'535)});
    out.push_back({.key = "accept.regression", .env = {}, .flag = {}, .default_value = "no", .help = "fold anew when the journal lost entries, instead of halting",
                   .check = host::yes_or_no()});
    return out;
}

std::vector<std::uint32_t> owned(const std::string& text, std::uint32_t partitions) {
    std::vector<std::uint32_t> all(partitions);
    std::iota(all.begin(), all.end(), 0);
    if (text == "all") return all;
    std::vector<std::uint32_t> out;
    for (std::size_t at = 0; at < text.size();) {
        const auto comma = std::min(text.find(',', at), text.size());
        out.push_back(static_cast<std::uint32_t>(std::strtoul(text.substr(at, comma - at).c_str(), nullptr, 10)));
        at = comma + 1;
    }
    return out;
}

}  // namespace

int service_main(const ServiceSpec& spec, int argc, const char* const* argv) {
    StopFlag stop;
    const auto name = "hoicho-" + service_name(spec.service);
    const auto ready = read_configuration(settings(), argc, argv, name + ": decides for the " + service_name(spec.service) + " service on a Kafka cluster");
    if (!ready.configuration) return ready.exit_code;
    const auto& configuration = *ready.configuration;
    auto log = KafkaLog::open(kafka_options(configuration, name));
    if (!log) {
        std::fprintf(stderr, "%s: %s\n", name.c_str(), log.error().detail.c_str());
        return host::exit_unreachable;
    }
    host::Health health;
    RunnerOptions options{.stores = configuration.text("data"), .partitions = owned(configuration.text("own"), (*log)->partitions()), .relay = true,
                          .effects = configuration.yes("effects"), .accept_regression = configuration.yes("accept.regression"), .build = HOICHO_BUILD};
    for (const auto partition : options.partitions)
        if (partition >= (*log)->partitions()) return std::fprintf(stderr, "%s: there is no partition %u\n", name.c_str(), partition), host::exit_usage;
    ServiceRunner runner{spec, **log, options};
    http::Options operator_options;
    operator_options.port = static_cast<std::uint16_t>(configuration.number("operator.port"));
    http::Server server{operator_options,
                        [&health](http::Request request, http::Respond respond) {
                            auto answer = host::operator_answer(request, health, telemetry::metrics());
                            respond(answer ? std::move(*answer)
                                           : http::problem(404, "not-found", "Not there", "Only /livez, /healthz, /readyz and /metrics are.", "Không có",
                                                           "Chỉ có /livez, /healthz, /readyz và /metrics."));
                        },
                        nullptr};
    server.start();
    telemetry::info("running", {{"service", service_name(spec.service)}, {"partitions", static_cast<int>(options.partitions.size())},
                                {"operator_port", static_cast<int>(server.port())}});
    host::notify_service_manager("READY=1");
    stop.wait([&] { runner.report(health, telemetry::metrics()); });
    host::notify_service_manager("STOPPING=1");
    runner.stop();
    server.drain(std::chrono::milliseconds{1'000});
    return host::exit_done;
}

}  // namespace hoicho::runtime
