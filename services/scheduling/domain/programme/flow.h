/// Minimum-cost flow, hidden behind a plain function: the library that solves it does not compile as C++20.
#pragma once

#include <cstdint>
#include <vector>

namespace hoicho::scheduling::programme {

struct FlowArc {
    int from;
    int to;
    std::int64_t capacity;
    std::int64_t cost;
};

/// Sends `supply` units from node `source` to node `sink` at the least cost.
/// @return  the cost; the network must be able to carry the supply, which a free arc from source to sink guarantees
std::int64_t min_cost_flow(int nodes, const std::vector<FlowArc>& arcs, int source, int sink, std::int64_t supply);

}  // namespace hoicho::scheduling::programme
