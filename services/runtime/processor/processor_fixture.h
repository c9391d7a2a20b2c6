// One partition of the test hall on a simulated log, driven step by step. For the tests of this room.
#pragma once

#include <gtest/gtest.h>

#include "runtime/log/simulated_log.h"
#include "runtime/processor/processor.h"
#include "tests/simulation/client.h"
#include "tests/simulation/disk.h"

namespace hoicho::runtime {

class HallPartition : public testing::Test {
  protected:
    ProcessorSetup setup() {
        ProcessorSetup setup;
        setup.build = "test";
        setup.make_partition = make_partition;
        setup.open_store = disk.opener();
        setup.random = [this] { return ++random; };
        setup.effects = effects;
        setup.limits = limits;
        setup.accept_regression = accept_regression;
        return setup;
    }
    void start() { processor = std::make_unique<Processor>(setup(), log, nullptr); }
    void stop() {
        processor->close();
        processor.reset();
    }
    void crash() { processor.reset(); }

    /// Steps and lets the log work until nothing moves any more for longer than any wait of the processor.
    void settle() {
        for (int still = 0; still < 30; ++still) {
            const auto pace = processor->step(now_ms);
            if (log.deliver_next() || pace.at_once) {
                still = 0;
                continue;
            }
            now_ms = std::max(now_ms + 1, pace.at_ms);
        }
    }
    void send(const tests::Note& note, std::uint64_t id, std::vector<std::pair<Service, std::uint64_t>> after = {}) {
        send(tests::command_message(SERVICE_SCHEDULING, note, id, tests::opening_ms, std::move(after)));
    }
    void send(Message message) {
        log.send(tests::hall_commands, std::move(message), [](const auto&) {});
        log.settle();
    }
    /// The register, or who stands for it, admits the next person.
    void admit(const Stream& journal = tests::register_journal) {
        ++people;
        journal::v1::Entry entry;
        entry.set_writer(std::string(16, 'r'));
        entry.set_n(people);
        entry.set_parent(std::string(16, people == 1 ? '\0' : 'r'));
        entry.set_input(people - 1);
        entry.set_format(entry_format);
        entry.mutable_accepted()->add_events(tests::Note{tests::Note::kAdmit, people, 0, 0, {}}.SerializeAsString());
        put(journal, entry);
    }
    void put(const Stream& journal, const journal::v1::Entry& entry) { put_bytes(journal, entry.SerializeAsString()); }
    void put_bytes(const Stream& journal, std::string bytes) {
        auto appender = log.append_to(journal, 0, nullptr).value();
        appender->append({"hanoi", std::move(bytes), {}}, 0);
        log.settle();
    }
    journal::v1::Entry entry(std::int64_t offset) {
        journal::v1::Entry read;
        EXPECT_TRUE(read.ParseFromString(log.at(tests::hall_journal, offset).value()->message.value));
        return read;
    }
    std::int64_t journal_end() { return log.bounds(tests::hall_journal).value().end; }
    Phase phase() const { return processor->status().phase(); }
    std::string alarm_name() const { return processor->status().trouble().alarm; }

    SimulatedLog log{1};
    tests::Disk disk;
    Limits limits{};
    std::function<std::unique_ptr<Partition>()> make_partition = tests::make_hall;
    std::vector<std::shared_ptr<Effect>> effects;
    bool accept_regression = false;
    std::uint64_t now_ms = 1'000;
    std::uint64_t random = 0;
    std::uint32_t people = 0;
    std::unique_ptr<Processor> processor;
};

}  // namespace hoicho::runtime
