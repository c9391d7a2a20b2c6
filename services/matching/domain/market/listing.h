// The list that a participant is shown: value to both, less what a slot of the other costs everybody else, plus bounded corrections.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "matching/domain/market/graph.h"
#include "matching/domain/market/prices.h"

namespace hoicho::matching::market {

inline constexpr std::int32_t price_weight_full_thousandths = 1000;

/// score = value - price_weight * price / 1000 + lift + feedback, each part kept, so that a page can show the sum.
struct Listed {
    std::uint32_t other = 0;
    std::int32_t value_thousandths = 0;
    std::int32_t price_thousandths = 0;  ///< as weighed
    std::int32_t lift_thousandths = 0;
    std::int32_t feedback_thousandths = 0;
    std::int32_t score_thousandths = 0;

    friend bool operator==(const Listed&, const Listed&) = default;
};

inline constexpr std::int32_t fill_usual_thousandths = 700;  ///< chosen by measurement, docs/matching.md
inline constexpr std::int32_t fill_unbounded = 0;

/// A list is only as long as it has to be: it ends once the values of what it names reach `fill` of the reader's slots. Who reads further asks
/// again for those whom everybody asks: longer lists brought fewer meetings about.
struct ListSettings {
    std::int32_t price_weight_thousandths = price_weight_full_thousandths;  ///< 0: as if nobody else were there; clamped to 0..1000
    std::int32_t fill_thousandths = fill_usual_thousandths;
    std::size_t top = 20;  ///< never longer than this
};

/// Corrections by place of the side that is listed; an empty one corrects nothing.
struct Corrections {
    std::vector<std::int32_t> lift_thousandths;      ///< of exposure.h
    std::vector<std::int32_t> feedback_thousandths;  ///< of feedback.h
};

/// @param side, place  who reads the list; `corrections` are of the other side
/// @return best first, ties by value, then by draw(); nobody without slots; equal inputs give equal bytes
std::vector<Listed> list_for(const Graph& graph, const Prices& prices, Side side, std::uint32_t place, const Corrections& corrections,
                             const ListSettings& settings);

}  // namespace hoicho::matching::market
