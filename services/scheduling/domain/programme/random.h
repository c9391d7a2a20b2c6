/// The solver's own random numbers (xoshiro256**, Blackman and Vigna 2018, seeded by splitmix64): one seed, the same
/// numbers on every compiler, which the distributions of <random> do not promise.
#pragma once

#include <array>
#include <bit>
#include <cstdint>

namespace hoicho::scheduling::programme {

class Random {
  public:
    explicit Random(std::uint64_t seed) {
        for (auto& word : state_) {
            seed += 0x9e3779b97f4a7c15U;
            std::uint64_t mixed = seed;
            mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9U;
            mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebU;
            word = mixed ^ (mixed >> 31);
        }
    }

    std::uint64_t next() {
        const std::uint64_t result = std::rotl(state_[1] * 5, 7) * 9;
        const std::uint64_t shifted = state_[1] << 17;
        state_[2] ^= state_[0];
        state_[3] ^= state_[1];
        state_[1] ^= state_[2];
        state_[0] ^= state_[3];
        state_[2] ^= shifted;
        state_[3] = std::rotl(state_[3], 45);
        return result;
    }

    /// @param bound  above 0
    /// @return       0 .. bound - 1; the bias is below bound / 2^32
    int below(int bound) {
        return static_cast<int>(((next() >> 32) * static_cast<std::uint64_t>(static_cast<std::uint32_t>(bound))) >> 32);
    }

    bool chance_in_1024(int wins) { return static_cast<int>(next() >> 54) < wins; }

  private:
    std::array<std::uint64_t, 4> state_{};
};

}  // namespace hoicho::scheduling::programme
