// How large each sample is: counts that people who run such fairs will recognise.
#pragma once

#include <cstddef>
#include <string_view>

#include "hoicho/sample/calendar.h"

namespace hoicho::sample {

enum class SampleSize { small, typical, hanoi };

struct Plan {
    std::string_view name;
    std::size_t exhibitors, products, buyers, demands, representatives;
    std::size_t five, potential_five, four;  ///< products by rating; all others have three stars
    std::size_t valid;                       ///< certificates that hold on the day they are checked
    std::size_t provinces;                   ///< delegations, the host's first
    std::size_t hosts_percent;               ///< exhibitors from the host's own province
    std::size_t halls, booths, booths_wanted;
    std::size_t tables, sessions, slots;
    std::size_t interests, points_of_sale;
};

inline constexpr Day opening = day(2026, 12, 3);
inline constexpr Day closing = day(2026, 12, 6);
inline constexpr int meeting_minutes = 20;
inline constexpr int gap_minutes = 5;
inline constexpr std::size_t booths_per_exhibitor_max = 4;

constexpr Plan plan_of(SampleSize size) {
    switch (size) {
        case SampleSize::small:
            return {.name = "small",
                    .exhibitors = 20,
                    .products = 60,
                    .buyers = 15,
                    .demands = 34,
                    .representatives = 51,
                    .five = 1,
                    .potential_five = 2,
                    .four = 36,
                    .valid = 52,
                    .provinces = 8,
                    .hosts_percent = 60,
                    .halls = 1,
                    .booths = 24,
                    .booths_wanted = 25,
                    .tables = 8,
                    .sessions = 2,
                    .slots = 13,
                    .interests = 64,
                    .points_of_sale = 5};
        case SampleSize::typical:
            return {.name = "typical",
                    .exhibitors = 250,
                    .products = 808,
                    .buyers = 120,
                    .demands = 262,
                    .representatives = 540,
                    .five = 8,
                    .potential_five = 14,
                    .four = 430,
                    .valid = 698,
                    .provinces = 34,
                    .hosts_percent = 40,
                    .halls = 2,
                    .booths = 260,
                    .booths_wanted = 283,
                    .tables = 30,
                    .sessions = 2,
                    .slots = 13,
                    .interests = 900,
                    .points_of_sale = 30};
        case SampleSize::hanoi: break;
    }
    // the city's register as it was counted in June 2023, and in autumn 2023 what of it was still valid
    return {.name = "hanoi",
            .exhibitors = 700,
            .products = 2'167,
            .buyers = 300,
            .demands = 659,
            .representatives = 1'460,
            .five = 6,
            .potential_five = 12,
            .four = 1'369,
            .valid = 1'871,
            .provinces = 1,
            .hosts_percent = 100,
            .halls = 4,
            .booths = 520,
            .booths_wanted = 783,
            .tables = 60,
            .sessions = 4,
            .slots = 28,
            .interests = 2'600,
            .points_of_sale = 85};
}

}  // namespace hoicho::sample
