// The ways of making lists that are compared. All see the same blurred picture, the same stated wishes and the same free slots.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "matching/domain/market/listing.h"
#include "tests/bench/market/play.h"

namespace hoicho::bench {

enum class Way : std::uint8_t { random, popularity, one_sided, short_one_sided, two_sided, auction, priced };
std::string_view name_of(Way way);

struct Tuning {
    std::int32_t softness_thousandths = 25;
    std::int32_t price_weight_thousandths = 1000;
    std::int32_t fill_thousandths = matching::market::fill_usual_thousandths;  ///< for all but random, popularity and one-sided, which fill a page
    std::int32_t auction_step_thousandths = 10;
};

/// The market as a platform sees it: pairs that nobody tried yet, worth the chance that both want it.
matching::market::Graph graph_of(const World& world, const Known& known);

/// `cpu_seconds` of this thread are added up by every call, from the observed picture to the lists.
Listing listing_of(Way way, const Tuning& tuning, double& cpu_seconds, int& price_rounds);

}  // namespace hoicho::bench
