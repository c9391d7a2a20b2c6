// How likely a pair meets at given prices: a logistic curve in whole numbers, the same bits on every compiler.
#pragma once

#include <cstdint>
#include <vector>

namespace hoicho::matching::market {

inline constexpr std::int32_t price_max_thousandths = 2000;  ///< nobody is shown at this price: twice the highest value
inline constexpr std::int32_t softness_max_thousandths = 100;  ///< at the highest price 20,000 options of value 1 still load nobody with a meeting
inline constexpr std::uint32_t one_meeting = 1U << 16;       ///< fixed point of loads

/// 1 / (1 + exp(-gain / softness)) for every gain that values and prices can make, in 1/65536.
class Relaxed {
  public:
    /// @param softness_thousandths  1..softness_max_thousandths, others are clamped: small is a sharp edge (a true assignment), large smears over many pairs
    explicit Relaxed(std::int32_t softness_thousandths);

    /// @param gain_thousandths  value minus both prices: -2 * price_max_thousandths..1000
    std::uint32_t chance(std::int32_t gain_thousandths) const { return table_[static_cast<std::size_t>(gain_thousandths + 2 * price_max_thousandths)]; }

  private:
    std::vector<std::uint32_t> table_;
};

}  // namespace hoicho::matching::market
