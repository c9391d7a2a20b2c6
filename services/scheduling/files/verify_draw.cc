/// Holds a draw again and compares: whatever was changed in its record is named.
#include <boost/json/serialize.hpp>

#include "scheduling/files/draw_file.h"
#include "scheduling/files/node.h"

namespace hoicho::scheduling::files {
namespace json = boost::json;
using programme::Complaints;
namespace {

std::string at(const std::string& path, std::string_view key) { return path.empty() ? std::string{key} : path + "." + std::string{key}; }

void complain(Complaints& complaints, const std::string& path, std::string reason) {
    if (complaints.size() < programme::complaints_max) complaints.push_back({path, std::move(reason)});
}

void compare(const json::value& found, const json::value& right, const std::string& path, Complaints& complaints);

void compare_members(const json::object& found, const json::object& right, const std::string& path, Complaints& complaints) {
    for (const auto& [key, value] : right) {
        const auto* member = found.if_contains(key);
        const std::string field = at(path, {key.data(), key.size()});
        if (member == nullptr)
            complain(complaints, field, "is missing");
        else
            compare(*member, value, field, complaints);
    }
    for (const auto& [key, value] : found)
        if (!right.contains(key)) complain(complaints, at(path, {key.data(), key.size()}), "does not belong there");
}

void compare_lists(const json::array& found, const json::array& right, const std::string& path, Complaints& complaints) {
    if (found.size() != right.size())
        complain(complaints, path, std::to_string(found.size()) + " entries, right is " + std::to_string(right.size()));
    for (std::size_t i = 0; i < found.size() && i < right.size(); ++i)
        compare(found[i], right[i], path + "[" + std::to_string(i) + "]", complaints);
}

void compare(const json::value& found, const json::value& right, const std::string& path, Complaints& complaints) {
    if (found == right) return;
    if (found.is_object() && right.is_object()) return compare_members(found.get_object(), right.get_object(), path, complaints);
    if (found.is_array() && right.is_array()) return compare_lists(found.get_array(), right.get_array(), path, complaints);
    complain(complaints, path, json::serialize(found) + ", right is " + json::serialize(right));
}

DrawInput input_of(const floor::Floor& floor, const Node& record) {
    return {.floor = &floor, .floor_sha256 = "", .seed = record.at("seed").text(), .public_value = record.at("public_value").text()};
}

}  // namespace

Complaints verify_draw(const floor::Floor& floor, std::string_view floor_sha256, std::string_view record) {
    const auto document = parse(record, "hoicho-draw/1");
    if (!document) return document.error();
    Complaints complaints;
    DrawInput input = input_of(floor, Node{*document, complaints});
    input.floor_sha256 = floor_sha256;
    if (complaints.empty()) complaints = complaints_of(input);
    if (!complaints.empty()) return complaints;
    compare(*document, *parse(draw(input).record, "hoicho-draw/1"), "", complaints);
    return complaints;
}

floor::Allocation allocation_in(const floor::Floor& floor, std::string_view record) {
    Complaints complaints;
    const auto document = parse(record, "hoicho-draw/1");
    return document ? draw(input_of(floor, Node{*document, complaints})).allocation : floor::Allocation{};
}

Complaints verify_commitment(const Commitment& published, std::string_view record) {
    const auto document = parse(record, "hoicho-draw/1");
    if (!document) return document.error();
    Complaints complaints;
    const Node root{*document, complaints};
    const auto same = [&](const char* field, const std::string& said) {
        const std::string found = root.at(field).text();
        if (found != said) complain(complaints, field, "'" + found + "', but '" + said + "' was published before");
    };
    same("floor", published.floor);
    same("floor_sha256", published.floor_sha256);
    same("commitment", published.commitment);
    return complaints;
}

}  // namespace hoicho::scheduling::files
