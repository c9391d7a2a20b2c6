// hoicho-gateway: HTTP, WebSocket and pages over the journals of a Kafka cluster.
#include <cstdio>

#include "gateway/gateway.h"
#include "gateway/listen_address.h"
#include "runtime/host/exit_code.h"
#include "runtime/host/service_manager.h"
#include "runtime/program/kafka_settings.h"
#include "runtime/program/run_until_stopped.h"
#include "runtime/telemetry/log.h"

namespace {

namespace host = hoicho::runtime::host;

std::vector<host::Setting> settings() {
    auto out = hoicho::runtime::kafka_settings();
    out.push_back({.key = "data", .env = {}, .flag = {}, .default_value = "", .help = "folder for the key file and the vault", .check = host::not_empty()});
    out.push_back({.key = "listen", .env = {}, .flag = {}, .default_value = "127.0.0.1:8080", .help = "ADDRESS:PORT; loopback only until there are accounts"});
    out.push_back({.key = "web.root", .env = {}, .flag = {}, .default_value = "", .help = "folder of pages to serve instead of those built in"});
    return out;
}

}  // namespace

int main(int argc, char** argv) {
    using namespace hoicho;
    runtime::StopFlag stop;
    const auto ready = runtime::read_configuration(settings(), argc, argv, "hoicho-gateway: HTTP, WebSocket and pages");
    if (!ready.configuration) return ready.exit_code;
    const auto& configuration = *ready.configuration;
    gateway::GatewayOptions options{.data = configuration.text("data"), .http = {}, .web_root = configuration.text("web.root")};
    if (!gateway::read_listen_address(configuration.text("listen"), options.http)) {
        std::fprintf(stderr, "hoicho-gateway: '%s' is no address; accepted: 127.0.0.1:8080\n", configuration.text("listen").c_str());
        return host::exit_usage;
    }
    auto log = runtime::KafkaLog::open(runtime::kafka_options(configuration, "hoicho-gateway"));
    if (!log) {
        std::fprintf(stderr, "hoicho-gateway: %s\n", log.error().detail.c_str());
        return host::exit_unreachable;
    }
    host::Health health;
    auto opened = gateway::Gateway::open(options, **log, health, runtime::telemetry::metrics());
    if (!opened) {
        std::fprintf(stderr, "hoicho-gateway: %s\n", opened.error().detail.c_str());
        return host::exit_failed;
    }
    (*opened)->start();
    runtime::telemetry::info("listening on loopback only, without accounts", {{"port", static_cast<int>((*opened)->port())}});
    host::notify_service_manager("READY=1");
    stop.wait([&] { (*opened)->report(); });
    host::notify_service_manager("STOPPING=1");
    (*opened)->stop();
    return host::exit_done;
}
