// SHA-256 for decisions and for the files that people verify them with.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace hoicho {

using Sha256 = std::array<std::uint8_t, 32>;
Sha256 sha256(std::string_view bytes);

/// Lower-case digits, two a byte.
std::string hex(std::span<const std::uint8_t> bytes);
/// As `sha256sum` prints it.
inline std::string sha256_hex(std::string_view bytes) { return hex(sha256(bytes)); }

/// Whether the text is such a digest (or as long a seed): 64 hex digits in lower case.
bool is_sha256_hex(std::string_view text);

}  // namespace hoicho
