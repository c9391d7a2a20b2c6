// Every bound of matching by its name.
#pragma once

#include <cstddef>
#include <cstdint>

namespace hoicho::matching {

inline constexpr std::uint32_t suggestions_max = 100;      ///< in one list
inline constexpr std::size_t interests_max = 5'000'000;    ///< of one organiser, over all its fairs
inline constexpr std::size_t lists_max = 2'000'000;        ///< of one organiser, over all its fairs
inline constexpr std::size_t feedback_max = 5'000'000;     ///< of one organiser, over all its fairs
inline constexpr std::size_t cause_bytes_max = 32;

}  // namespace hoicho::matching
