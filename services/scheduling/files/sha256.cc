/// SHA-256 by libsodium.
#include "scheduling/files/sha256.h"

#include <sodium.h>

namespace hoicho::scheduling::files {

std::array<std::uint8_t, 32> sha256(std::string_view bytes) {
    std::array<std::uint8_t, crypto_hash_sha256_BYTES> digest{};
    std::string copy{bytes};  // libsodium wants unsigned bytes
    crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(copy.data()), copy.size());
    return digest;
}

std::string hex(const std::array<std::uint8_t, 32>& digest) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    for (const std::uint8_t byte : digest) {
        out += digits[byte >> 4];
        out += digits[byte & 15];
    }
    return out;
}

}  // namespace hoicho::scheduling::files
