// Taste is trade, fame and chance; see world.h.
#include "tests/bench/market/world.h"

#include <algorithm>
#include <functional>

#include "tests/bench/market/chance.h"

namespace hoicho::bench {
namespace {

constexpr float topic_worth = 1.5F;    // the same trade, in deviations of taste
constexpr float shared_taste = 0.7F;   // what fits one of the two often fits the other: a demand and a product
constexpr float private_taste = 0.7F;
constexpr float fame_blur = 0.3F;  // fame is public: it errs less, but for everybody alike

std::vector<std::uint32_t> topics_of(std::uint32_t count, std::uint32_t topics, Chance& chance) {
    std::vector<std::uint32_t> out(count);
    for (auto& topic : out) topic = chance.below(topics);
    return out;
}

/// As spread as taste is, so that crowding 0.5 weighs them equally.
std::vector<float> fame_of(std::uint32_t count, Chance& chance) {
    std::vector<float> out(count);
    for (auto& one : out) one = chance.bell();
    return out;
}

/// How well each buyer and exhibitor fit, seen from both sides alike: buyer x exhibitor.
std::vector<float> fits(const Dial& dial, const std::vector<std::uint32_t>& buyer_topics, const std::vector<std::uint32_t>& exhibitor_topics, Chance& chance) {
    std::vector<float> out;
    out.reserve(std::size_t{dial.buyers} * dial.exhibitors);
    for (const auto buyer : buyer_topics)
        for (const auto exhibitor : exhibitor_topics) out.push_back((buyer == exhibitor ? topic_worth : 0.0F) + shared_taste * chance.bell());
    return out;
}

void mark_wishes(View& view, std::uint32_t rows, std::uint32_t wishes, float stated, Chance& chance) {
    view.wants.assign(view.taste.size(), 0);
    view.stated.assign(view.taste.size(), 0);
    for (std::uint32_t row = 0; row < rows; ++row) {
        const auto first = view.taste.begin() + static_cast<std::ptrdiff_t>(view.at(row, 0));
        const float least = largest({first, first + static_cast<std::ptrdiff_t>(view.columns)}, wishes);
        for (std::uint32_t column = 0; column < view.columns; ++column) {
            const auto at = view.at(row, column);
            view.wants[at] = view.taste[at] >= least;
            view.stated[at] = view.wants[at] && chance.uniform() < stated;
        }
    }
}

template <class FitOf>
View view_of(std::uint32_t rows, std::uint32_t columns, FitOf fit_of, std::uint32_t wishes, const Dial& dial, Chance& chance) {
    View view{columns, {}, {}, {}, {}};
    const auto fame = fame_of(columns, chance);
    const auto fame_error = fame_of(columns, chance);
    view.taste.reserve(std::size_t{rows} * columns);
    view.observed.reserve(std::size_t{rows} * columns);
    for (std::uint32_t row = 0; row < rows; ++row)
        for (std::uint32_t column = 0; column < columns; ++column) {
            const float own = fit_of(row, column) + private_taste * chance.bell();
            const float seen = own + dial.blur * chance.bell(), seen_fame = fame[column] + dial.blur * fame_blur * fame_error[column];
            view.taste.push_back((1 - dial.crowding) * own + dial.crowding * fame[column]);
            view.observed.push_back((1 - dial.crowding) * seen + dial.crowding * seen_fame);
        }
    mark_wishes(view, rows, std::min(wishes, columns), dial.stated, chance);
    return view;
}

}  // namespace

float largest(std::vector<float> values, std::size_t count) {
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(std::min(count, values.size()) - 1);
    std::nth_element(values.begin(), at, values.end(), std::greater{});
    return *at;
}

World plant(const Dial& dial) {
    Chance chance{dial.seed};
    const auto buyer_topics = topics_of(dial.buyers, dial.topics, chance);
    const auto exhibitor_topics = topics_of(dial.exhibitors, dial.topics, chance);
    const auto fit = fits(dial, buyer_topics, exhibitor_topics, chance);
    const auto by_buyer = [&](std::uint32_t buyer, std::uint32_t exhibitor) { return fit[std::size_t{buyer} * dial.exhibitors + exhibitor]; };
    const auto by_exhibitor = [&](std::uint32_t exhibitor, std::uint32_t buyer) { return by_buyer(buyer, exhibitor); };
    World world{dial, {}, {}};
    world.buyers = view_of(dial.buyers, dial.exhibitors, by_buyer, dial.buyer_wishes, dial, chance);
    world.exhibitors = view_of(dial.exhibitors, dial.buyers, by_exhibitor, dial.exhibitor_wishes, dial, chance);
    return world;
}

}  // namespace hoicho::bench
