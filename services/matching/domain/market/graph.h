// The market of one fair: two sides with slots, and what a meeting of each pair that comes into question is worth.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace hoicho::matching::market {

enum class Side : std::uint8_t { left, right };  ///< left: buyers; right: exhibitors. Nothing else tells them apart

constexpr Side other(Side side) { return side == Side::left ? Side::right : Side::left; }

inline constexpr std::int32_t value_max_thousandths = 1000;
inline constexpr std::size_t options_max = 200;  ///< kept for each participant: nobody reads further, and a fair of 2,000 x 5,000 stays below 1.4 million pairs

/// A pair by its places, which are dense and counted from 0 on each side.
struct Edge {
    std::uint32_t left = 0;
    std::uint32_t right = 0;
    std::int32_t value_thousandths = 0;  ///< of the meeting to both, 1..value_max_thousandths; others are ignored
};

/// Which of two equally good others comes first for somebody: mixed, so that equals are not all sent to the one with the lowest number.
constexpr std::uint32_t draw(std::uint32_t place, std::uint32_t other) {
    std::uint64_t mixed = ((std::uint64_t{place} << 32) | other) * 0x9E3779B97F4A7C15U;
    mixed = (mixed ^ mixed >> 29) * 0xBF58476D1CE4E5B9U;
    return static_cast<std::uint32_t>(mixed >> 32);
}

/// One end of a pair as the other end sees it.
struct Option {
    std::uint32_t other = 0;
    std::int32_t value_thousandths = 0;
};

/// Immutable. Options of a participant stand in the order of the other's place, so equal edges make an equal graph in whatever order they came.
class Graph {
  public:
    /// @param left_slots, right_slots  meetings that each participant has time for; 0: none, it is in no list
    /// @param edges  a pair twice counts once, with its higher value; places beyond the slots are ignored
    Graph(std::vector<std::uint32_t> left_slots, std::vector<std::uint32_t> right_slots, std::vector<Edge> edges);

    std::size_t size(Side side) const { return slots(side).size(); }
    std::size_t edges() const { return left_.options.size(); }
    const std::vector<std::uint32_t>& slots(Side side) const { return side == Side::left ? left_.slots : right_.slots; }
    std::span<const Option> options(Side side, std::uint32_t place) const;
    /// 0 when the pair is not in question.
    std::int32_t value(std::uint32_t left, std::uint32_t right) const;

  private:
    struct Half {
        std::vector<std::uint32_t> slots;
        std::vector<std::size_t> begin;  ///< of each place, and one past the last
        std::vector<Option> options;
    };
    const Half& half(Side side) const { return side == Side::left ? left_ : right_; }

    Half left_;
    Half right_;
};

/// The pairs that are among the `most` best of at least one of their two sides, ties by draw(). O(edges).
std::vector<Edge> strongest(std::vector<Edge> edges, std::size_t left_size, std::size_t right_size, std::size_t most = options_max);

}  // namespace hoicho::matching::market
