/// The allocation as a flow from exhibitors to booths: what it forgets makes it an upper bound (see bound.h).
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "scheduling/domain/floor/assignment.h"
#include "scheduling/domain/floor/layout.h"

namespace hoicho::scheduling::floor {

/// Whether only single booths are wanted and no two neighbours add or cost anything: then the flow is the allocation.
bool is_linear(const Layout& layout);

/// Worth is counted doubled, so that half of a pair is a whole number, and times `share`, so that a part of a stand is.
/// Booths that are alike for all exhibitors with the same needs are reached through one node, a hub.
class Relaxation {
  public:
    /// @param layout  outlives it; not empty
    explicit Relaxation(const Layout& layout);

    /// @return  false: more than `arcs_max` would be needed
    bool grow(std::int64_t arcs_max);

    int nodes() const { return nodes_; }
    int source() const { return 0; }
    int sink() const { return 1; }
    std::int64_t supply() const { return supply_; }
    const std::vector<WorthArc>& arcs() const { return arcs_; }

    std::int64_t score_of(const Sent& sent) const { return sent.worth / (2 * share_); }
    std::int64_t score_of_each_alone() const;
    /// For a linear floor: exhibitor -> its booth, or none.
    std::vector<int> firsts_of(const Sent& sent) const;

  private:
    /// Which kinds of stand a booth is part of: one bit for each count of walls to neighbours, with and without corner.
    using Kinds = std::uint8_t;
    static constexpr int kinds = 6;
    struct Pairs {
        std::int64_t best = 0;    ///< Worth of the best neighbour there could be.
        std::int64_t second = 0;  ///< And of another one.
    };

    static std::size_t index(int number) { return static_cast<std::size_t>(number); }
    int exhibitor_node(int exhibitor) const { return 2 + exhibitor; }
    int booth_node(int booth) const { return 2 + layout_.exhibitors + booth; }
    int booth_of(int node) const { return node - 2 - layout_.exhibitors; }
    int kind_of(int first, int units) const;
    Pairs best_neighbours(int exhibitor) const;
    std::int64_t twice(int exhibitor, int first) const;
    std::int64_t twice_of_kind(int exhibitor, int kind) const;
    void grow_row(int row, int units);
    void grow_exhibitor(int exhibitor);
    void grow_special(int exhibitor);

    const Layout& layout_;
    std::vector<int> per_region_;  ///< exhibitors of each region, by position in regions_
    std::map<int, int> regions_;
    std::vector<Pairs> pairs_;                     ///< exhibitor -> its best neighbours
    std::vector<std::map<Kinds, int>> hubs_;       ///< row of stands -> kinds -> node
    std::vector<std::uint8_t> row_grown_;
    std::vector<WorthArc> arcs_;
    int nodes_ = 0;
    std::int64_t supply_ = 0;
    std::int64_t share_ = 1;
};

}  // namespace hoicho::scheduling::floor
