/// Linear assignment by minimum-cost flow, hidden behind a plain function: the library that solves it does not compile
/// as C++20.
#pragma once

#include <cstdint>
#include <vector>

namespace hoicho::scheduling::floor {

struct WorthArc {
    int from = 0;
    int to = 0;
    std::int64_t capacity = 0;
    std::int64_t worth = 0;  ///< Of each unit that takes this arc.
};

struct Sent {
    std::int64_t worth = 0;
    std::vector<std::int64_t> units;  ///< Arc -> units that take it.
};

/// Sends at most `supply` units from node `source` to node `sink`, as many as are worth it, for the most worth in all.
/// @return  the same arcs give the same units on every compiler
Sent send_for_most_worth(int nodes, const std::vector<WorthArc>& arcs, int source, int sink, std::int64_t supply);

}  // namespace hoicho::scheduling::floor
