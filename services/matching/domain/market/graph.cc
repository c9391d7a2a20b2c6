// Two sorted halves of the same pairs; see graph.h.
#include "matching/domain/market/graph.h"

#include <algorithm>
#include <tuple>

namespace hoicho::matching::market {
namespace {

bool counts(const Edge& edge, std::size_t left_size, std::size_t right_size) {
    return edge.left < left_size && edge.right < right_size && edge.value_thousandths > 0 && edge.value_thousandths <= value_max_thousandths;
}

/// By pair, the higher value first, so that `unique` keeps it.
void sort_by_pair(std::vector<Edge>& edges) {
    std::sort(edges.begin(), edges.end(), [](const Edge& one, const Edge& two) {
        return std::tuple{one.left, one.right, two.value_thousandths} < std::tuple{two.left, two.right, one.value_thousandths};
    });
    const auto same = [](const Edge& one, const Edge& two) { return one.left == two.left && one.right == two.right; };
    edges.erase(std::unique(edges.begin(), edges.end(), same), edges.end());
}

/// Positions in `edges` of each place's pairs; within a place they keep the order of `edges`.
template <class PlaceOf>
std::vector<std::size_t> starts(const std::vector<Edge>& edges, std::size_t places, PlaceOf place_of) {
    std::vector<std::size_t> begin(places + 1, 0);
    for (const auto& edge : edges) ++begin[place_of(edge) + 1];
    for (std::size_t place = 0; place < places; ++place) begin[place + 1] += begin[place];
    return begin;
}

template <class PlaceOf, class OtherOf>
void mark_best(const std::vector<Edge>& edges, std::size_t places, std::size_t most, PlaceOf place_of, OtherOf other_of, std::vector<bool>& kept) {
    const auto begin = starts(edges, places, place_of);
    std::vector<std::size_t> of_place(edges.size());
    auto next = begin;
    for (std::size_t at = 0; at < edges.size(); ++at) of_place[next[place_of(edges[at])]++] = at;
    for (std::size_t place = 0; place < places; ++place) {
        const auto first = of_place.begin() + static_cast<std::ptrdiff_t>(begin[place]);
        const auto last = of_place.begin() + static_cast<std::ptrdiff_t>(begin[place + 1]);
        const auto count = std::min(most, begin[place + 1] - begin[place]);
        const auto key = [&](const Edge& edge) { return std::tuple{-edge.value_thousandths, draw(place_of(edge), other_of(edge)), other_of(edge)}; };
        const auto better = [&](std::size_t one, std::size_t two) {
            return key(edges[one]) < key(edges[two]);
        };
        if (count < begin[place + 1] - begin[place]) std::nth_element(first, first + static_cast<std::ptrdiff_t>(count), last, better);
        for (auto at = first; at != first + static_cast<std::ptrdiff_t>(count); ++at) kept[*at] = true;
    }
}

constexpr auto left_of = [](const Edge& edge) { return edge.left; };
constexpr auto right_of = [](const Edge& edge) { return edge.right; };

}  // namespace

std::vector<Edge> strongest(std::vector<Edge> edges, std::size_t left_size, std::size_t right_size, std::size_t most) {
    std::erase_if(edges, [&](const Edge& edge) { return !counts(edge, left_size, right_size); });
    sort_by_pair(edges);
    std::vector<bool> kept(edges.size(), false);
    mark_best(edges, left_size, most, left_of, right_of, kept);
    mark_best(edges, right_size, most, right_of, left_of, kept);
    std::size_t to = 0;
    for (std::size_t at = 0; at < edges.size(); ++at)
        if (kept[at]) edges[to++] = edges[at];
    edges.resize(to);
    return edges;
}

Graph::Graph(std::vector<std::uint32_t> left_slots, std::vector<std::uint32_t> right_slots, std::vector<Edge> edges) {
    left_.slots = std::move(left_slots);
    right_.slots = std::move(right_slots);
    std::erase_if(edges, [&](const Edge& edge) { return !counts(edge, left_.slots.size(), right_.slots.size()); });
    sort_by_pair(edges);
    left_.begin = starts(edges, left_.slots.size(), left_of);
    right_.begin = starts(edges, right_.slots.size(), right_of);
    left_.options.resize(edges.size());
    right_.options.resize(edges.size());
    auto next = right_.begin;
    for (std::size_t at = 0; at < edges.size(); ++at) {
        left_.options[at] = {edges[at].right, edges[at].value_thousandths};
        right_.options[next[edges[at].right]++] = {edges[at].left, edges[at].value_thousandths};
    }
}

std::span<const Option> Graph::options(Side side, std::uint32_t place) const {
    const auto& from = half(side);
    return {from.options.data() + from.begin[place], from.begin[place + 1] - from.begin[place]};
}

std::int32_t Graph::value(std::uint32_t left, std::uint32_t right) const {
    if (left >= left_.slots.size()) return 0;
    const auto mine = options(Side::left, left);
    const auto at = std::lower_bound(mine.begin(), mine.end(), right, [](const Option& option, std::uint32_t place) { return option.other < place; });
    return at != mine.end() && at->other == right ? at->value_thousandths : 0;
}

}  // namespace hoicho::matching::market
