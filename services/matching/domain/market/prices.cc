// One side at a time, each participant by bisection from where it stood; see prices.h.
#include "matching/domain/market/prices.h"

#include <algorithm>

#include "matching/domain/market/relaxed.h"

namespace hoicho::matching::market {
namespace {

class Scaling {
  public:
    Scaling(const Graph& graph, const PriceSettings& settings) : graph_{graph}, relaxed_{settings.softness_thousandths} {
        prices_.left.assign(graph.size(Side::left), 0);
        prices_.right.assign(graph.size(Side::right), 0);
    }

    Prices run(int rounds) {
        for (prices_.rounds = 0; prices_.rounds < rounds; ++prices_.rounds) {
            const bool left_moved = settle(Side::left);
            if (!settle(Side::right) && !left_moved) break;
        }
        return std::move(prices_);
    }

  private:
    std::vector<std::int32_t>& of(Side side) { return side == Side::left ? prices_.left : prices_.right; }

    bool settle(Side side) {
        bool moved = false;
        auto& mine = of(side);
        const auto& theirs = of(other(side));
        for (std::uint32_t place = 0; place < mine.size(); ++place) {
            const auto price = smallest(graph_.options(side, place), theirs, graph_.slots(side)[place], mine[place]);
            moved |= price != mine[place];
            mine[place] = price;
        }
        return moved;
    }

    bool fits(std::span<const Option> options, const std::vector<std::int32_t>& theirs, std::uint64_t room, std::int32_t price) const {
        std::uint64_t load = 0;
        for (const auto& option : options) load += relaxed_.chance(option.value_thousandths - theirs[option.other] - price);
        return load <= room;
    }

    /// The smallest price that fits, searched in growing steps from `start`: prices move little after the first rounds.
    std::int32_t smallest(std::span<const Option> options, const std::vector<std::int32_t>& theirs, std::uint32_t slots, std::int32_t start) const {
        if (slots == 0) return price_max_thousandths;
        const auto room = std::uint64_t{slots} * one_meeting;
        std::int32_t low = -1, high = price_max_thousandths;  // low does not fit, high does
        for (std::int32_t at = start, step = 1; low + 1 < high; step *= 4) {
            const bool fitted = fits(options, theirs, room, at);
            (fitted ? high : low) = at;
            const auto next = fitted ? at - step : at + step;
            if (next <= low || next >= high) break;
            at = next;
        }
        while (low + 1 < high) {
            const auto middle = low + (high - low) / 2;
            (fits(options, theirs, room, middle) ? high : low) = middle;
        }
        return high;
    }

    const Graph& graph_;
    Relaxed relaxed_;
    Prices prices_;
};

}  // namespace

Prices prices(const Graph& graph, const PriceSettings& settings) {
    return Scaling{graph, settings}.run(std::clamp(settings.rounds, 1, rounds_max));
}

std::int64_t expected_load_thousandths(const Graph& graph, const Prices& prices, const PriceSettings& settings, Side side, std::uint32_t place) {
    const Relaxed relaxed{settings.softness_thousandths};
    std::int64_t load = 0;
    for (const auto& option : graph.options(side, place))
        load += relaxed.chance(option.value_thousandths - prices.of(side)[place] - prices.of(other(side))[option.other]);
    return load * 1000 / one_meeting;
}

}  // namespace hoicho::matching::market
