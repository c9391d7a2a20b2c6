// Days and times of day as the sample's files write them.
#pragma once

#include <chrono>
#include <string>

namespace hoicho::sample {

using Day = std::chrono::sys_days;

inline std::string padded(int value, std::size_t width) {
    auto digits = std::to_string(value);
    return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

constexpr Day day(int year, unsigned month, unsigned of_month) {
    return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{of_month};
}

inline std::string iso(Day value) {
    const std::chrono::year_month_day date{value};
    return padded(int{date.year()}, 4) + "-" + padded(static_cast<int>(unsigned{date.month()}), 2) + "-" +
           padded(static_cast<int>(unsigned{date.day()}), 2);
}

inline int year_of(Day value) { return int{std::chrono::year_month_day{value}.year()}; }

inline Day plus_days(Day value, int days) { return value + std::chrono::days{days}; }

/// The same day `years` later; the last of February where there is no 29th.
inline Day plus_years(Day value, int years) {
    const std::chrono::year_month_day date = std::chrono::year_month_day{value} + std::chrono::years{years};
    return date.ok() ? Day{date} : Day{date.year() / date.month() / std::chrono::last};
}

/// "10:15" of minutes since midnight.
inline std::string clock(int minutes) { return padded(minutes / 60, 2) + ":" + padded(minutes % 60, 2); }

}  // namespace hoicho::sample
