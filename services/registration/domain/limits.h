// Every bound of registration by its name: how many things one organiser may own and how long its texts may be.
#pragma once

#include <cstddef>
#include <cstdint>

namespace hoicho::registration {

// Per organiser, and so what one may cost in memory. The largest register of a city holds 3,500 products, the whole
// country's 14,000.
inline constexpr std::uint32_t fairs_max = 1'000;
inline constexpr std::uint32_t delegations_max = 50'000;
inline constexpr std::uint32_t exhibitors_max = 100'000;
inline constexpr std::uint32_t products_max = 200'000;
inline constexpr std::uint32_t certificates_max = 400'000;
inline constexpr std::uint32_t buyers_max = 100'000;
inline constexpr std::uint32_t demands_max = 200'000;
inline constexpr std::uint32_t representatives_max = 200'000;
inline constexpr std::uint32_t points_of_sale_max = 10'000;
inline constexpr std::size_t participations_max = 1'000'000;

// Texts, in bytes of UTF-8.
inline constexpr std::size_t code_bytes_max = 64;
inline constexpr std::size_t name_bytes_max = 400;
inline constexpr std::size_t sentence_bytes_max = 2'000;
inline constexpr std::size_t description_bytes_max = 10'000;
inline constexpr std::size_t url_bytes_max = 500;
inline constexpr std::size_t unit_bytes_max = 40;
inline constexpr std::size_t word_bytes_max = 32;
inline constexpr int list_max = 64;
inline constexpr int windows_max = 64;

// Sealed fields: XChaCha20-Poly1305.
inline constexpr std::size_t sealed_subject_bytes = 16;
inline constexpr std::size_t sealed_nonce_bytes = 24;
inline constexpr std::size_t sealed_ciphertext_bytes_min = 16;
inline constexpr std::size_t sealed_ciphertext_bytes_max = 4'000;
inline constexpr std::size_t tax_id_key_bytes_min = 16;
inline constexpr std::size_t tax_id_key_bytes_max = 64;

// Numbers.
inline constexpr std::int64_t day_min = 1;       ///< 1970-01-02: zero means that no day was given
inline constexpr std::int64_t day_max = 84'006;  ///< 2200-01-01
inline constexpr std::int64_t ocop_group_max = 6;
inline constexpr std::int64_t ocop_set_max = 26;
inline constexpr std::int64_t stars_max = 5;
inline constexpr std::int64_t score_tenths_max = 1'000;
inline constexpr std::int64_t price_vnd_max = 1'000'000'000'000;
inline constexpr std::int64_t thousandths_max = 1'000'000'000'000'000;
inline constexpr std::int64_t people_max = 10'000'000;
inline constexpr std::int64_t payment_terms_days_max = 365;
inline constexpr std::int64_t shelf_life_days_max = 36'500;
inline constexpr std::int64_t fair_days_max = 366;
inline constexpr std::int64_t booth_quota_max = 10'000;
inline constexpr std::int64_t booths_per_exhibitor_max = 1'000;
inline constexpr std::int64_t meeting_minutes_max = 480;
inline constexpr std::int64_t meetings_per_half_day_max = 100;
inline constexpr std::int64_t founded_year_min = 1'000;  // craft villages are old
inline constexpr std::int64_t founded_year_max = 2'200;
inline constexpr std::int64_t area_m2_max = 1'000'000;

}  // namespace hoicho::registration
