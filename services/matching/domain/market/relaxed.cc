// Powers of exp(-1/softness) by multiplication in fixed point: no library function, whose last bit differs between machines; see relaxed.h.
#include "matching/domain/market/relaxed.h"

#include <algorithm>

#include "matching/domain/market/graph.h"

namespace hoicho::matching::market {
namespace {

constexpr int point_bits = 31;  // products of two stay within 62 bits
constexpr std::uint64_t one = std::uint64_t{1} << point_bits;

/// exp(-1/softness) by its series: ten terms are exact to the last bit also at softness 1.
std::uint64_t decay(std::uint64_t softness) {
    constexpr std::uint64_t terms = 14;
    std::uint64_t sum = one, term = one;
    bool add = false;
    for (std::uint64_t n = 1; n <= terms; ++n, add = !add) {
        term /= n * softness;
        sum = add ? sum + term : sum - term;
    }
    return sum;
}

}  // namespace

Relaxed::Relaxed(std::int32_t softness_thousandths) {
    const auto softness = static_cast<std::uint64_t>(std::clamp(softness_thousandths, 1, softness_max_thousandths));
    const auto ratio = decay(softness);
    const std::int32_t low = -2 * price_max_thousandths;
    table_.resize(static_cast<std::size_t>(value_max_thousandths - low) + 1);
    std::uint64_t power = one;  // exp(-distance / softness)
    for (std::int32_t distance = 0; distance <= -low; ++distance) {
        const auto below = static_cast<std::uint32_t>(power * one_meeting / (one + power));
        table_[static_cast<std::size_t>(-distance - low)] = below;
        if (distance <= value_max_thousandths) table_[static_cast<std::size_t>(distance - low)] = one_meeting - below;
        power = power * ratio >> point_bits;
    }
}

}  // namespace hoicho::matching::market
