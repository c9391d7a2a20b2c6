// How fast bookings are decided and folded on one core, on the real schema: `fold [BOOKINGS]`, a million by default.
#include <time.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include "tests/bench/decide/booking_world.h"

namespace {

/// Processor time of this thread: what a core would need, whoever else runs.
double cpu_s() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

void print(const char* what, std::size_t count, double began_s) {
    const double seconds = cpu_s() - began_s;
    std::printf("%-34s %8zu in %6.2f CPU s  %10.0f /s\n", what, count, seconds, static_cast<double>(count) / seconds);
}

}  // namespace

int main(int argc, char** argv) {
    hoicho::bench::BookingWorld world{{}};
    const auto bookings = std::min<std::size_t>(argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 1'000'000, world.size().bookings());
    std::vector<std::string> journal;
    journal.reserve(bookings);
    auto began = cpu_s();
    for (std::size_t at = 0; at < bookings; ++at) {
        const auto entry = world.decide(world.booking(at));
        if (!entry.has_accepted()) return std::fprintf(stderr, "booking %zu: %s\n", at, entry.ShortDebugString().c_str()), 1;
        journal.push_back(entry.SerializeAsString());
    }
    print("decide, evolve, encode, confirm", bookings, began);
    for (const bool stored : {false, false, false, true, true, true}) {  // three of each: the first pays for memory the process never had
        auto ledger = world.ledger_before_bookings();
        ledger->partition().tracking().set_stored(stored);
        auto offset = ledger->position(hoicho::SERVICE_SCHEDULING).next_offset;
        hoicho::EntryView entry;
        began = cpu_s();
        for (const auto& bytes : journal) {
            if (!entry.read(bytes)) return 1;
            if (ledger->fold(hoicho::SERVICE_SCHEDULING, offset++, world.organiser, entry) != hoicho::Verdict::folded) return 1;
        }
        print(stored ? "read and fold, rows noted to store" : "read and fold", bookings, began);
        if (ledger->digest() != world.ledger().digest()) return std::fprintf(stderr, "digests differ\n"), 1;
    }
    std::printf("bytes an entry: %zu\n", journal.back().size());
}
