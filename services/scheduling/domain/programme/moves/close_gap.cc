/// Exchanges a meeting of somebody who waits into one of the idle slots.
#include <bit>

#include "scheduling/domain/programme/moves/moves.h"

namespace hoicho::scheduling::programme {
namespace {

constexpr int ends_tried = 3;  ///< Meetings of somebody who waits that are tried for the idle slot.

/// A random slot with the bit set, counting from the first slot of the day.
int random_slot_of(std::uint64_t mask, int first, Random& random) {
    for (int skip = random.below(std::popcount(mask)); skip > 0; --skip) mask &= mask - 1;
    return first + std::countr_zero(mask);
}

/// The idle slots between the first and the last meeting of a day.
std::uint64_t idle_slots_of(std::uint64_t busy) {
    if (busy == 0) return 0;
    const std::uint64_t up_to_last = ~std::uint64_t{0} >> std::countl_zero(busy);
    const std::uint64_t from_first = ~std::uint64_t{0} << std::countr_zero(busy);
    return up_to_last & from_first & ~busy;
}

}  // namespace

bool propose_close_gap(State& state, Random& random, Scratch& scratch, int participant) {
    const Reduced& reduced = state.reduced();
    for (int i = 0, day = random.below(reduced.days); i < reduced.days;
         ++i, day = day + 1 == reduced.days ? 0 : day + 1) {
        const std::uint64_t busy = state.busy(participant, day);
        const std::uint64_t idle = idle_slots_of(busy);
        if (idle == 0) continue;
        const int first = reduced.day_first[static_cast<std::size_t>(day)];
        const int to = random_slot_of(idle, first, random);
        for (int tries = 0; tries < ends_tried; ++tries) {
            int from = first + (random.chance_in_1024(512) ? std::countr_zero(busy)
                                                           : static_cast<int>(std::bit_width(busy)) - 1);
            if (random.chance_in_1024(256)) from = random_slot_of(busy, first, random);
            const auto seats = state.seats(participant, from);
            const int m = seats[static_cast<std::size_t>(random.below(static_cast<int>(seats.size())))];
            if (allows(reduced, m, to)) return propose_exchange(state, random, scratch, m, to);
        }
        return false;
    }
    return false;
}

}  // namespace hoicho::scheduling::programme
