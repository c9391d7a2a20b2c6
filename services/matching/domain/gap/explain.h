// Explains a suggestion: each condition met, missed or unknown with both values, and what would close the gap.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "matching/domain/gap/line.h"
#include "matching/domain/gap/sides.h"

namespace hoicho::matching::gap {

inline constexpr std::size_t lines_max = 32;  ///< required_max + preferred_max standards and one line each for the other topics

struct Explanation {
    std::vector<Line> lines;  ///< what keeps the two apart first, then what is unknown, then what is met

    bool fits() const;
    /// How many lines block.
    std::size_t gaps() const;
};

/// @param day     on which certificates are checked: the fair's
/// @param others  products that might join in when the volume is short, any of the fair's; empty: nobody is proposed
/// @return        equal inputs give equal bytes; only what was entered or verified is said
///
/// Where ranking is lenient, the explanation is not: a price of 110 % of the limit costs no score but is named, as preferred; ranking's own
/// thresholds (115 % of the price, a fifth of the volume) make it required.
Explanation explain(const Asked& asked, const Offer& offer, ranking::Day day, std::span<const Offer> others, const Names& names = {});

}  // namespace hoicho::matching::gap
