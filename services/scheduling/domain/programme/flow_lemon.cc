/// Minimum-cost flow by LEMON's network simplex. The one file of the project that is compiled as C++17: LEMON 1.3 calls
/// allocator::construct, which C++20 removed.
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include <cstdlib>

#include "scheduling/domain/programme/flow.h"

namespace hoicho::scheduling::programme {

std::int64_t min_cost_flow(int nodes, const std::vector<FlowArc>& arcs, int source, int sink, std::int64_t supply) {
    using Graph = lemon::SmartDigraph;
    Graph graph;
    graph.reserveNode(nodes);
    graph.reserveArc(static_cast<int>(arcs.size()));
    for (int i = 0; i < nodes; ++i) graph.addNode();
    Graph::ArcMap<std::int64_t> capacity{graph};
    Graph::ArcMap<std::int64_t> cost{graph};
    for (const FlowArc& arc : arcs) {
        const Graph::Arc added = graph.addArc(Graph::nodeFromId(arc.from), Graph::nodeFromId(arc.to));
        capacity[added] = arc.capacity;
        cost[added] = arc.cost;
    }
    using Simplex = lemon::NetworkSimplex<Graph, std::int64_t, std::int64_t>;
    Simplex simplex{graph};
    simplex.upperMap(capacity).costMap(cost).stSupply(Graph::nodeFromId(source), Graph::nodeFromId(sink), supply);
    if (simplex.run() != Simplex::OPTIMAL)
        std::abort();  // the free arc makes every supply feasible and every cost bounded
    return simplex.totalCost<std::int64_t>();
}

}  // namespace hoicho::scheduling::programme
