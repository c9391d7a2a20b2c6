// Keeps the best product for each demand, sorts, and counts what is missing; see reach.h.
#include "matching/domain/gap/reach.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace hoicho::matching::gap {
namespace {

auto better(const Reached& one, const Reached& two) {
    return std::tuple{one.explanation.gaps(), one.product} < std::tuple{two.explanation.gaps(), two.product};
}

/// By demand, the best product of each.
std::map<std::uint32_t, Reached> best_of_each(std::span<const Candidate> candidates, ranking::Day day, std::span<const Offer> others, const Names& names) {
    std::map<std::uint32_t, Reached> best;
    for (const auto& [asked, offer] : candidates) {
        Reached reached{asked->id, offer->facts.id, explain(*asked, *offer, day, others, names)};
        const auto at = best.find(asked->id);
        if (at == best.end()) {
            best.emplace(asked->id, std::move(reached));
        } else if (better(reached, at->second)) {
            at->second = std::move(reached);
        }
    }
    return best;
}

void count(const Reached& reached, std::map<std::string, Step>& steps) {
    const bool alone = reached.explanation.gaps() == 1;
    for (const auto& line : reached.explanation.lines) {
        if (!blocks(line) || line.code.empty()) continue;
        auto& step = steps[line.code];
        if (step.missed == 0) step = {line.code, 0, 0, line.closes};
        ++step.missed;
        step.alone += alone;
    }
}

}  // namespace

Reach reach_of(std::span<const Candidate> candidates, ranking::Day day, std::span<const Offer> others, const Names& names) {
    Reach reach;
    std::map<std::string, Step> steps;
    for (auto& [demand, reached] : best_of_each(candidates, day, others, names)) {
        if (!reached.explanation.fits()) count(reached, steps);
        auto& list = reached.explanation.fits() ? reach.fitting : reach.kept_out;
        list.push_back(std::move(reached));
    }
    reach.fitting_total = static_cast<std::uint32_t>(reach.fitting.size());
    reach.kept_out_total = static_cast<std::uint32_t>(reach.kept_out.size());
    std::sort(reach.kept_out.begin(), reach.kept_out.end(), [](const Reached& one, const Reached& two) {
        return std::tuple{one.explanation.gaps(), one.demand} < std::tuple{two.explanation.gaps(), two.demand};
    });
    if (reach.fitting.size() > reach_max) reach.fitting.resize(reach_max);
    if (reach.kept_out.size() > reach_max) reach.kept_out.resize(reach_max);
    for (auto& [code, step] : steps) reach.steps.push_back(std::move(step));
    std::sort(reach.steps.begin(), reach.steps.end(), [](const Step& one, const Step& two) {
        return std::tuple{two.alone, two.missed, one.code} < std::tuple{one.alone, one.missed, two.code};
    });
    return reach;
}

}  // namespace hoicho::matching::gap
