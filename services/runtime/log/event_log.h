// The ordered log that decisions are made over: Kafka, or RocksDB in one process, or a simulated one, behind the same port.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "hoicho/journal/v1/journal.pb.h"
#include "kernel/decision.h"
#include "kernel/result.h"

namespace hoicho::runtime {

enum class Kind : std::uint8_t { commands = 1, journal = 2, events = 3 };

/// One partition of one topic.
struct Stream {
    Service service = Service::SERVICE_UNSPECIFIED;
    Kind kind = Kind::commands;
    std::uint32_t partition = 0;
    friend auto operator<=>(const Stream&, const Stream&) = default;
};
std::string service_name(Service service);       ///< "registration", "matching", "scheduling"
std::string topic_name(Service service, Kind kind);  ///< "hoicho.scheduling.journal"

struct Header {
    std::string name;
    std::string value;
};

/// What is sent: key is the organiser, so that everything of an organiser lies in one partition.
struct Message {
    std::string key;
    std::string value;
    std::vector<Header> headers;
};

struct Record {
    Stream stream;
    std::int64_t offset = 0;
    Message message;
};
using RecordPtr = std::shared_ptr<const Record>;

/// Wakes a thread that waits for several things at once: records to read, deliveries, its own work. Thread-safe.
class Waker {
  public:
    virtual ~Waker() = default;
    virtual void wake() = 0;
};

/// First offset that can still be read, and the offset the next record will get.
struct Bounds {
    std::int64_t begin = 0;
    std::int64_t end = 0;
};

struct Start {
    Stream stream;
    std::int64_t offset = 0;
};

/// Reads some streams in order. One owner thread; the Waker given at open is called when records may have come.
class Reader {
  public:
    virtual ~Reader() = default;
    /// At most `records_max` records, possibly none; never waits. Offsets of a stream are handed out in order. Failure out_of_range (ERANGE):
    /// the start offset does not exist (any more); other failures are passing unless said otherwise in `detail`.
    virtual Result<std::vector<RecordPtr>> poll(std::size_t records_max) = 0;
    /// Stops and restarts handing out a stream's records; nothing is lost in between.
    virtual void pause(const Stream& stream) = 0;
    virtual void resume(const Stream& stream) = 0;
};

/// What became of an appended Entry. `offset` < 0 with no failure: unknown.
struct Delivery {
    std::int64_t offset = -1;
    bool failed = false;
    std::string detail;
};

/// Appends Entries to one journal partition for one writer. One owner thread; wakes the Waker when a delivery is there.
/// Destroying it forgets what is in flight: it may land or not.
class Appender {
  public:
    virtual ~Appender() = default;
    /// Queues an Entry that answers the command at offset `input`. The embedded log makes that command durable in the same write.
    virtual void append(Message entry, std::int64_t input) = 0;
    /// Deliveries since the last call, in the order of append. Never waits.
    virtual std::vector<Delivery> deliveries() = 0;
};

using Sent = std::function<void(Result<std::int64_t>)>;  ///< offset, or why not; on any thread, exactly once

/// How soon a Reader wants records. Gathered: by the next look that its owner takes some ten times a second, no Waker needed. That spares a
/// broker a request, and this machine a wake, for each record.
enum class Haste : std::uint8_t { at_once, gathered };

class EventLog {
  public:
    virtual ~EventLog() = default;

    /// P: the same for every topic, fixed for ever.
    virtual std::uint32_t partitions() const = 0;
    virtual Result<Bounds> bounds(const Stream& stream) = 0;
    Result<std::unique_ptr<Reader>> read(const std::vector<Start>& starts, std::shared_ptr<Waker> waker, Haste haste = Haste::at_once) {
        return open_reader(starts, std::move(waker), haste);
    }
    /// `expected`: offset at which the first Entry must land.
    virtual Result<std::unique_ptr<Appender>> append_to(const Stream& journal, std::int64_t expected, std::shared_ptr<Waker> waker) = 0;
    /// Sends a command, or an event for integrators. Kafka: `sent` when acknowledged. Embedded: when queued; a command becomes durable with its
    /// Entry, and one that never got an Entry was never answered. Failure no_buffer_space (ENOBUFS): the bounded queue is full, try later.
    virtual void send(const Stream& stream, Message message, Sent sent) = 0;
    /// One record by its offset, for answers that left every cache. Waits at most a few seconds.
    virtual Result<RecordPtr> at(const Stream& stream, std::int64_t offset) = 0;

  private:
    virtual Result<std::unique_ptr<Reader>> open_reader(const std::vector<Start>& starts, std::shared_ptr<Waker> waker, Haste haste) = 0;
};

/// Where an organiser's commands go: the same on every machine and in every language (XXH3-64 of the name, modulo P).
std::uint32_t partition_of(std::string_view organiser, std::uint32_t partitions);

}  // namespace hoicho::runtime
