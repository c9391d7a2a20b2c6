// A digest of a state that does not depend on the order in which rows are visited, so hash tables need no sorting.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hoicho {

/// Sum modulo 2^128 of XXH3-128 over (table, key, row): equal states have equal digests on every machine.
class Digest {
  public:
    void add_row(std::string_view table, std::string_view key, std::string_view row);
    void add(const Digest& other);
    std::string hex() const;  ///< 32 lower-case hexadecimal digits

    friend bool operator==(const Digest&, const Digest&) = default;

  private:
    std::uint64_t low_ = 0;
    std::uint64_t high_ = 0;
};

}  // namespace hoicho
