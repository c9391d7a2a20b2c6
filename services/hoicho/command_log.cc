// hoicho log copy: sends every command of an embedded log to a Kafka cluster, in order. A fair that outgrew one machine moves this way.
#include <CLI/CLI.hpp>
#include <condition_variable>
#include <mutex>

#include "hoicho/commands.h"
#include "hoicho/local_log_at.h"
#include "runtime/host/exit_code.h"
#include "runtime/log/kafka_log.h"
#include "runtime/processor/cursor.h"

namespace hoicho::cli {
namespace {

namespace host = runtime::host;

struct CopyOptions {
    std::string data, bootstrap;
    std::uint32_t partitions = 4;
};

/// Counts what is on its way, so that the copy is bounded and can wait for its end.
class Flight {
  public:
    static constexpr std::size_t under_way_max = 1'000;

    void wait_for_room() {
        std::unique_lock lock{mutex_};
        landed_.wait(lock, [this] { return under_way_ < under_way_max; });
        ++under_way_;
    }
    void land(const Result<std::int64_t>& sent) {
        {
            const std::lock_guard lock{mutex_};
            --under_way_;
            if (!sent && trouble_.empty()) trouble_ = sent.error().detail;
        }
        landed_.notify_all();
    }
    /// Empty: all landed.
    std::string wait_for_all() {
        std::unique_lock lock{mutex_};
        landed_.wait(lock, [this] { return under_way_ == 0; });
        return trouble_;
    }

  private:
    std::mutex mutex_;
    std::condition_variable landed_;
    std::size_t under_way_ = 0;
    std::string trouble_;
};

int fail(const std::string& why, int code) {
    std::fprintf(stderr, "hoicho log copy: %s\n", why.c_str());
    return code;
}

/// One stream from its first command to its last; the target must be empty, or offsets would not be the same.
int copy_stream(runtime::EventLog& from, runtime::EventLog& to, const runtime::Stream& stream, std::size_t& copied) {
    const auto bounds = to.bounds(stream);
    if (!bounds) return fail(bounds.error().detail, host::exit_unreachable);
    if (bounds->end != 0) return fail(runtime::topic_name(stream.service, stream.kind) + " is not empty on the cluster", host::exit_refused);
    auto cursor = runtime::Cursor::open(from, stream);
    if (!cursor) return fail(cursor.error().detail, host::exit_failed);
    Flight flight;
    while (true) {
        const auto record = cursor->peek();
        if (!record) return fail(record.error().detail, host::exit_failed);
        if (!*record) break;
        flight.wait_for_room();
        to.send(stream, (*record)->message, [&flight](const Result<std::int64_t>& sent) { flight.land(sent); });
        cursor->take();
        ++copied;
    }
    const auto trouble = flight.wait_for_all();
    return trouble.empty() ? host::exit_done : fail(trouble, host::exit_unreachable);
}

int copy(const CopyOptions& options) {
    auto from = existing_log_at(options.data, options.partitions);
    if (!from) return fail(from.error().detail, host::exit_failed);
    runtime::KafkaLogOptions kafka;
    kafka.bootstrap = options.bootstrap;
    kafka.partitions = options.partitions;
    auto to = runtime::KafkaLog::open(kafka);
    if (!to) return fail(to.error().detail, host::exit_unreachable);
    std::size_t copied = 0;
    for (const auto service : {SERVICE_REGISTRATION, SERVICE_MATCHING, SERVICE_SCHEDULING})
        for (std::uint32_t partition = 0; partition < options.partitions; ++partition)
            if (const int code = copy_stream(**from, **to, {service, runtime::Kind::commands, partition}, copied); code != host::exit_done) return code;
    std::printf("copied %zu commands\n", copied);
    return host::exit_done;
}

}  // namespace

void add_log(CLI::App& app, Action& action) {
    auto options = std::make_shared<CopyOptions>();
    auto* group = app.add_subcommand("log", "The log itself");
    group->require_subcommand(1);
    auto* command = group->add_subcommand("copy", "Send every command of a stopped embedded server to an empty Kafka cluster, in order");
    command->add_option("--data", options->data, "Folder of the stopped server")->required()->check(CLI::ExistingDirectory);
    command->add_option("--bootstrap", options->bootstrap, "Brokers, host:port")->required();
    command->add_option("--partitions", options->partitions, "P of both")->capture_default_str();
    command->callback([&action, options] { action = [options] { return copy(*options); }; });
}

}  // namespace hoicho::cli
