// The areas of the IANA time zone database, and the aliases met in South-East Asia.
#include "registration/domain/time_zone.h"

#include <algorithm>
#include <array>
#include <utility>

namespace hoicho::registration {
namespace {

using Alias = std::pair<std::string_view, std::string_view>;
constexpr std::array aliases{
    Alias{"Asia/Saigon", "Asia/Ho_Chi_Minh"},
    Alias{"Asia/Hanoi", "Asia/Ho_Chi_Minh"},
    Alias{"Asia/Ha_Noi", "Asia/Ho_Chi_Minh"},
    Alias{"SE Asia Standard Time", "Asia/Bangkok"},  // Windows' name for UTC+7
    Alias{"Asia/Calcutta", "Asia/Kolkata"},
    Alias{"Asia/Rangoon", "Asia/Yangon"},
    Alias{"Etc/UTC", "UTC"},
    Alias{"Etc/GMT", "UTC"},
    Alias{"GMT", "UTC"},
    Alias{"Z", "UTC"},
    Alias{"UTC", "UTC"},
};
constexpr std::array<std::string_view, 11> areas{"Africa",    "America", "Antarctica", "Arctic",  "Asia", "Atlantic",
                                                 "Australia", "Europe",  "Indian",     "Pacific", "Etc"};
constexpr std::size_t zone_bytes_max = 64;

bool is_place(std::string_view place) {
    const auto fits = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
               c == '+';
    };
    return !place.empty() && std::all_of(place.begin(), place.end(), fits);
}

}  // namespace

std::optional<std::string> canonical_zone(std::string_view name) {
    for (const auto& [alias, canonical] : aliases)
        if (alias == name) return std::string{canonical};
    const auto slash = name.find('/');
    if (slash == std::string_view::npos || name.size() > zone_bytes_max) return std::nullopt;
    if (std::find(areas.begin(), areas.end(), name.substr(0, slash)) == areas.end()) return std::nullopt;
    auto rest = name.substr(slash + 1);
    for (auto next = rest.find('/'); next != std::string_view::npos; next = rest.find('/')) {
        if (!is_place(rest.substr(0, next))) return std::nullopt;
        rest.remove_prefix(next + 1);
    }
    return is_place(rest) ? std::optional{std::string{name}} : std::nullopt;
}

}  // namespace hoicho::registration
