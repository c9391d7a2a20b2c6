// Random numbers that are the same everywhere: a seed alone repeats a world.
#pragma once

#include <cstdint>

namespace hoicho::bench {

class Chance {
  public:
    explicit Chance(std::uint64_t seed) : state_{seed} {}

    /// SplitMix64.
    std::uint64_t bits() {
        std::uint64_t mixed = state_ += 0x9E3779B97F4A7C15U;
        mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9U;
        mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EBU;
        return mixed ^ mixed >> 31;
    }
    std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>((bits() >> 32) * bound >> 32); }
    float uniform() { return static_cast<float>(bits() >> 40) / static_cast<float>(1U << 24); }

    /// Mean 0, deviation 1: four sixteen-bit uniforms added, near enough to a bell.
    float bell() {
        const auto four = bits();
        const auto sum = (four & 0xFFFF) + (four >> 16 & 0xFFFF) + (four >> 32 & 0xFFFF) + (four >> 48);
        return (static_cast<float>(sum) / 65536.0F - 2.0F) * 1.7320508F;
    }

  private:
    std::uint64_t state_;
};

}  // namespace hoicho::bench
