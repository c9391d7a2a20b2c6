/// `hoicho-programme/1` as JSON.
#include "scheduling/files/programme_file.h"

#include <boost/json/serialize.hpp>

#include "scheduling/domain/programme/instance.h"
#include "scheduling/files/node.h"

namespace hoicho::scheduling::files {
namespace json = boost::json;
using programme::Programme;

Read<Programme> read_programme(std::string_view text) {
    const auto document = parse(text, "hoicho-programme/1");
    if (!document) return document.error();
    Complaints complaints;
    const Node root{*document, complaints};
    Programme out;
    if (const auto instance = root.find("instance")) out.instance = instance->text();
    root.at("meetings").each([&](const Node& item) {
        out.meetings.push_back({item.at("meeting").number(), item.at("slot").number(), item.at("place").number()});
    });
    if (out.meetings.size() > static_cast<std::size_t>(programme::meetings_max))
        root.at("meetings").complain("more than " + std::to_string(programme::meetings_max) + " entries");
    if (!complaints.empty()) return complaints;
    return out;
}

std::string write_programme(const Programme& programme) {
    json::array meetings;
    meetings.reserve(programme.meetings.size());
    for (const auto& entry : programme.meetings)
        meetings.push_back(json::object{{"meeting", entry.meeting}, {"slot", entry.slot}, {"place", entry.place}});
    json::object out{{"format", "hoicho-programme/1"}};
    if (!programme.instance.empty()) out["instance"] = programme.instance;
    out["meetings"] = std::move(meetings);
    return json::serialize(out) + "\n";
}

}  // namespace hoicho::scheduling::files
