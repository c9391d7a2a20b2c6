// SHA-256 without a library, for decisions: a commitment is compared where no cipher library may be seen.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace hoicho {

/// @complexity  one pass; 64 rounds for each 64 bytes
/// @source      FIPS 180-4
std::array<std::uint8_t, 32> sha256(std::string_view bytes);

/// 64 hex digits in lower case, as `sha256sum` prints it.
std::string sha256_hex(std::string_view bytes);

/// Whether the text is such a digest (or as long a seed): 64 hex digits in lower case.
bool is_sha256_hex(std::string_view text);

}  // namespace hoicho
