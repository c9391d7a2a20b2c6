// Fills the embedded log of a data folder with bookings, so that a server can be started on a full one: `fill DATA [BOOKINGS]`.
#include <cstdio>
#include <cstdlib>

#include "runtime/log/bell.h"
#include "runtime/log/command_record.h"
#include "runtime/log/local_log.h"
#include "tests/bench/decide/booking_world.h"

namespace {

using hoicho::Service;
using hoicho::journal::v1::Entry;
using namespace hoicho::runtime;

/// One service's streams of the bench organiser: sends each command and appends its Entry, a window at a time.
class Filler {
  public:
    static constexpr std::size_t window_max = 2'000;

    Filler(EventLog& log, Service service, std::uint32_t partition)
        : log_{log}, service_{service}, partition_{partition}, appender_{log.append_to({service, Kind::journal, partition}, 0, bell_).value()} {}

    void add(std::string payload, const Entry& entry) {
        Command command;
        command.organiser = hoicho::bench::BookingWorld::organiser;
        entry.command_id().copy(reinterpret_cast<char*>(command.id.data()), command.id.size());
        entry.command_hash().copy(reinterpret_cast<char*>(&command.hash), sizeof command.hash);
        command.actor = "bench";
        command.accepted_at_ms = entry.now_ms();
        command.payload = std::move(payload);
        log_.send({service_, Kind::commands, partition_}, to_message(service_, std::move(command)), [](const auto& sent) { (void)sent.value(); });
        appender_->append({std::string{hoicho::bench::BookingWorld::organiser}, entry.SerializeAsString(), {}}, entry.input());
        if (++under_way_ >= window_max) wait(window_max / 2);
    }
    void finish() { wait(0); }

  private:
    void wait(std::size_t until) {
        while (under_way_ > until) {
            const auto landed = appender_->deliveries();
            for (const auto& delivery : landed)
                if (delivery.failed) std::fprintf(stderr, "fill: %s\n", delivery.detail.c_str()), std::exit(1);
            under_way_ -= landed.size();
            if (landed.empty()) bell_->wait(std::chrono::milliseconds{100});
        }
    }

    EventLog& log_;
    Service service_;
    std::uint32_t partition_;
    std::shared_ptr<Bell> bell_ = std::make_shared<Bell>();
    std::unique_ptr<Appender> appender_;
    std::size_t under_way_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) return std::fprintf(stderr, "usage: fill DATA [BOOKINGS]\n"), 2;
    const std::uint32_t partitions = 4;
    LocalLogOptions options;
    options.folder = std::filesystem::path{argv[1]} / "log";
    options.partitions = partitions;
    auto log = LocalLog::open(options).value();
    const auto partition = partition_of(hoicho::bench::BookingWorld::organiser, partitions);
    hoicho::bench::BookingWorld world{{}};
    {
        Filler registration{*log, hoicho::SERVICE_REGISTRATION, partition};
        for (const auto& entry : world.heard()) registration.add({}, entry);
        registration.finish();
    }
    Filler scheduling{*log, hoicho::SERVICE_SCHEDULING, partition};
    for (const auto& [payload, entry] : world.prepared()) scheduling.add(payload, entry);
    const auto bookings = std::min<std::uint64_t>(argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1'000'000, world.size().bookings());
    for (std::uint64_t at = 0; at < bookings; ++at) {
        const auto payload = world.booking(at);
        scheduling.add(payload, world.decide(payload));
    }
    scheduling.finish();
    std::printf("%zu registration entries, %zu scheduling entries\n", world.heard().size(), world.prepared().size() + bookings);
}
