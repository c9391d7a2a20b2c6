/// Explanations as JSON objects.
#include "hoicho/solver/explain_json.h"

#include <boost/json/serialize.hpp>

namespace hoicho::cli {
namespace json = boost::json;
using namespace scheduling::programme;
namespace {

const char* name_of(Finding finding) {
    switch (finding) {
        case Finding::held: return "held";
        case Finding::impossible: return "impossible";
        case Finding::at_maximum: return "at_maximum";
        case Finding::blocked: return "blocked";
        case Finding::could_fit: return "could_fit";
    }
    return "";
}

const char* name_of(Cause cause) {
    switch (cause) {
        case Cause::possible: return "possible";
        case Cause::withdrawn: return "withdrawn";
        case Cause::no_meetings_wished: return "no_meetings_wished";
        case Cause::no_common_slot: return "no_common_slot";
        case Cause::no_place: return "no_place";
        case Cause::no_step_free_place: return "no_step_free_place";
        case Cause::always_closed: return "always_closed";
        case Cause::past: return "past";
    }
    return "";
}

json::array write(const std::vector<Blocker>& blockers) {
    json::array out;
    for (const Blocker& blocker : blockers) out.push_back(json::object{{"meeting", blocker.meeting}, {"value", blocker.value}});
    return out;
}

json::object write(const SlotObstacle& obstacle) {
    json::object out{{"slot", obstacle.slot}};
    if (!obstacle.of_a.empty()) out["of_a"] = write(obstacle.of_a);
    if (!obstacle.of_b.empty()) out["of_b"] = write(obstacle.of_b);
    if (!obstacle.at_places.empty()) out["at_places"] = write(obstacle.at_places);
    if (!obstacle.order.empty()) out["order"] = write(obstacle.order);
    if (obstacle.closed) out["closed"] = true;
    if (obstacle.rushed) out["rushed"] = true;
    if (obstacle.gap_spread) out["gap_spread"] = true;
    return out;
}

json::object write(const Price& price, const Instance& instance, Language language) {
    json::array changes;
    for (const Relocation& r : price.changes)
        changes.push_back(json::object{{"meeting", r.meeting}, {"from_slot", r.from_slot}, {"from_place", r.from_place}, {"to_slot", r.to_slot}, {"to_place", r.to_place}});
    json::object out{{"found", price.found}};
    if (price.found) {
        out["score_change"] = price.score_change;
        out["changes"] = std::move(changes);
    }
    out["text"] = sentence(instance, price, language);
    return out;
}

}  // namespace

std::string explain_line(const Instance& instance, const Explanation& e, const Price* price, Language language) {
    const Meeting& meeting = instance.meetings[static_cast<std::size_t>(e.meeting)];
    json::object out{{"meeting", e.meeting}, {"a", meeting.a}, {"b", meeting.b}, {"finding", name_of(e.finding)}};
    if (e.finding == Finding::impossible) out["cause"] = name_of(e.cause);
    if (e.participant >= 0) out["participant"] = e.participant;
    if (!e.in_the_way.empty()) out["in_the_way"] = write(e.in_the_way);
    if (!e.slots.empty()) {
        json::array slots;
        for (const SlotObstacle& obstacle : e.slots) slots.push_back(write(obstacle));
        out["slots"] = std::move(slots);
    }
    if (e.finding == Finding::held || e.finding == Finding::could_fit) out["spot"] = json::object{{"slot", e.spot.slot}, {"place", e.spot.place}};
    out["text"] = sentence(instance, e, language);
    if (price != nullptr) out["price"] = write(*price, instance, language);
    return json::serialize(out) + "\n";
}

}  // namespace hoicho::cli
