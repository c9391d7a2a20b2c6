/// `hoicho-allocation/1` as JSON.
#include <boost/json/serialize.hpp>

#include "scheduling/files/floor_file.h"
#include "scheduling/files/node.h"

namespace hoicho::scheduling::files {
namespace json = boost::json;
using floor::Allocation;
using floor::Stand;

Read<Allocation> read_allocation(std::string_view text) {
    const auto document = parse(text, "hoicho-allocation/1");
    if (!document) return document.error();
    Complaints complaints;
    const Node root{*document, complaints};
    Allocation out;
    if (const auto name = root.find("floor")) out.floor = name->text();
    root.at("allocations").each([&](const Node& item) {
        out.allocations.push_back({item.at("exhibitor").number(), item.at("booths").numbers()});
    });
    if (out.allocations.size() > static_cast<std::size_t>(floor::exhibitors_max))
        root.at("allocations").complain("more than " + std::to_string(floor::exhibitors_max) + " entries");
    if (!complaints.empty()) return complaints;
    return out;
}

std::string write_allocation(const Allocation& allocation) {
    json::array stands;
    for (const Stand& stand : allocation.allocations)
        stands.push_back(json::object{{"exhibitor", stand.exhibitor},
                                      {"booths", json::array(stand.booths.begin(), stand.booths.end())}});
    json::object out{{"format", "hoicho-allocation/1"}};
    if (!allocation.floor.empty()) out["floor"] = allocation.floor;
    out["allocations"] = std::move(stands);
    return json::serialize(out) + "\n";
}

}  // namespace hoicho::scheduling::files
