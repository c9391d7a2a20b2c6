// Sums row hashes; see digest.h.
#include "kernel/digest.h"

#include <xxhash.h>

#include <array>
#include <cstdio>

namespace hoicho {
namespace {

void append_framed(std::string& out, std::string_view part) {
    const auto size = static_cast<std::uint32_t>(part.size());
    out.append(reinterpret_cast<const char*>(&size), sizeof size).append(part);
}

}  // namespace

void Digest::add_row(std::string_view table, std::string_view key, std::string_view row) {
    thread_local std::string framed;
    framed.clear();
    append_framed(framed, table);
    append_framed(framed, key);
    append_framed(framed, row);
    const XXH128_hash_t hash = XXH3_128bits(framed.data(), framed.size());
    low_ += hash.low64;
    high_ += hash.high64 + (low_ < hash.low64 ? 1 : 0);
}

void Digest::add(const Digest& other) {
    low_ += other.low_;
    high_ += other.high_ + (low_ < other.low_ ? 1 : 0);
}

std::string Digest::hex() const {
    std::array<char, 33> out{};
    std::snprintf(out.data(), out.size(), "%016llx%016llx", static_cast<unsigned long long>(high_),
                  static_cast<unsigned long long>(low_));
    return out.data();
}

}  // namespace hoicho
