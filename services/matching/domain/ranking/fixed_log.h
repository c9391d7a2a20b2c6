// A logarithm in whole numbers: the same bits on every compiler, as scores are kept in the journal.
#pragma once

#include <bit>
#include <cstdint>

namespace hoicho::matching::ranking {

/// log2(numerator / denominator) in thousandths, for numerator >= denominator >= 1, both below 2^31. Off by less than one thousandth.
constexpr std::int32_t log2_thousandths(std::uint64_t numerator, std::uint64_t denominator) {
    constexpr int fraction_bits = 14;
    const std::uint64_t ratio = (numerator << 32) / denominator;  // 32 bits after the point, at least 1
    const int whole = static_cast<int>(std::bit_width(ratio)) - 33;
    std::uint64_t mantissa = ratio >> (whole + 1);  // [1, 2) with 31 bits after the point
    std::int64_t fraction = 0;
    for (int bit = 0; bit < fraction_bits; ++bit) {
        mantissa = mantissa * mantissa >> 31;
        fraction <<= 1;
        if (mantissa >> 32 != 0) {
            fraction |= 1;
            mantissa >>= 1;
        }
    }
    return static_cast<std::int32_t>(whole * 1000 + (fraction * 1000 >> fraction_bits));
}

}  // namespace hoicho::matching::ranking
