// Random numbers that are the same on every compiler: splitmix64 and nothing of <random>.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace hoicho::sample {

/// One stream per file of the sample, so that a change to one file leaves the others' bytes alone.
class Random {
  public:
    Random(std::uint64_t seed, std::string_view stream) : state_{seed} {
        for (const char c : stream) state_ = (state_ ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    }

    std::uint64_t next() {
        std::uint64_t word = state_ += 0x9e3779b97f4a7c15ULL;
        word = (word ^ word >> 30) * 0xbf58476d1ce4e5b9ULL;
        word = (word ^ word >> 27) * 0x94d049bb133111ebULL;
        return word ^ word >> 31;
    }
    /// 0 to count - 1.
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }
    /// Both ends belong to it.
    int between(int low, int high) { return low + static_cast<int>(below(static_cast<std::size_t>(high - low) + 1)); }
    bool chance(int percent) { return between(1, 100) <= percent; }

    template <class List>
    const auto& pick(const List& list) {
        return list[below(std::size(list))];
    }
    template <class T>
    void shuffle(std::vector<T>& list) {
        for (std::size_t left = list.size(); left > 1; --left) std::swap(list[left - 1], list[below(left)]);
    }

  private:
    std::uint64_t state_;
};

}  // namespace hoicho::sample
