// A sum and a sort; see listing.h.
#include "matching/domain/market/listing.h"

#include <algorithm>
#include <tuple>

namespace hoicho::matching::market {
namespace {

std::int32_t at(const std::vector<std::int32_t>& corrections, std::uint32_t place) { return place < corrections.size() ? corrections[place] : 0; }

/// How many from the front are worth `wanted` together, at most `count`.
std::size_t enough(const std::vector<Listed>& list, std::size_t count, std::int64_t wanted) {
    std::int64_t sum = 0;
    std::size_t length = 0;
    while (length < count && sum < wanted) sum += list[length++].value_thousandths;
    return length;
}

}  // namespace

std::vector<Listed> list_for(const Graph& graph, const Prices& prices, Side side, std::uint32_t place, const Corrections& corrections,
                             const ListSettings& settings) {
    const auto weight = std::clamp(settings.price_weight_thousandths, 0, price_weight_full_thousandths);
    const auto& costs = prices.of(other(side));
    const auto& slots = graph.slots(other(side));
    std::vector<Listed> list;
    list.reserve(graph.options(side, place).size());
    for (const auto& option : graph.options(side, place)) {
        if (slots[option.other] == 0) continue;
        Listed one{option.other, option.value_thousandths, costs[option.other] * weight / price_weight_full_thousandths,
                   at(corrections.lift_thousandths, option.other), at(corrections.feedback_thousandths, option.other), 0};
        one.score_thousandths = one.value_thousandths - one.price_thousandths + one.lift_thousandths + one.feedback_thousandths;
        list.push_back(one);
    }
    const auto count = std::min(settings.top, list.size());
    const auto key = [place](const Listed& one) { return std::tuple{-one.score_thousandths, -one.value_thousandths, draw(place, one.other), one.other}; };
    std::partial_sort(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(count), list.end(),
                      [&](const Listed& one, const Listed& two) { return key(one) < key(two); });
    list.resize(settings.fill_thousandths == fill_unbounded ? count : enough(list, count, std::int64_t{graph.slots(side)[place]} * settings.fill_thousandths));
    return list;
}

}  // namespace hoicho::matching::market
