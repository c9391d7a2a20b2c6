// Dinic's blocking flows on buyers with free slots -> pairs -> exhibitors with free slots; see oracle.h.
#include "tests/bench/market/oracle.h"

#include <algorithm>
#include <limits>

namespace hoicho::bench {
namespace {

constexpr auto unreached = std::numeric_limits<std::uint32_t>::max();

class Flow {
  public:
    Flow(const std::vector<std::vector<std::uint32_t>>& partners, std::vector<std::uint32_t> buyers, std::vector<std::uint32_t> exhibitors)
        : partners_{partners}, buyer_free_{std::move(buyers)}, exhibitor_free_{std::move(exhibitors)}, met_(partners.size()), back_(exhibitor_free_.size()) {
        for (std::uint32_t buyer = 0; buyer < partners.size(); ++buyer) {
            met_[buyer].assign(partners[buyer].size(), false);
            for (std::uint32_t at = 0; at < partners[buyer].size(); ++at) back_[partners[buyer][at]].push_back({buyer, at});
        }
    }

    Assignment run() {
        std::uint64_t total = 0;
        while (layer()) {
            next_buyer_.assign(partners_.size(), 0);
            next_exhibitor_.assign(back_.size(), 0);
            for (std::uint32_t buyer = 0; buyer < partners_.size(); ++buyer)
                while (buyer_free_[buyer] > 0 && from_buyer(buyer)) {
                    --buyer_free_[buyer];
                    ++total;
                }
        }
        return {std::move(met_), std::move(buyer_free_), std::move(exhibitor_free_), total};
    }

  private:
    struct Back {
        std::uint32_t buyer = 0;
        std::uint32_t at = 0;
    };

    /// Breadth first from buyers with free slots; true when an exhibitor with a free slot is reached.
    bool layer() {
        buyer_level_.assign(partners_.size(), unreached);
        exhibitor_level_.assign(back_.size(), unreached);
        std::vector<std::uint32_t> buyers, exhibitors;
        for (std::uint32_t buyer = 0; buyer < partners_.size(); ++buyer)
            if (buyer_free_[buyer] > 0) buyer_level_[buyer] = 0, buyers.push_back(buyer);
        bool reached = false;
        for (std::uint32_t level = 1; !buyers.empty() && !reached; level += 2) {
            exhibitors.clear();
            for (const auto buyer : buyers)
                for (std::uint32_t at = 0; at < partners_[buyer].size(); ++at) {
                    const auto exhibitor = partners_[buyer][at];
                    if (met_[buyer][at] || exhibitor_level_[exhibitor] != unreached) continue;
                    exhibitor_level_[exhibitor] = level;
                    exhibitors.push_back(exhibitor);
                    reached |= exhibitor_free_[exhibitor] > 0;
                }
            buyers.clear();
            for (const auto exhibitor : exhibitors)
                for (const auto& [buyer, at] : back_[exhibitor])
                    if (met_[buyer][at] && buyer_level_[buyer] == unreached) buyer_level_[buyer] = level + 1, buyers.push_back(buyer);
        }
        return reached;
    }

    bool from_buyer(std::uint32_t buyer) {
        for (auto& at = next_buyer_[buyer]; at < partners_[buyer].size(); ++at) {
            const auto exhibitor = partners_[buyer][at];
            if (met_[buyer][at] || exhibitor_level_[exhibitor] != buyer_level_[buyer] + 1) continue;
            if (!from_exhibitor(exhibitor)) continue;
            met_[buyer][at] = true;
            return true;
        }
        return false;
    }

    bool from_exhibitor(std::uint32_t exhibitor) {
        if (exhibitor_free_[exhibitor] > 0) return --exhibitor_free_[exhibitor], true;
        for (auto& next = next_exhibitor_[exhibitor]; next < back_[exhibitor].size(); ++next) {
            const auto [buyer, at] = back_[exhibitor][next];
            if (!met_[buyer][at] || buyer_level_[buyer] != exhibitor_level_[exhibitor] + 1 || !from_buyer(buyer)) continue;
            met_[buyer][at] = false;
            return true;
        }
        return false;
    }

    const std::vector<std::vector<std::uint32_t>>& partners_;
    std::vector<std::uint32_t> buyer_free_, exhibitor_free_;
    std::vector<std::vector<bool>> met_;
    std::vector<std::vector<Back>> back_;
    std::vector<std::uint32_t> buyer_level_, exhibitor_level_, next_buyer_, next_exhibitor_;
};

}  // namespace

Assignment most_meetings(const std::vector<std::vector<std::uint32_t>>& partners, const std::vector<std::uint32_t>& buyer_slots,
                         const std::vector<std::uint32_t>& exhibitor_slots) {
    return Flow{partners, buyer_slots, exhibitor_slots}.run();
}

}  // namespace hoicho::bench
