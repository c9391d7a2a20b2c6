// Names of parts and the bound on texts; see ranked.h.
#include "matching/domain/ranking/ranked.h"

namespace hoicho::matching::ranking {

std::string_view name_of(Part part) {
    switch (part) {
        case Part::text: return "TEXT";
        case Part::group: return "GROUP";
        case Part::standard: return "STANDARD";
        case Part::certificate: return "CERTIFICATE";
        case Part::stars: return "STARS";
        case Part::season: return "SEASON";
        case Part::price: return "PRICE";
        case Part::volume: return "VOLUME";
        case Part::province: return "PROVINCE";
    }
    return "";
}

std::string shortened(std::string_view text) {
    if (text.size() <= text_bytes_max) return std::string{text};
    std::size_t end = text_bytes_max;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return std::string{text.substr(0, end)};
}

}  // namespace hoicho::matching::ranking
