// The gateway's secret: one random key in a file, and a subkey of it for every purpose.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>

#include "kernel/result.h"

namespace hoicho::gateway {

using Key = std::array<std::uint8_t, 32>;

/// What a subkey is for. Numbers are part of the data on disk: never reused.
enum class Purpose : std::uint8_t { public_ids = 1, command_ids = 2, vault = 3, equality = 4 };

class Secrets {
  public:
    /// Reads the key file, or makes one with mode 0600. Failure: unreadable, wrong size, or readable by others.
    static Result<Secrets> open(const std::filesystem::path& file);
    explicit Secrets(const Key& master) : master_{master} {}

    Key subkey(Purpose purpose) const;

  private:
    Key master_;
};

}  // namespace hoicho::gateway
