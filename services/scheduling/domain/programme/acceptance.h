/// When a worse programme is accepted: simulated annealing in integers, so that every compiler takes the same
/// decisions.
#pragma once

#include <array>
#include <cstdint>

namespace hoicho::scheduling::programme {

inline constexpr int fixed_point_bits = 16;
inline constexpr std::int64_t fixed_one = std::int64_t{1} << fixed_point_bits;

/// log2 of a positive number in 16.16 fixed point, by repeated squaring; correct to about one unit in the last place.
constexpr std::int64_t log2_fixed(std::uint64_t number) {
    int exponent = 0;
    while (number >> exponent > 1) ++exponent;
    std::uint64_t mantissa =
        exponent > 31 ? number >> (exponent - 31) : number << (31 - exponent);  // 1.31 fixed point, in [1, 2)
    std::int64_t result = std::int64_t{exponent} << fixed_point_bits;
    for (std::int64_t bit = fixed_one >> 1; bit > 0; bit >>= 1) {
        mantissa = mantissa * mantissa >> 31;
        if (mantissa >> 32 == 0) continue;
        mantissa >>= 1;
        result += bit;
    }
    return result;
}

inline constexpr std::int64_t ln2_fixed = 45426;  ///< ln 2 in 16.16

constexpr std::int64_t ln_fixed(std::uint64_t number) { return log2_fixed(number) * ln2_fixed >> fixed_point_bits; }

inline constexpr int thresholds = 1024;

/// Entry i is -ln((i + 1/2) / 1024) in 16.16: how many temperatures of loss a draw of i forgives.
constexpr std::array<std::int32_t, thresholds> make_threshold_table() {
    std::array<std::int32_t, thresholds> table{};
    for (int i = 0; i < thresholds; ++i)
        table[static_cast<std::size_t>(i)] =
            static_cast<std::int32_t>(ln_fixed(2 * thresholds) - ln_fixed(static_cast<std::uint64_t>(2 * i + 1)));
    return table;
}
inline constexpr std::array<std::int32_t, thresholds> threshold_table = make_threshold_table();

/// The most energy that a change may lose and still be accepted: whole units, not negative.
/// @param temperature  16.16, not negative
/// @param draw         0 .. thresholds - 1
constexpr std::int64_t loss_allowed(std::int64_t temperature, int draw) {
    return temperature * threshold_table[static_cast<std::size_t>(draw)] >> (2 * fixed_point_bits);
}

/// @param loss         energy lost, may be negative
constexpr bool accepts(std::int64_t loss, std::int64_t temperature, int draw) {
    return loss <= loss_allowed(temperature, draw);
}

}  // namespace hoicho::scheduling::programme
