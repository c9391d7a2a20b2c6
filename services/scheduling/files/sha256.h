/// SHA-256 as lower-case hex, so that what we publish can be compared with the output of `sha256sum`.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace hoicho::scheduling::files {

std::array<std::uint8_t, 32> sha256(std::string_view bytes);
std::string hex(const std::array<std::uint8_t, 32>& digest);
inline std::string sha256_hex(std::string_view bytes) { return hex(sha256(bytes)); }

}  // namespace hoicho::scheduling::files
