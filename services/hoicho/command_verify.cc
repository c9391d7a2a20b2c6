// hoicho verify: reads every journal from its beginning, decides everything again, and says where that differs.
#include <CLI/CLI.hpp>

#include "hoicho/commands.h"
#include "hoicho/local_log_at.h"
#include "matching/service/invariants.h"
#include "matching/service/partition.h"
#include "registration/service/invariants.h"
#include "registration/service/partition.h"
#include "runtime/host/exit_code.h"
#include "runtime/log/kafka_log.h"
#include "runtime/processor/verifier.h"
#include "scheduling/domain/invariants.h"
#include "scheduling/service/partition.h"

namespace hoicho::cli {
namespace {

namespace host = runtime::host;

struct VerifyOptions {
    std::string data, bootstrap;
    std::uint32_t partitions = 4;
    bool every_entry = false;
};

std::optional<std::string> first(const std::vector<std::string>& broken) { return broken.empty() ? std::nullopt : std::optional{broken.front()}; }

/// The domain's own rules (J7) for an organiser's state.
template <class TypedPartition, class Rules>
runtime::DomainCheck domain_check(Rules rules) {
    return [rules](std::string_view organiser, const Partition& partition) -> std::optional<std::string> {
        const auto* state = static_cast<const TypedPartition&>(partition).state(organiser);
        return state ? first(rules(*state)) : std::nullopt;
    };
}

struct Audited {
    runtime::MakePartition make;
    runtime::DomainCheck check;
};

std::vector<Audited> audited_services() {
    return {{registration::make_registration_partition, domain_check<registration::RegistrationPartition>(registration::broken_rules)},
            {matching::make_matching_partition, domain_check<matching::MatchingPartition>(matching::broken_rules)},
            {scheduling::make_scheduling_partition,
             domain_check<scheduling::SchedulingPartition>([](const scheduling::State& state) { return scheduling::broken_rules(state, 0); })}};
}

int verify(const VerifyOptions& options) {
    std::unique_ptr<runtime::EventLog> log;
    std::string why;
    if (!options.bootstrap.empty()) {
        runtime::KafkaLogOptions kafka;
        kafka.bootstrap = options.bootstrap;
        kafka.partitions = options.partitions;
        auto opened = runtime::KafkaLog::open(kafka);
        if (opened) log = std::move(*opened); else why = opened.error().detail;
    } else {
        auto opened = existing_log_at(options.data, options.partitions);
        if (opened) log = std::move(*opened); else why = opened.error().detail;
    }
    if (!log) return std::fprintf(stderr, "hoicho verify: %s\n", why.c_str()), host::exit_unreachable;
    bool sound = true;
    for (const auto& service : audited_services())
        for (std::uint32_t partition = 0; partition < log->partitions(); ++partition) {
            const auto audit = runtime::audit(*log, partition, service.make, options.every_entry ? service.check : runtime::DomainCheck{});
            if (!audit) return std::fprintf(stderr, "hoicho verify: %s %s\n", audit.error().alarm.c_str(), audit.error().detail.c_str()), host::exit_failed;
            std::fputs(runtime::report(*audit).c_str(), stdout);
            sound &= audit->sound();
        }
    std::puts(sound ? "sound" : "BROKEN");
    return sound ? host::exit_done : host::exit_failed;
}

}  // namespace

void add_verify(CLI::App& app, Action& action) {
    auto options = std::make_shared<VerifyOptions>();
    auto* command = app.add_subcommand("verify", "Replay the journals, check the invariants, print positions and digests");
    auto* data = command->add_option("--data", options->data, "Folder of a stopped server")->check(CLI::ExistingDirectory);
    command->add_option("--bootstrap", options->bootstrap, "Brokers of a Kafka cluster, instead of --data")->excludes(data);
    command->add_option("--partitions", options->partitions, "P of the topics")->capture_default_str();
    command->add_flag("!--chain-only", options->every_entry, "Leave out the domain's own rules, which cost a pass over the state for every entry")->default_val(true);
    command->callback([&action, options, data] {
        if (options->data.empty() && options->bootstrap.empty()) throw CLI::RequiredError(data->get_name() + " or --bootstrap");
        action = [options] { return verify(*options); };
    });
}

}  // namespace hoicho::cli
