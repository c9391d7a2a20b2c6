// Zones by the date library; see local_time.h.
#include "hoicho/fair/local_time.h"

#include <date/tz.h>

#include <sstream>

namespace hoicho::fair {

std::optional<std::string> instant_of(std::string_view day, std::string_view time, std::string_view zone) {
    std::istringstream in{std::string{day} + " " + std::string{time}};
    date::local_seconds local;
    in >> date::parse("%Y-%m-%d %H:%M", local);
    if (in.fail() || in.peek() != std::istringstream::traits_type::eof()) return std::nullopt;
    try {
        const auto at = date::locate_zone(std::string{zone})->to_sys(local);
        return date::format("%Y-%m-%dT%H:%M:%SZ", at);
    } catch (const std::runtime_error&) {  // unknown zone, ambiguous or missing local time: the library's own errors
        return std::nullopt;
    }
}

}  // namespace hoicho::fair
