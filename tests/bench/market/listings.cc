// Each way is an order of the same pairs; see listings.h.
#include "tests/bench/market/listings.h"

#include <algorithm>
#include <ctime>
#include <tuple>

#include "matching/domain/market/listing.h"
#include "matching/domain/market/value.h"
#include "tests/bench/market/auction.h"
#include "tests/bench/market/chance.h"

namespace hoicho::bench {
namespace {

using namespace matching::market;

double cpu_now() {
    std::timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

constexpr float spread_of_blur = 0.6F;  // a bell of deviation 1 is nearest to a logistic curve of spread 0.6

/// How much each row seems to want each column, 0..1000. The ranking's scale is known as answers of earlier fairs would teach it: the score at which
/// half are wanted, and how far observation errs.
std::vector<std::uint16_t> desires(const World& world, const View& view, std::uint32_t rows, std::uint32_t wishes) {
    std::vector<std::uint16_t> out(view.observed.size());
    const auto spread = std::max(10, static_cast<std::int32_t>((1 - world.dial.crowding) * world.dial.blur * spread_of_blur * 1000));
    for (std::uint32_t row = 0; row < rows; ++row) {
        const auto first = view.observed.begin() + static_cast<std::ptrdiff_t>(view.at(row, 0));
        const auto even_at = static_cast<std::int32_t>(largest({first, first + static_cast<std::ptrdiff_t>(view.columns)}, wishes) * 1000);
        for (std::uint32_t column = 0; column < view.columns; ++column) {
            const auto at = view.at(row, column);
            const auto chance = chance_of(static_cast<std::int32_t>(view.observed[at] * 1000), even_at, spread);
            out[at] = static_cast<std::uint16_t>(desire(view.stated[at] ? Wish::want : Wish::none, chance));
        }
    }
    return out;
}

struct Picture {
    std::vector<std::uint16_t> buyers;      ///< of a buyer for an exhibitor
    std::vector<std::uint16_t> exhibitors;  ///< of an exhibitor for a buyer
};

Picture picture_of(const World& world) {
    return {desires(world, world.buyers, world.dial.buyers, world.dial.buyer_wishes),
            desires(world, world.exhibitors, world.dial.exhibitors, world.dial.exhibitor_wishes)};
}

struct Scored {
    float score = 0;
    std::uint32_t other = 0;
};

/// The best of a row by `score`, 0..1000, among those that were not tried and have a slot: until they fill its slots, or as far as it looks.
template <class Score>
std::vector<std::uint32_t> best(const World& world, const Known& known, std::int32_t fill, bool buyer, std::uint32_t row, Score score) {
    const auto slots = (buyer ? known.buyer_free : known.exhibitor_free)[row];
    const auto& free = buyer ? known.exhibitor_free : known.buyer_free;
    std::vector<Scored> all;
    for (std::uint32_t column = 0; column < free.size(); ++column) {
        const auto pair = buyer ? world.buyers.at(row, column) : world.buyers.at(column, row);
        if (free[column] > 0 && !known.tried[pair]) all.push_back({score(row, column), column});
    }
    const auto count = std::min<std::size_t>(world.dial.looks(buyer), all.size());
    std::partial_sort(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count), all.end(),
                      [](const Scored& one, const Scored& two) { return std::tuple{-one.score, one.other} < std::tuple{-two.score, two.other}; });
    std::vector<std::uint32_t> out;
    float sum = 0;
    for (std::size_t at = 0; at < count && (fill == fill_unbounded || sum < static_cast<float>(slots * fill)); ++at) {
        out.push_back(all[at].other);
        sum += all[at].score;
    }
    return out;
}

template <class BuyerScore, class ExhibitorScore>
Lists all_best(const World& world, const Known& known, std::int32_t fill, bool for_buyers, BuyerScore buyer_score, ExhibitorScore exhibitor_score) {
    Lists lists;
    const auto rows = for_buyers ? world.dial.buyers : world.dial.exhibitors;
    for (std::uint32_t row = 0; row < rows; ++row)
        lists.push_back(for_buyers ? best(world, known, fill, true, row, buyer_score) : best(world, known, fill, false, row, exhibitor_score));
    return lists;
}

std::vector<float> sums_of_columns(const std::vector<std::uint16_t>& desires, std::size_t columns) {
    std::vector<float> sums(columns, 0);
    for (std::size_t at = 0; at < desires.size(); ++at) sums[at % columns] += desires[at];
    return sums;
}

Lists simple(Way way, const World& world, const Known& known, bool for_buyers, const Picture& picture, std::int32_t usual_fill) {
    const auto fill = way == Way::one_sided || way == Way::popularity || way == Way::random ? fill_unbounded : usual_fill;
    const auto mine = [&](std::uint32_t row, std::uint32_t column) -> float { return picture.buyers[world.buyers.at(row, column)]; };
    const auto theirs = [&](std::uint32_t row, std::uint32_t column) -> float { return picture.exhibitors[world.exhibitors.at(row, column)]; };
    if (way == Way::one_sided || way == Way::short_one_sided) return all_best(world, known, fill, for_buyers, mine, theirs);
    if (way == Way::two_sided)
        return all_best(world, known, fill, for_buyers, [&](auto row, auto column) { return mine(row, column) * theirs(column, row) / 1000; },
                        [&](auto row, auto column) { return mine(column, row) * theirs(row, column) / 1000; });
    if (way == Way::popularity) {
        const auto exhibitors = sums_of_columns(picture.buyers, world.dial.exhibitors);
        const auto buyers = sums_of_columns(picture.exhibitors, world.dial.buyers);
        return all_best(world, known, fill, for_buyers, [&](auto, auto column) { return exhibitors[column]; }, [&](auto, auto column) { return buyers[column]; });
    }
    Chance chance{world.dial.seed + 77};
    const auto any = [&](auto, auto) { return chance.uniform(); };
    return all_best(world, known, fill, for_buyers, any, any);
}

Graph graph_of(const World& world, const Known& known, const Picture& picture) {
    std::vector<Edge> edges;
    for (std::uint32_t buyer = 0; buyer < world.dial.buyers; ++buyer)
        for (std::uint32_t one = 0; one < world.dial.exhibitors; ++one) {
            const auto at = world.buyers.at(buyer, one);
            const std::int32_t mine = picture.buyers[at], theirs = picture.exhibitors[world.exhibitors.at(one, buyer)];
            const auto value = mine == 0 || theirs == 0 ? 0 : std::max(1, mine * theirs / certain_thousandths);
            if (value > 0 && !known.tried[at]) edges.push_back({buyer, one, value});
        }
    return {known.buyer_free, known.exhibitor_free, strongest(std::move(edges), world.dial.buyers, world.dial.exhibitors)};
}

std::vector<std::uint32_t> others(const std::vector<Listed>& list) {
    std::vector<std::uint32_t> out;
    for (const auto& one : list) out.push_back(one.other);
    return out;
}

Lists market_lists(Way way, const World& world, const Known& known, bool for_buyers, const Picture& picture, const Tuning& tuning, int& price_rounds) {
    const auto graph = graph_of(world, known, picture);
    const auto paid = way == Way::auction ? auction_prices(graph, tuning.auction_step_thousandths) : prices(graph, {tuning.softness_thousandths, rounds_max});
    price_rounds = std::max(price_rounds, paid.rounds);
    const ListSettings settings{tuning.price_weight_thousandths, tuning.fill_thousandths, world.dial.looks(for_buyers)};
    Lists lists;
    const auto side = for_buyers ? Side::left : Side::right;
    for (std::uint32_t row = 0; row < graph.size(side); ++row) lists.push_back(others(list_for(graph, paid, side, row, {}, settings)));
    return lists;
}

}  // namespace

Graph graph_of(const World& world, const Known& known) { return graph_of(world, known, picture_of(world)); }

std::string_view name_of(Way way) {
    switch (way) {
        case Way::random: return "random";
        case Way::popularity: return "popularity";
        case Way::one_sided: return "one-sided";
        case Way::short_one_sided: return "one-sided, short";
        case Way::two_sided: return "two-sided";
        case Way::auction: return "auction";
        case Way::priced: return "priced";
    }
    return "";
}

Listing listing_of(Way way, const Tuning& tuning, double& cpu_seconds, int& price_rounds) {
    return [way, tuning, &cpu_seconds, &price_rounds](const World& world, const Known& known, bool for_buyers) {
        const auto started = cpu_now();
        const auto picture = picture_of(world);
        auto lists = way == Way::auction || way == Way::priced ? market_lists(way, world, known, for_buyers, picture, tuning, price_rounds) : simple(way, world, known, for_buyers, picture, tuning.fill_thousandths);
        cpu_seconds += cpu_now() - started;
        return lists;
    };
}

}  // namespace hoicho::bench
