// The words a sample is made of: real kinds of products and real places, people and firms that nobody is.
#pragma once

#include <span>
#include <string_view>

namespace hoicho::sample {

/// What a producer is about; index into themes().
enum class Theme {
    field,
    orchard,
    rice,
    sea,
    farm,
    tea,
    coffee,
    honey,
    sweets,
    drinks,
    herbs,
    crafts,
    textiles,
    garden,
    travel
};

/// A kind of product. Prices are retail, per unit, in thousand đồng; months 0, 0: all year; last < first: over the turn
/// of the year.
struct Kind {
    std::string_view vi, en;
    Theme theme;
    int group, set;
    std::string_view unit, pack;
    int price_low, price_high;
    int shelf_life_days;
    int first_month, last_month;
    std::string_view other_name;  ///< what people of another region say; may be empty
};
std::span<const Kind> kinds();

/// How firms of a theme call their trade.
std::string_view trade(Theme theme);

struct Commune {
    std::string_view province, code, name;  ///< codes in force since July 2025
};
struct Province {
    std::string_view code, name, title;  ///< "12", "Lai Châu", "tỉnh Lai Châu"
    std::string_view old_district;       ///< one that issued certificates until July 2025
};
std::span<const Province> provinces();                   ///< the host, Hà Nội, first
std::span<const Commune> communes();                     ///< sorted by province
std::span<const std::string_view> host_old_districts();  ///< Hà Nội's, where 3-star certificates came from in 2023-25

struct BuyerType {
    std::string_view code, vi, en;
    int weight;
};
std::span<const BuyerType> buyer_types();

struct Country {
    std::string_view name, vi, timezone;
};
std::span<const Country> countries();

std::span<const std::string_view> family_names();
std::span<const std::string_view> middle_names();
std::span<const std::string_view> given_names();  ///< birds, so that nobody takes them for somebody

/// Standards that a product of this OCOP set may hold.
std::span<const std::string_view> standards_of(int set);

}  // namespace hoicho::sample
