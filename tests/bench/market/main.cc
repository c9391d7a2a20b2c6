// Prints how many meetings that both sides want each way of listing brings about, as crowding grows.
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "tests/bench/market/lift.h"
#include "tests/bench/market/listings.h"
#include "tests/bench/market/oracle.h"

namespace hoicho::bench {
namespace {

struct Options {
    Dial dial;
    Tuning tuning;
    std::vector<float> crowdings{0.0F, 0.25F, 0.5F, 0.75F, 0.9F};
    std::uint32_t seeds = 3;
    bool market_only = false;
    bool lift = false;
};

int usage() {
    std::fputs("hoicho_bench_market [--buyers N] [--exhibitors N] [--buyer-slots N] [--exhibitor-slots N] [--buyer-wishes N] [--exhibitor-wishes N]\n"
               "    [--crowding 0..1] [--blur F] [--stated 0..1] [--looks N a slot] [--rounds N] [--waiting 0|1] [--seeds N] [--softness N] [--weight N] [--fill N] [--market-only 1] [--lift 1]\n", stderr);
    return 2;
}

bool take(Options& options, std::string_view name, const char* text) {
    auto& dial = options.dial;
    const auto number = static_cast<std::uint32_t>(std::strtoul(text, nullptr, 10));
    const auto real = std::strtof(text, nullptr);
    if (name == "--buyers") return dial.buyers = number, number > 0;
    if (name == "--exhibitors") return dial.exhibitors = number, number > 0;
    if (name == "--buyer-slots") return dial.buyer_slots = number, true;
    if (name == "--exhibitor-slots") return dial.exhibitor_slots = number, true;
    if (name == "--buyer-wishes") return dial.buyer_wishes = number, number > 1;
    if (name == "--exhibitor-wishes") return dial.exhibitor_wishes = number, number > 1;
    if (name == "--crowding") return options.crowdings = {real}, real >= 0 && real <= 1;
    if (name == "--blur") return dial.blur = real, real >= 0;
    if (name == "--stated") return dial.stated = real, real >= 0 && real <= 1;
    if (name == "--looks") return dial.looks_a_slot = number, number > 0;
    if (name == "--waiting") return dial.waiting = number != 0, true;
    if (name == "--rounds") return dial.rounds = number, number > 0;
    if (name == "--seeds") return options.seeds = number, number > 0;
    if (name == "--softness") return options.tuning.softness_thousandths = static_cast<std::int32_t>(number), number > 0;
    if (name == "--weight") return options.tuning.price_weight_thousandths = static_cast<std::int32_t>(number), true;
    if (name == "--fill") return options.tuning.fill_thousandths = static_cast<std::int32_t>(number), true;
    if (name == "--lift") return options.lift = number != 0, true;
    if (name == "--market-only") return options.market_only = number != 0, true;
    return false;
}

struct Row {
    double meetings = 0, gini = 0, envy = 0, unserved = 0, cpu = 0;
    int price_rounds = 0;
};

void print(const Options& options, float crowding) {
    std::vector<Way> ways{Way::random, Way::popularity, Way::one_sided, Way::short_one_sided, Way::two_sided, Way::auction, Way::priced};
    if (options.market_only) ways = {Way::one_sided, Way::priced};
    std::vector<Row> rows(ways.size());
    double oracle = 0;
    for (std::uint32_t seed = 1; seed <= options.seeds; ++seed) {
        auto dial = options.dial;
        dial.crowding = crowding;
        dial.seed = seed;
        const auto world = plant(dial);
        oracle += static_cast<double>(most_meetings(true_partners(world), std::vector<std::uint32_t>(dial.buyers, dial.buyer_slots),
                                                    std::vector<std::uint32_t>(dial.exhibitors, dial.exhibitor_slots)).meetings);
        for (std::size_t at = 0; at < ways.size(); ++at) {
            auto& row = rows[at];
            const auto outcome = play(world, listing_of(ways[at], options.tuning, row.cpu, row.price_rounds));
            row.meetings += static_cast<double>(outcome.meetings);
            row.gini += outcome.exposure_gini_thousandths / 1000.0;
            row.envy += outcome.envious_thousandths / 10.0;
            row.unserved += outcome.unserved_thousandths / 10.0;
        }
    }
    const double seeds = options.seeds;
    double one_sided = 0;
    for (std::size_t at = 0; at < ways.size(); ++at)
        if (ways[at] == Way::one_sided) one_sided = rows[at].meetings;
    for (std::size_t at = 0; at < ways.size(); ++at) {
        const auto& row = rows[at];
        std::printf("| %.2f | %.0f | %s | %.0f | %.1f | %+.1f | %.2f | %.1f | %.1f | %d | %.2f |\n", crowding, oracle / seeds, std::string{name_of(ways[at])}.c_str(),
                    row.meetings / seeds, oracle > 0 ? 100 * row.meetings / oracle : 0, one_sided > 0 ? 100 * (row.meetings / one_sided - 1) : 0, row.gini / seeds,
                    row.envy / seeds, row.unserved / seeds, row.price_rounds, row.cpu / seeds / (2 * options.dial.rounds));
    }
}

void print_lifts(const Options& options) {
    std::puts("| crowding | strength | exposure Gini | never shown | relevance lost % |\n|--|--|--|--|--|");
    for (const float crowding : options.crowdings) {
        auto dial = options.dial;
        dial.crowding = crowding;
        print_lift(plant(dial), options.tuning);
    }
}

int run(int count, char** arguments) {
    Options options;
    for (int at = 1; at < count; at += 2)
        if (at + 1 >= count || !take(options, arguments[at], arguments[at + 1])) return usage();
    if (options.lift) return print_lifts(options), 0;
    std::puts("| crowding | oracle | way | meetings | % of oracle | % over one-sided | exposure Gini | buyers with envy % | exhibitors unserved % | price rounds | CPU s a listing |\n"
              "|--|--|--|--|--|--|--|--|--|--|--|");
    for (const float crowding : options.crowdings) print(options, crowding);
    return 0;
}

}  // namespace
}  // namespace hoicho::bench

int main(int count, char** arguments) { return hoicho::bench::run(count, arguments); }
