// The three logs as the contract suite meets them.
#include <unistd.h>

#include <cstdlib>
#include <iostream>

#include "runtime/log/kafka_log.h"
#include "runtime/log/local_log.h"
#include "runtime/log/simulated_log.h"
#include "tests/contract/log_contract.h"

namespace hoicho::runtime::contract {
namespace {

constexpr std::uint32_t partitions = 4;
constexpr std::size_t sends_queued_max = 1'000;  ///< small, so that a test can fill it

class SimulatedHarness final : public LogHarness {
  public:
    EventLog& log() override { return log_; }
    void step() override { log_.settle(); }
    void reopen() override { log_.settle(); }
    bool keeps_unanswered_commands() const override { return true; }

  private:
    SimulatedLog log_{partitions};
};

class LocalHarness final : public LogHarness {
  public:
    LocalHarness() { open(); }
    ~LocalHarness() override {
        log_.reset();
        std::filesystem::remove_all(folder_);
    }
    EventLog& log() override { return *log_; }
    void reopen() override {
        log_.reset();
        open();
    }
    bool keeps_unanswered_commands() const override { return false; }

  private:
    void open() {
        LocalLogOptions options;
        options.folder = folder_;
        options.partitions = partitions;
        options.commands_queued_max = sends_queued_max;
        options.recent_records_max = 16;  // so that readers have to go to the disk
        log_ = LocalLog::open(options).value();
    }
    const std::filesystem::path folder_ =
        std::filesystem::temp_directory_path() /
        ("hoicho-log-contract-" + std::to_string(::getpid()) + "-" + std::to_string(made_++));
    static inline int made_ = 0;
    std::unique_ptr<LocalLog> log_;
};

class KafkaHarness final : public LogHarness {
  public:
    explicit KafkaHarness(std::string bootstrap) : bootstrap_{std::move(bootstrap)} { open(); }
    EventLog& log() override { return *log_; }
    void reopen() override {
        log_.reset();
        open();
    }
    bool keeps_unanswered_commands() const override { return true; }

  private:
    void open() {
        KafkaLogOptions options;
        options.bootstrap = bootstrap_;
        options.partitions = partitions;
        options.client_id = "hoicho-contract";
        options.sends_queued_max = sends_queued_max;
        log_ = KafkaLog::open(options).value();
    }
    std::string bootstrap_;
    std::unique_ptr<KafkaLog> log_;
};

template <class Harness>
std::unique_ptr<LogHarness> make() {
    return std::make_unique<Harness>();
}

std::unique_ptr<LogHarness> make_kafka() {
    const char* bootstrap = std::getenv("HOICHO_TEST_KAFKA");
    if (!bootstrap) {
        std::cerr << "SKIPPED: the contract of KafkaLog was not tried, HOICHO_TEST_KAFKA=host:port names no broker\n";
        return nullptr;
    }
    return std::make_unique<KafkaHarness>(bootstrap);
}

}  // namespace

std::vector<LogKind> log_kinds() {
    return {{"Simulated", make<SimulatedHarness>, ""},
            {"Local", make<LocalHarness>, ""},
            {"Kafka", make_kafka, "KafkaLog needs HOICHO_TEST_KAFKA=host:port, a broker with topics of 4 partitions"}};
}

}  // namespace hoicho::runtime::contract
