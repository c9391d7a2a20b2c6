// Units of trade: what can be converted into what (tấn, tạ, yến, kg, g; lít, ml), and words that only equal themselves (hộp, cái).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hoicho::matching::ranking {

struct Unit {
    enum class Kind : std::uint8_t { mass, volume, piece } kind = Kind::piece;
    std::int64_t size = 1;  ///< grams or millilitres; 1 for a piece
    std::string piece;      ///< the exact word when it is a piece: "hộp" is no "họp"

    bool same_kind(const Unit& other) const { return kind == other.kind && piece == other.piece; }
};

/// nullopt for an empty text.
std::optional<Unit> unit_of(std::string_view text);

}  // namespace hoicho::matching::ranking
