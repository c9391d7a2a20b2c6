// Threads, stores and effects of one service; see service_runner.h.
#include "runtime/program/service_runner.h"

#include <chrono>

#include "runtime/effects/send_command.h"
#include "runtime/effects/timer.h"
#include "runtime/effects/worker.h"
#include "runtime/processor/thread.h"
#include "runtime/program/relay_thread.h"
#include "runtime/store/rocks_store.h"
#include "runtime/telemetry/log.h"

namespace hoicho::runtime {
namespace {

constexpr std::size_t effect_jobs_max = 1'000;

std::uint64_t wall_clock_ms() {
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::milliseconds>(since).count());
}

OpenStore open_store_in(const std::filesystem::path& folder) {
    return [folder](bool anew) -> Result<std::unique_ptr<StateStore>> {
        std::error_code trouble;
        std::filesystem::create_directories(folder.parent_path(), trouble);
        if (trouble) return Failure{trouble, "cannot make folder " + folder.parent_path().string()};
        if (anew)
            if (const auto gone = RocksStore::destroy(folder); !gone) return gone.error();
        auto store = RocksStore::open(folder);
        if (!store) return store.error();
        return std::unique_ptr<StateStore>{std::move(*store)};
    };
}

std::string_view phase_name(Phase phase) {
    switch (phase) {
        case Phase::opening: return "opening its store";
        case Phase::folding: return "folding its journal";
        case Phase::running: return "running";
        case Phase::waiting: return "waiting to try again";
        case Phase::halted: return "halted";
        case Phase::closed: return "closed";
    }
    return "unknown";
}

}  // namespace

struct ServiceRunner::Inside {
    ServiceSpec spec;
    std::unique_ptr<Worker> worker = std::make_unique<Worker>(effect_jobs_max);
    std::unique_ptr<Timer> timer = std::make_unique<Timer>(wall_clock_ms);
    std::vector<std::pair<std::uint32_t, std::unique_ptr<ProcessorThread>>> processors;
    std::unique_ptr<RelayThread> relay;
};

ServiceRunner::ServiceRunner(ServiceSpec spec, EventLog& log, RunnerOptions options) : inside_{std::make_unique<Inside>()} {
    inside_->spec = std::move(spec);
    const auto& service = inside_->spec;
    const auto send = send_command(log, service.service, wall_clock_ms, [](const Failure& failure) {
        telemetry::warn("an effect's command did not reach the log", {{"why", failure.detail}});
    });
    auto* worker = inside_->worker.get();
    const Execute execute = [worker](std::function<void()> job) {
        if (!worker->post([job = std::move(job)](const std::stop_token&) { job(); })) telemetry::warn("too much outside work waits; taken up at the next start");
    };
    for (const auto partition : options.partitions) {
        ProcessorSetup setup;
        setup.partition = partition;
        setup.build = options.build;
        setup.accept_regression = options.accept_regression;
        setup.make_partition = service.make_partition;
        setup.open_store = open_store_in(options.stores / service_name(service.service) / std::to_string(partition));
        if (options.effects && service.make_effects) setup.effects = service.make_effects(send, execute);
        if (options.effects) setup.effects.push_back(inside_->timer->watch(service.service, partition, send));
        auto name = service_name(service.service).substr(0, 8) + " " + std::to_string(partition);
        inside_->processors.emplace_back(partition, std::make_unique<ProcessorThread>(std::move(setup), log, std::move(name)));
    }
    if (options.relay) inside_->relay = std::make_unique<RelayThread>(service.service, options.partitions, log, service.event_json);
}

ServiceRunner::~ServiceRunner() {
    stop();
    inside_->relay.reset();
    inside_->processors.clear();
    inside_->timer.reset();
    inside_->worker.reset();
}

void ServiceRunner::stop() {
    if (inside_->relay) inside_->relay->stop();
    for (auto& [partition, processor] : inside_->processors) processor->stop();
}

void ServiceRunner::report(host::Health& health, telemetry::Metrics& metrics) const {
    const auto service = service_name(inside_->spec.service);
    for (const auto& [partition, processor] : inside_->processors) {
        const auto& status = processor->status();
        const auto name = service + "/" + std::to_string(partition);
        const auto trouble = status.trouble();
        const auto why = std::string{phase_name(status.phase())} + (trouble.detail.empty() ? "" : ": " + trouble.detail);
        health.report(name, status.ready() ? host::Condition::good : host::Condition::failing, status.ready() ? "" : why);
        const telemetry::Labels labels{{"service", service}, {"partition", std::to_string(partition)}};
        const auto& counters = processor->counters();
        const std::pair<const char*, const Counter*> figures[] = {
            {"hoicho_processor_decided", &counters.decided},         {"hoicho_processor_confirmed", &counters.confirmed},
            {"hoicho_processor_void_entries", &counters.empty},      {"hoicho_processor_conflicts", &counters.conflicts},
            {"hoicho_processor_deferred", &counters.deferred},       {"hoicho_processor_quarantined", &counters.quarantined},
            {"hoicho_processor_store_commits", &counters.commits},   {"hoicho_processor_interrupts", &counters.interrupts},
            {"hoicho_processor_head_position", &counters.head_n}};
        for (const auto& [figure, counter] : figures)
            metrics.gauge(figure, "See docs/architecture.md", labels).set(static_cast<double>(counter->get()));
    }
    if (!inside_->relay) return;
    metrics.gauge("hoicho_relay_events_sent", "Events sent to integrators since start", {{"service", service}}).set(static_cast<double>(inside_->relay->events_sent()));
    for (const auto& relay : inside_->relay->relays())
        if (relay->status().phase() == Phase::halted)
            health.report(service + "/relay", host::Condition::degraded, relay->status().trouble().detail);
}

}  // namespace hoicho::runtime
