// Each exhibitor holds its best bids in a heap, the lowest on top; see auction.h.
#include "tests/bench/market/auction.h"

#include <algorithm>
#include <deque>
#include <functional>
#include <vector>

#include "matching/domain/market/relaxed.h"

namespace hoicho::bench {
namespace {

using namespace matching::market;

class Auction {
  public:
    Auction(const Graph& graph, std::int32_t step) : graph_{graph}, step_{step}, bids_(graph.size(Side::right)), holds_(graph.size(Side::left)) {}

    Prices run() {
        std::deque<std::uint32_t> waiting;
        for (std::uint32_t buyer = 0; buyer < holds_.size(); ++buyer) waiting.push_back(buyer);
        while (!waiting.empty()) {
            const auto buyer = waiting.front();
            waiting.pop_front();
            while (holds_[buyer].size() < graph_.slots(Side::left)[buyer]) {
                const auto thrown_out = bid(buyer);
                if (thrown_out == nobody) break;
                if (thrown_out != buyer) waiting.push_back(thrown_out);
            }
        }
        return prices();
    }

  private:
    struct Bid {
        std::int32_t price = 0;
        std::uint32_t buyer = 0;
        bool operator>(const Bid& than) const { return price != than.price ? price > than.price : buyer > than.buyer; }
    };
    static constexpr std::uint32_t nobody = ~0U;

    std::int32_t price(std::uint32_t exhibitor) const {
        if (graph_.slots(Side::right)[exhibitor] == 0) return price_max_thousandths;
        return bids_[exhibitor].size() < graph_.slots(Side::right)[exhibitor] ? 0 : bids_[exhibitor].front().price;
    }

    /// Bids for the best that the buyer does not hold. @return who lost the slot, the buyer itself when nobody did, `nobody` when nothing is worth a bid
    std::uint32_t bid(std::uint32_t buyer) {
        std::int32_t best = 0, second = 0;
        std::uint32_t wanted = nobody;
        for (const auto& option : graph_.options(Side::left, buyer)) {
            if (graph_.slots(Side::right)[option.other] == 0) continue;
            if (std::find(holds_[buyer].begin(), holds_[buyer].end(), option.other) != holds_[buyer].end()) continue;
            const auto gain = option.value_thousandths - price(option.other) - step_;
            if (gain > best) {
                second = best;
                best = gain;
                wanted = option.other;
            } else {
                second = std::max(second, gain);
            }
        }
        if (wanted == nobody) return nobody;
        auto& heap = bids_[wanted];
        std::uint32_t loser = buyer;
        const Bid made{price(wanted) + best - second + step_, buyer};
        if (heap.size() == graph_.slots(Side::right)[wanted]) {
            std::pop_heap(heap.begin(), heap.end(), std::greater{});
            loser = heap.back().buyer;
            heap.pop_back();
            std::erase(holds_[loser], wanted);
        }
        heap.push_back(made);
        std::push_heap(heap.begin(), heap.end(), std::greater{});
        holds_[buyer].push_back(wanted);
        return loser;
    }

    Prices prices() const {
        Prices out;
        for (std::uint32_t exhibitor = 0; exhibitor < bids_.size(); ++exhibitor) out.right.push_back(price(exhibitor));
        for (std::uint32_t buyer = 0; buyer < holds_.size(); ++buyer) {
            const bool full = holds_[buyer].size() == graph_.slots(Side::left)[buyer];
            std::int32_t least = full && !holds_[buyer].empty() ? value_max_thousandths : 0;
            for (const auto exhibitor : holds_[buyer]) least = std::min(least, graph_.value(buyer, exhibitor) - out.right[exhibitor]);
            out.left.push_back(std::max(0, least));
        }
        return out;
    }

    const Graph& graph_;
    std::int32_t step_;
    std::vector<std::vector<Bid>> bids_;
    std::vector<std::vector<std::uint32_t>> holds_;
};

}  // namespace

Prices auction_prices(const Graph& graph, std::int32_t step_thousandths) { return Auction{graph, step_thousandths}.run(); }

}  // namespace hoicho::bench
