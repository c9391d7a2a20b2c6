// A sorted list is memory enough; see met_before.h.
#include "matching/domain/market/met_before.h"

#include <algorithm>
#include <tuple>

namespace hoicho::matching::market {
namespace {

auto key_of(const Held& held) { return std::tuple{held.buyer, held.exhibitor, held.fair}; }

}  // namespace

MetBefore::MetBefore(std::vector<Held> held) : held_{std::move(held)} {
    std::sort(held_.begin(), held_.end(), [](const Held& left, const Held& right) { return key_of(left) < key_of(right); });
    held_.erase(std::unique(held_.begin(), held_.end()), held_.end());
}

bool MetBefore::before(std::uint32_t fair, std::uint32_t buyer, std::uint32_t exhibitor) const {
    const Held first{0, buyer, exhibitor};
    auto at = std::lower_bound(held_.begin(), held_.end(), first, [](const Held& left, const Held& right) { return key_of(left) < key_of(right); });
    for (; at != held_.end() && at->buyer == buyer && at->exhibitor == exhibitor; ++at)
        if (at->fair != fair) return true;
    return false;
}

}  // namespace hoicho::matching::market
