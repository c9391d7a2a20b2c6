// The most meetings that both sides truly want and have slots for: a maximum flow over true wishes, so nobody can do better.
#pragma once

#include <cstdint>
#include <vector>

namespace hoicho::bench {

struct Assignment {
    std::vector<std::vector<bool>> met;  ///< of each buyer, in the order of its partners
    std::vector<std::uint32_t> buyer_free;
    std::vector<std::uint32_t> exhibitor_free;
    std::uint64_t meetings = 0;
};

/// @param partners  of each buyer, the exhibitors with whom both sides want to meet
Assignment most_meetings(const std::vector<std::vector<std::uint32_t>>& partners, const std::vector<std::uint32_t>& buyer_slots,
                         const std::vector<std::uint32_t>& exhibitor_slots);

}  // namespace hoicho::bench
