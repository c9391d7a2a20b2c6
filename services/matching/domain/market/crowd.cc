// Counts first choices and looks for room; see crowd.h.
#include "matching/domain/market/crowd.h"

#include <algorithm>
#include <tuple>

namespace hoicho::matching::market {
namespace {

/// Order of one reader's options.
auto better_for(std::uint32_t place) {
    return [place](const Option& one, const Option& two) {
        return std::tuple{-one.value_thousandths, draw(place, one.other), one.other} < std::tuple{-two.value_thousandths, draw(place, two.other), two.other};
    };
}

}  // namespace

std::vector<std::uint32_t> asked_by(const Graph& graph, Side side) {
    std::vector<std::uint32_t> asked(graph.size(side), 0);
    std::vector<Option> best;
    for (std::uint32_t place = 0; place < graph.size(other(side)); ++place) {
        const auto options = graph.options(other(side), place);
        best.assign(options.begin(), options.end());
        std::erase_if(best, [&](const Option& option) { return graph.slots(side)[option.other] == 0; });
        const auto count = std::min<std::size_t>(graph.slots(other(side))[place], best.size());
        if (count < best.size()) std::nth_element(best.begin(), best.begin() + static_cast<std::ptrdiff_t>(count), best.end(), better_for(place));
        for (std::size_t at = 0; at < count; ++at) ++asked[best[at].other];
    }
    return asked;
}

Crowd crowd(const Graph& graph, const Prices& prices, const std::vector<std::uint32_t>& asked, Side side, std::uint32_t place, std::uint32_t looked_at) {
    const auto& slots = graph.slots(other(side));
    Crowd told{asked[looked_at], slots[looked_at], {}};
    if (!told.over_asked()) return told;
    const auto value = side == Side::left ? graph.value(place, looked_at) : graph.value(looked_at, place);
    if (value == 0) return told;  // the two are not joined: nothing to hold others against
    std::vector<Option> free;
    for (const auto& option : graph.options(side, place)) {
        const bool fits = option.value_thousandths >= value * fit_share_min_thousandths / 1000;
        const bool room = slots[option.other] > 0 && asked[option.other] <= slots[option.other] && prices.of(other(side))[option.other] == 0;
        if (fits && room && option.other != looked_at) free.push_back(option);
    }
    std::sort(free.begin(), free.end(), better_for(place));
    if (free.size() > alternatives_max) free.resize(alternatives_max);
    for (const auto& option : free) told.alternatives.push_back(option.other);
    return told;
}

Sentence crowd_sentence(const Crowd& crowd, const std::vector<std::string>& names) {
    if (!crowd.over_asked()) return {};
    Sentence said{"Có " + std::to_string(crowd.asked) + " nơi muốn gặp mà chỉ có " + std::to_string(crowd.slots) + " lượt",
                  "asked by " + std::to_string(crowd.asked) + " for " + std::to_string(crowd.slots) + (crowd.slots == 1 ? " slot" : " slots")};
    if (names.empty()) return said;
    std::string listed;
    for (const auto& name : names) listed.append(listed.empty() ? "" : ", ").append(name);
    const bool one = names.size() == 1;
    said.vi += "; " + (one ? std::string{"nơi này"} : std::to_string(names.size()) + " nơi này") + " còn lượt và phù hợp: " + listed;
    said.en += "; " + (one ? std::string{"this one is"} : "these " + std::to_string(names.size()) + " are") + " free and " + (one ? "fits: " : "fit: ") + listed;
    return said;
}

}  // namespace hoicho::matching::market
