/// Writes `hoicho-instance/1`; members with their default value are left away.
#include <boost/json/serialize.hpp>

#include "scheduling/files/instance_file.h"
#include "scheduling/files/iso_time.h"

namespace hoicho::scheduling::files {
namespace json = boost::json;
namespace {

using namespace programme;

json::array list_of(const std::vector<int>& numbers) { return json::array(numbers.begin(), numbers.end()); }

template <class Items, class Write>
json::array list_of(const Items& items, Write write) {
    json::array out;
    out.reserve(items.size());
    for (const auto& item : items) out.push_back(write(item));
    return out;
}

json::object write_slot(const Slot& slot) {
    return {{"day", slot.day}, {"start", iso_time(slot.start_s)}, {"duration_s", slot.duration_s}};
}

json::object write_place(const Place& place) {
    json::object out{{"name", place.name}, {"zone", place.zone}, {"capacity", place.capacity}};
    if (!place.step_free) out["step_free"] = false;
    if (place.owner) out["owner"] = *place.owner;
    if (!place.closed.empty()) out["closed"] = list_of(place.closed);
    return out;
}

json::object write_delegate(const Delegate& delegate) {
    json::object out;
    if (!delegate.unavailable.empty()) out["unavailable"] = list_of(delegate.unavailable);
    return out;
}

const char* name_of(Side side) {
    switch (side) {
        case Side::any: return "any";
        case Side::exhibitor: return "exhibitor";
        case Side::buyer: return "buyer";
    }
    return "any";
}

json::object write_participant(const Participant& person) {
    json::object out{{"name", person.name},
                     {"side", name_of(person.side)},
                     {"delegates", list_of(person.delegates, write_delegate)}};
    if (person.max_meetings) out["max_meetings"] = *person.max_meetings;
    if (!person.count_gaps) out["count_gaps"] = false;
    if (person.step_free) out["step_free"] = true;
    if (person.pace != 1.0) out["pace"] = person.pace;
    if (person.no_rush) out["no_rush"] = true;
    return out;
}

json::value rank_of(const std::optional<int>& rank) { return rank ? json::value(*rank) : json::value(nullptr); }

json::object write_meeting(const Meeting& meeting) {
    json::object out{{"a", meeting.a},
                     {"b", meeting.b},
                     {"rank_a", rank_of(meeting.rank_a)},
                     {"rank_b", rank_of(meeting.rank_b)},
                     {"value", meeting.value}};
    if (meeting.must) out["must"] = true;
    if (meeting.slots) out["slots"] = list_of(*meeting.slots);
    if (!meeting.after.empty()) out["after"] = list_of(meeting.after);
    if (meeting.withdrawn) out["withdrawn"] = true;
    return out;
}

json::object write_objective(const Objective& weights) {
    return {{"value", weights.value},        {"gap", weights.gap},           {"idle_slot", weights.idle_slot},
            {"rushed", weights.rushed},      {"left_out", weights.left_out}, {"moved", weights.moved},
            {"cancelled", weights.cancelled}};
}

}  // namespace

std::string write_instance(const Instance& instance) {
    json::object out{{"format", "hoicho-instance/1"}, {"name", instance.name}};
    out["slots"] = list_of(instance.slots, write_slot);
    out["zones"] = list_of(instance.zones, [](const Zone& zone) { return json::object{{"name", zone.name}}; });
    out["walk_s"] = list_of(instance.walk_s, [](const auto& row) { return json::array(row.begin(), row.end()); });
    out["places"] = list_of(instance.places, write_place);
    out["participants"] = list_of(instance.participants, write_participant);
    out["meetings"] = list_of(instance.meetings, write_meeting);
    json::object limits;
    if (instance.limits.max_gap_spread) limits["max_gap_spread"] = *instance.limits.max_gap_spread;
    out["limits"] = std::move(limits);
    if (instance.freeze_before_slot > 0) out["freeze_before_slot"] = instance.freeze_before_slot;
    out["objective"] = write_objective(instance.objective);
    return json::serialize(out) + "\n";
}

}  // namespace hoicho::scheduling::files
