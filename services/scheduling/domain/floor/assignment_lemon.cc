/// Linear assignment by LEMON's network simplex. Compiled as C++17: LEMON 1.3 calls allocator::construct, which C++20
/// removed.
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include <cstddef>
#include <cstdlib>

#include "scheduling/domain/floor/assignment.h"

namespace hoicho::scheduling::floor {

Sent send_for_most_worth(int nodes, const std::vector<WorthArc>& arcs, int source, int sink, std::int64_t supply) {
    using Graph = lemon::SmartDigraph;
    Graph graph;
    graph.reserveNode(nodes);
    graph.reserveArc(static_cast<int>(arcs.size()) + 1);
    for (int i = 0; i < nodes; ++i) graph.addNode();
    Graph::ArcMap<std::int64_t> capacity{graph};
    Graph::ArcMap<std::int64_t> cost{graph};
    for (const WorthArc& arc : arcs) {
        const Graph::Arc added = graph.addArc(Graph::nodeFromId(arc.from), Graph::nodeFromId(arc.to));
        capacity[added] = arc.capacity;
        cost[added] = -arc.worth;
    }
    const Graph::Arc unused = graph.addArc(Graph::nodeFromId(source), Graph::nodeFromId(sink));
    capacity[unused] = supply;
    cost[unused] = 0;
    using Simplex = lemon::NetworkSimplex<Graph, std::int64_t, std::int64_t>;
    Simplex simplex{graph};
    simplex.upperMap(capacity).costMap(cost).stSupply(Graph::nodeFromId(source), Graph::nodeFromId(sink), supply);
    if (simplex.run() != Simplex::OPTIMAL)
        std::abort();  // the unused arc makes every supply feasible and every worth bounded
    Sent sent;
    sent.worth = -simplex.totalCost<std::int64_t>();
    for (std::size_t i = 0; i < arcs.size(); ++i)
        sent.units.push_back(simplex.flow(Graph::arcFromId(static_cast<int>(i))));
    return sent;
}

}  // namespace hoicho::scheduling::floor
