// Topic by topic, then what matters first; see explain.h.
#include "matching/domain/gap/explain.h"

#include <algorithm>

#include "matching/domain/gap/topics.h"

namespace hoicho::matching::gap {
namespace {

int place_of(const Line& line) {
    if (blocks(line)) return 0;
    switch (line.verdict) {
        case ranking::Verdict::missed: return 1;
        case ranking::Verdict::unknown: return 2;
        case ranking::Verdict::met: return 3;
    }
    return 3;
}

/// What matters first; lines that matter alike stay in the order of topics.
std::vector<Line> in_order(std::vector<Line> lines) {
    std::vector<Line> out;
    out.reserve(lines.size());
    for (int place = 0; place <= 3; ++place)
        for (auto& line : lines)
            if (place_of(line) == place) out.push_back(std::move(line));
    return out;
}

}  // namespace

std::string_view name_of(Topic topic) {
    switch (topic) {
        case Topic::group: return "GROUP";
        case Topic::standard: return "STANDARD";
        case Topic::certificate: return "CERTIFICATE";
        case Topic::stars: return "STARS";
        case Topic::season: return "SEASON";
        case Topic::price: return "PRICE";
        case Topic::volume: return "VOLUME";
        case Topic::minimum_order: return "MINIMUM_ORDER";
        case Topic::province: return "PROVINCE";
        case Topic::payment: return "PAYMENT";
        case Topic::pack: return "PACK";
    }
    return "";
}

bool Explanation::fits() const { return gaps() == 0; }

std::size_t Explanation::gaps() const { return static_cast<std::size_t>(std::count_if(lines.begin(), lines.end(), blocks)); }

Explanation explain(const Asked& asked, const Offer& offer, ranking::Day day, std::span<const Offer> others, const Names& names) {
    const auto wanted = wanted_of(asked.demand);
    const Pair pair{asked, wanted, offer, day, names};
    Explanation out;
    add_group(pair, out.lines);
    add_standards(pair, out.lines);
    add_certificate(pair, out.lines);
    add_stars(pair, out.lines);
    add_season(pair, out.lines);
    add_price(pair, out.lines);
    add_volume(pair, others, out.lines);
    add_minimum_order(pair, out.lines);
    add_province(pair, out.lines);
    add_payment(pair, out.lines);
    add_pack(pair, out.lines);
    out.lines = in_order(std::move(out.lines));
    return out;
}

}  // namespace hoicho::matching::gap
