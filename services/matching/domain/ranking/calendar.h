// Days since 1970-01-01 and the months they lie in.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace hoicho::matching::ranking {

/// Bit 0 is January. The months of [from, to], both included; 0 when one of them is 0 or they are reversed.
inline std::uint16_t months_between(std::int32_t from, std::int32_t to) {
    if (from == 0 || to == 0 || to < from) return 0;
    const std::chrono::year_month_day first{std::chrono::sys_days{std::chrono::days{from}}};
    const std::chrono::year_month_day last{std::chrono::sys_days{std::chrono::days{to}}};
    std::uint16_t months = 0;
    auto month = first.year() / first.month();
    for (int count = 0; count < 12 && month <= last.year() / last.month(); ++count, month += std::chrono::months{1})
        months = static_cast<std::uint16_t>(months | 1U << (unsigned{month.month()} - 1));
    return months;
}

/// "2026-12-03"
inline std::string iso_day(std::int32_t day) {
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
    const auto two = [](unsigned value) { return (value < 10 ? "0" : "") + std::to_string(value); };
    return std::to_string(int{date.year()}) + '-' + two(unsigned{date.month()}) + '-' + two(unsigned{date.day()});
}

}  // namespace hoicho::matching::ranking
