// The work of 10,000 bookings under callgrind: decide + evolve + encode + parse + fold. Run by tests/bench/instructions.
#include "tests/bench/decide/booking_world.h"

namespace hoicho::bench {

/// Collected by name: --toggle-collect.
[[gnu::noinline]] bool measured(BookingWorld& world, Ledger& reader, std::uint64_t from, std::uint64_t to) {
    auto offset = reader.position(SERVICE_SCHEDULING).next_offset;
    for (auto at = from; at < to; ++at) {
        const auto bytes = world.decide(world.booking(at)).SerializeAsString();
        journal::v1::Entry entry;
        if (!entry.ParseFromString(bytes) || !entry.has_accepted()) return false;
        if (reader.fold(SERVICE_SCHEDULING, offset++, BookingWorld::organiser, entry) != Verdict::folded) return false;
    }
    return true;
}

}  // namespace hoicho::bench

int main() {
    hoicho::bench::BookingWorld world{{.fairs = 4, .slots = 50, .places = 60}};
    auto reader = world.ledger_before_bookings();
    constexpr std::uint64_t bookings = 10'000;
    return hoicho::bench::measured(world, *reader, 0, bookings) ? 0 : 1;
}
