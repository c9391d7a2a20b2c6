// How people use their lists: they read so far, ask whom they truly want, and the asked say yes to whom they truly want, while slots last.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "tests/bench/market/world.h"

namespace hoicho::bench {

/// What is known after the evenings so far, to people and platform alike.
struct Known {
    std::vector<std::uint32_t> buyer_free;
    std::vector<std::uint32_t> exhibitor_free;
    std::vector<std::uint8_t> tried;  ///< buyer x exhibitor: was read, asked or answered by one of them and is not offered again
};

/// A list for each buyer or for each exhibitor, best first.
using Lists = std::vector<std::vector<std::uint32_t>>;
/// Lists are live: each side's are made when that side reads, by what is known then.
using Listing = std::function<Lists(const World&, const Known&, bool for_buyers)>;

struct Outcome {
    std::uint64_t meetings = 0;
    std::int32_t exposure_gini_thousandths = 0;  ///< of how often each exhibitor stood in a buyer's list, first evening
    std::uint32_t envious_thousandths = 0;       ///< buyers with a better partner who also wants them better than somebody it meets
    std::uint32_t unserved_thousandths = 0;      ///< exhibitors without any meeting
};

Outcome play(const World& world, const Listing& listing);

/// Pairs that both sides truly want, of each buyer.
std::vector<std::vector<std::uint32_t>> true_partners(const World& world);

}  // namespace hoicho::bench
