/// A draw that anybody can verify: tickets, commitment, record.
#include "scheduling/files/draw_file.h"

#include <boost/json/serialize.hpp>

#include "kernel/sha256.h"
#include "scheduling/files/node.h"

namespace hoicho::scheduling::files {
namespace json = boost::json;
namespace {

constexpr std::size_t seed_digits = 64;

json::object turn_line(const DrawInput& input, const floor::Turn& turn, const floor::Ticket& ticket, std::size_t number) {
    const floor::Exhibitor& e = input.floor->exhibitors[static_cast<std::size_t>(turn.exhibitor)];
    json::object line{{"turn", number}, {"exhibitor", turn.exhibitor}, {"name", e.name}, {"points", e.points}, {"ticket", hex(ticket)}};
    json::array booths;
    for (const int booth : turn.booths)
        booths.push_back(json::object{{"booth", booth}, {"name", input.floor->booths[static_cast<std::size_t>(booth)].name}});
    line["booths"] = std::move(booths);
    line["wish"] = turn.wish > 0 ? json::value(turn.wish) : json::value(nullptr);
    return line;
}

std::string member(const char* name, const std::string& text) {
    return "\"" + std::string{name} + "\":" + json::serialize(json::value(text)) + ",\n";
}

}  // namespace

programme::Complaints complaints_of(const DrawInput& input) {
    programme::Complaints complaints = floor::validate_for_draw(*input.floor);
    if (input.seed.size() != seed_digits || input.seed.find_first_not_of("0123456789abcdef") != std::string::npos)
        complaints.push_back({"seed", "is not 64 hex digits in lower case"});
    if (input.public_value.find_first_of("\r\n") != std::string::npos) complaints.push_back({"public_value", "is more than one line"});
    if (input.public_value.size() > public_value_bytes_max)
        complaints.push_back({"public_value", "is longer than " + std::to_string(public_value_bytes_max) + " bytes"});
    return complaints;
}

Commitment commit(const DrawInput& input) {
    return {.floor = input.floor->name, .floor_sha256 = input.floor_sha256, .commitment = sha256_hex(input.seed)};
}

std::vector<floor::Ticket> tickets_of(const DrawInput& input) {
    const std::string head = input.seed + "\n" + input.public_value + "\n" + input.floor->name + "\n";
    std::vector<floor::Ticket> tickets;
    for (const floor::Exhibitor& e : input.floor->exhibitors) tickets.push_back(sha256(head + e.name));
    return tickets;
}

DrawResult draw(const DrawInput& input) {
    const auto tickets = tickets_of(input);
    const auto turns = floor::choose_in_turn(*input.floor, floor::turn_order(*input.floor, tickets));
    const Commitment committed = commit(input);
    std::string record = "{" + member("format", "hoicho-draw/1") + member("floor", committed.floor) +
                         member("floor_sha256", committed.floor_sha256) + member("commitment", committed.commitment) +
                         member("seed", input.seed) + member("public_value", input.public_value) + "\"turns\":[";
    for (std::size_t i = 0; i < turns.size(); ++i) {
        const auto& ticket = tickets[static_cast<std::size_t>(turns[i].exhibitor)];
        record += (i == 0 ? "\n" : ",\n") + json::serialize(turn_line(input, turns[i], ticket, i + 1));
    }
    record += "\n]}\n";
    return {.allocation = floor::allocation_of(*input.floor, turns), .record = std::move(record)};
}

Read<Commitment> read_commitment(std::string_view text) {
    const auto document = parse(text, "hoicho-draw-commitment/1");
    if (!document) return document.error();
    programme::Complaints complaints;
    const Node root{*document, complaints};
    root.only({"format", "floor", "floor_sha256", "commitment"});
    Commitment out{.floor = root.at("floor").text(), .floor_sha256 = root.at("floor_sha256").text(), .commitment = root.at("commitment").text()};
    if (!complaints.empty()) return complaints;
    return out;
}

std::string write_commitment(const Commitment& commitment) {
    return json::serialize(json::object{{"format", "hoicho-draw-commitment/1"},
                                        {"floor", commitment.floor},
                                        {"floor_sha256", commitment.floor_sha256},
                                        {"commitment", commitment.commitment}}) +
           "\n";
}

}  // namespace hoicho::scheduling::files
