// A log in memory that does what networks and brokers do: loses, delays, doubles and reorders. For tests and the
// simulator: one thread, no clock; the same seed and the same calls give the same history.
#pragma once

#include <deque>
#include <map>
#include <random>

#include "runtime/log/event_log.h"

namespace hoicho::runtime {

/// How often, of a million appends, each thing goes wrong. All zero: nothing does.
struct SimulatedFaults {
    std::uint32_t lost = 0;         ///< never lands; reported as failed
    std::uint32_t delayed = 0;      ///< reported as failed, lands later all the same, also after its appender is gone
    std::uint32_t duplicated = 0;   ///< lands, and once more later
    std::uint32_t report_lost = 0;  ///< lands; nobody learns where (delivery unknown)
    std::uint32_t report_late = 0;  ///< lands at once, its report and all behind it wait for some more steps
    std::uint32_t send_lost = 0;    ///< a command or event never lands; its sender is told that it timed out
};

/// Single-threaded. Nothing moves but in deliver_next() and settle().
class SimulatedLog final : public EventLog {
  public:
    static constexpr std::size_t sends_queued_max = 1'024;  ///< of one stream
    static constexpr int late_report_steps_max = 20;

    explicit SimulatedLog(std::uint32_t partitions, std::uint64_t seed = 1, SimulatedFaults faults = {});
    ~SimulatedLog() override;

    std::uint32_t partitions() const override { return partitions_; }
    Result<Bounds> bounds(const Stream& stream) override;
    Result<std::unique_ptr<Reader>> open_reader(const std::vector<Start>& starts, std::shared_ptr<Waker> waker, Haste) override;
    Result<std::unique_ptr<Appender>> append_to(const Stream& journal, std::int64_t expected,
                                                std::shared_ptr<Waker> waker) override;
    void send(const Stream& stream, Message message, Sent sent) override;
    Result<RecordPtr> at(const Stream& stream, std::int64_t offset) override;

    /// Does one thing that is under way: an append or a send lands, a report arrives, a late copy turns up. false:
    /// nothing is under way.
    bool deliver_next();
    void settle();
    void set_faults(const SimulatedFaults& faults) { faults_ = faults; }

    /// Retention: records before `offset` are gone.
    void expire(const Stream& stream, std::int64_t offset);
    /// A journal that went back: acknowledged records from `offset` on are gone.
    void cut(const Stream& stream, std::int64_t offset);

  private:
    friend class SimulatedReader;
    friend class SimulatedAppender;
    struct Log {
        std::int64_t begin = 0;
        std::deque<RecordPtr> records;
        std::deque<std::pair<Message, Sent>> sends;
        std::vector<std::weak_ptr<Waker>> readers;
        std::int64_t end() const { return begin + static_cast<std::int64_t>(records.size()); }
    };
    struct Wire;  ///< one appender's way to its journal and back
    struct Late {
        Stream stream;
        Message message;
    };

    Log* find(const Stream& stream);
    Result<Log*> checked(const Stream& stream);
    std::int64_t land(const Stream& stream, Message message);
    void land_append(Wire& wire);
    void land_send(const Stream& stream);
    void land_late(std::size_t index);
    void forget(const std::shared_ptr<Wire>& wire);
    bool chance(std::uint32_t of_a_million);
    std::size_t pick(std::size_t count);

    std::uint32_t partitions_;
    std::mt19937_64 random_;
    SimulatedFaults faults_;
    std::map<Stream, Log> logs_;
    std::vector<std::shared_ptr<Wire>> wires_;  ///< in the order of opening
    std::vector<Late> late_;
};

}  // namespace hoicho::runtime
