// The exhibitor's side: which demands fit what I have, what keeps me out of the others, and which single step opens most of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "matching/domain/gap/explain.h"

namespace hoicho::matching::gap {

inline constexpr std::size_t reach_max = 50;  ///< demands in each of the two lists

/// A demand with the exhibitor's product that ranking found for it. Several products for one demand: the one with the fewest gaps is kept.
struct Candidate {
    const Asked* asked = nullptr;
    const Offer* offer = nullptr;
};

struct Reached {
    std::uint32_t demand = 0;
    std::uint32_t product = 0;
    Explanation explanation;
};

/// "GS1_BARCODE keeps you out of 7 demands; of 4 it alone."
struct Step {
    std::string code;  ///< of Line::code
    std::uint32_t missed = 0;
    std::uint32_t alone = 0;  ///< where it is the only gap: taking this step opens so many
    Sentence closes;          ///< of the first demand, in the order of ids
};

struct Reach {
    std::vector<Reached> fitting;  ///< by demand
    std::vector<Reached> kept_out;  ///< fewest gaps first, then by demand
    std::vector<Step> steps;       ///< what opens most first; gaps that the exhibitor cannot close (group, province) are no step
    std::uint32_t fitting_total = 0, kept_out_total = 0;  ///< before reach_max cut the lists
};

/// @param day, others, names  as of explain()
/// @return the same in whatever order candidates come
Reach reach_of(std::span<const Candidate> candidates, ranking::Day day, std::span<const Offer> others, const Names& names = {});

}  // namespace hoicho::matching::gap
