/// Reads `hoicho-instance/1`.
#include "scheduling/domain/programme/validate.h"
#include "scheduling/files/instance_file.h"
#include "scheduling/files/node.h"

namespace hoicho::scheduling::files {
namespace {

using namespace programme;

Slot read_slot(const Node& node) {
    node.only({"day", "start", "duration_s"});
    return {.day = node.at("day").number(),
            .start_s = node.at("start").time_s(),
            .duration_s = node.at("duration_s").whole()};
}

Place read_place(const Node& node) {
    node.only({"name", "zone", "capacity", "step_free", "owner", "closed"});
    Place place{
        .name = node.at("name").text(), .zone = node.at("zone").number(), .capacity = node.at("capacity").number()};
    if (const auto step_free = node.find("step_free")) place.step_free = step_free->boolean();
    if (const auto owner = node.find("owner")) place.owner = owner->number();
    if (const auto closed = node.find("closed")) place.closed = closed->numbers();
    return place;
}

Side read_side(const Node& node) {
    const std::string side = node.text();
    if (side == "exhibitor") return Side::exhibitor;
    if (side == "buyer") return Side::buyer;
    if (side != "any") node.complain("is none of exhibitor, buyer, any");
    return Side::any;
}

Delegate read_delegate(const Node& node) {
    node.only({"unavailable"});
    Delegate delegate;
    if (const auto unavailable = node.find("unavailable")) delegate.unavailable = unavailable->numbers();
    return delegate;
}

Participant read_participant(const Node& node) {
    node.only({"name", "side", "delegates", "max_meetings", "count_gaps", "step_free", "pace", "no_rush"});
    Participant person;
    person.name = node.at("name").text();
    if (const auto side = node.find("side")) person.side = read_side(*side);
    if (const auto delegates = node.find("delegates")) {
        person.delegates.clear();
        delegates->each([&](const Node& item) { person.delegates.push_back(read_delegate(item)); });
    }
    if (const auto most = node.find("max_meetings")) person.max_meetings = most->number();
    if (const auto count = node.find("count_gaps")) person.count_gaps = count->boolean();
    if (const auto step_free = node.find("step_free")) person.step_free = step_free->boolean();
    if (const auto pace = node.find("pace")) person.pace = pace->real();
    if (const auto no_rush = node.find("no_rush")) person.no_rush = no_rush->boolean();
    return person;
}

Meeting read_meeting(const Node& node) {
    node.only({"a", "b", "rank_a", "rank_b", "value", "must", "slots", "after", "withdrawn"});
    Meeting meeting{.a = node.at("a").number(), .b = node.at("b").number()};
    if (const auto rank = node.find("rank_a")) meeting.rank_a = rank->number();
    if (const auto rank = node.find("rank_b")) meeting.rank_b = rank->number();
    meeting.value = node.at("value").whole();
    if (const auto must = node.find("must")) meeting.must = must->boolean();
    if (const auto slots = node.find("slots")) meeting.slots = slots->numbers();
    if (const auto after = node.find("after")) meeting.after = after->numbers();
    if (const auto withdrawn = node.find("withdrawn")) meeting.withdrawn = withdrawn->boolean();
    return meeting;
}

Objective read_objective(const Node& node) {
    node.only({"value", "gap", "idle_slot", "rushed", "left_out", "moved", "cancelled"});
    const auto weight = [&](std::string_view key) {
        const auto member = node.find(key);
        return member ? member->whole() : 0;
    };
    return {.value = weight("value"),
            .gap = weight("gap"),
            .idle_slot = weight("idle_slot"),
            .rushed = weight("rushed"),
            .left_out = weight("left_out"),
            .moved = weight("moved"),
            .cancelled = weight("cancelled")};
}

Instance read_fields(const Node& root) {
    root.only({"format", "name", "source", "slots", "zones", "walk_s", "places", "participants", "meetings", "limits",
               "freeze_before_slot", "objective"});
    Instance out;
    out.name = root.at("name").text();
    root.at("slots").each([&](const Node& item) { out.slots.push_back(read_slot(item)); });
    root.at("zones").each([&](const Node& item) { out.zones.push_back({item.at("name").text()}); });
    root.at("walk_s").each([&](const Node& row) {
        out.walk_s.emplace_back();
        row.each([&](const Node& item) { out.walk_s.back().push_back(item.whole()); });
    });
    root.at("places").each([&](const Node& item) { out.places.push_back(read_place(item)); });
    root.at("participants").each([&](const Node& item) { out.participants.push_back(read_participant(item)); });
    root.at("meetings").each([&](const Node& item) { out.meetings.push_back(read_meeting(item)); });
    if (const auto limits = root.find("limits")) {
        limits->only({"max_gap_spread"});
        if (const auto spread = limits->find("max_gap_spread")) out.limits.max_gap_spread = spread->number();
    }
    if (const auto freeze = root.find("freeze_before_slot")) out.freeze_before_slot = freeze->number();
    out.objective = read_objective(root.at("objective"));
    return out;
}

}  // namespace

Read<Instance> read_instance(std::string_view text) {
    const auto document = parse(text, "hoicho-instance/1");
    if (!document) return document.error();
    Complaints complaints;
    Instance instance = read_fields(Node{*document, complaints});
    if (complaints.empty()) complaints = validate(instance);
    if (!complaints.empty()) return complaints;
    return instance;
}

}  // namespace hoicho::scheduling::files
