// The units that convert; see unit.h.
#include "matching/domain/ranking/unit.h"

#include <array>

#include "matching/domain/ranking/syllable.h"

namespace hoicho::matching::ranking {
namespace {

struct Known {
    std::string_view folded;
    Unit::Kind kind;
    std::int64_t size;
};
constexpr std::array known_units{
    Known{"tan", Unit::Kind::mass, 1'000'000}, Known{"ton", Unit::Kind::mass, 1'000'000}, Known{"tons", Unit::Kind::mass, 1'000'000},
    Known{"tonne", Unit::Kind::mass, 1'000'000}, Known{"tonnes", Unit::Kind::mass, 1'000'000}, Known{"ta", Unit::Kind::mass, 100'000},
    Known{"yen", Unit::Kind::mass, 10'000}, Known{"kg", Unit::Kind::mass, 1'000}, Known{"kgs", Unit::Kind::mass, 1'000},
    Known{"kilogram", Unit::Kind::mass, 1'000}, Known{"ki", Unit::Kind::mass, 1'000},
    Known{"lang", Unit::Kind::mass, 100}, Known{"g", Unit::Kind::mass, 1}, Known{"gam", Unit::Kind::mass, 1}, Known{"gram", Unit::Kind::mass, 1},
    Known{"lit", Unit::Kind::volume, 1'000}, Known{"litre", Unit::Kind::volume, 1'000}, Known{"litres", Unit::Kind::volume, 1'000},
    Known{"liter", Unit::Kind::volume, 1'000}, Known{"liters", Unit::Kind::volume, 1'000}, Known{"l", Unit::Kind::volume, 1'000},
    Known{"ml", Unit::Kind::volume, 1}};

}  // namespace

std::optional<Unit> unit_of(std::string_view text) {
    const auto parts = syllables(text);
    if (parts.empty()) return std::nullopt;
    if (parts.size() == 1)
        for (const auto& known : known_units)
            if (parts[0].folded == known.folded) return Unit{known.kind, known.size, {}};
    Unit unit;
    for (const auto& part : parts) unit.piece.append(part.exact).push_back(' ');
    return unit;
}

}  // namespace hoicho::matching::ranking
