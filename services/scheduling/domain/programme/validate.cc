/// Says what is malformed or contradictory in an instance, before anybody plans with it.
#include "scheduling/domain/programme/validate.h"

#include <cmath>
#include <cstddef>
#include <cstdint>

namespace hoicho::scheduling::programme {
namespace {

std::string at(const std::string& list, std::size_t position) { return list + "[" + std::to_string(position) + "]"; }

/// Collects complaints about one instance; one function a section.
class Validation {
  public:
    explicit Validation(const Instance& instance) : instance_{instance} {}

    Complaints run() {
        check_sizes();
        if (!complaints_.empty()) return std::move(complaints_);  // the rest would walk lists that are too long
        check_slots();
        check_walks();
        check_places();
        check_participants();
        check_meetings();
        check_order_has_no_circle();
        check_objective();
        return std::move(complaints_);
    }

  private:
    void complain(std::string field, std::string reason) {
        if (complaints_.size() < complaints_max) complaints_.push_back({std::move(field), std::move(reason)});
    }

    void at_most(const std::string& field, std::size_t size, int bound) {
        if (size > static_cast<std::size_t>(bound))
            complain(field, std::to_string(size) + " entries, at most " + std::to_string(bound));
    }

    void within(const std::string& field, std::int64_t number, std::int64_t low, std::int64_t high) {
        if (number < low || number > high)
            complain(field, std::to_string(number) + " is not in " + std::to_string(low) + ".." + std::to_string(high));
    }

    void index(const std::string& field, int number, std::size_t size, const char* of) {
        if (number < 0 || static_cast<std::size_t>(number) >= size)
            complain(field, std::to_string(number) + " is none of the " + std::to_string(size) + " " + of);
    }

    void slot_list(const std::string& field, const std::vector<int>& slots) {
        at_most(field, slots.size(), slots_max);
        if (slots.size() > static_cast<std::size_t>(slots_max)) return;
        for (std::size_t i = 0; i < slots.size(); ++i) index(at(field, i), slots[i], instance_.slots.size(), "slots");
    }

    void check_sizes() {
        at_most("slots", instance_.slots.size(), slots_max);
        at_most("zones", instance_.zones.size(), zones_max);
        at_most("places", instance_.places.size(), places_max);
        at_most("participants", instance_.participants.size(), participants_max);
        at_most("meetings", instance_.meetings.size(), meetings_max);
    }

    void check_slots() {
        int days = 0;
        int in_day = 0;
        std::vector<int> seen;
        for (std::size_t t = 0; t < instance_.slots.size(); ++t) {
            const Slot& slot = instance_.slots[t];
            within(at("slots", t) + ".duration_s", slot.duration_s, 1, seconds_max);
            const bool new_day = t == 0 || instance_.slots[t - 1].day != slot.day;
            if (new_day) {
                for (const int day : seen)
                    if (day == slot.day)
                        complain(at("slots", t) + ".day", "the slots of a day must follow one another");
                seen.push_back(slot.day);
                ++days;
            }
            in_day = new_day ? 1 : in_day + 1;
            if (in_day == slots_per_day_max + 1)
                complain(at("slots", t) + ".day", "more than " + std::to_string(slots_per_day_max) + " slots in a day");
            if (t > 0 && slot.start_s < instance_.slots[t - 1].start_s + instance_.slots[t - 1].duration_s)
                complain(at("slots", t) + ".start", "begins before the slot before it ends");
        }
        if (days > days_max) complain("slots", std::to_string(days) + " days, at most " + std::to_string(days_max));
    }

    void check_walks() {
        const std::size_t zones = instance_.zones.size();
        if (instance_.walk_s.size() != zones) return complain("walk_s", "is not zones x zones");
        for (std::size_t z = 0; z < zones; ++z) {
            if (instance_.walk_s[z].size() != zones) return complain(at("walk_s", z), "is not zones x zones");
            for (std::size_t y = 0; y < zones; ++y)
                within(at(at("walk_s", z), y), instance_.walk_s[z][y], 0, seconds_max);
        }
    }

    void check_places() {
        for (std::size_t k = 0; k < instance_.places.size(); ++k) {
            const Place& place = instance_.places[k];
            index(at("places", k) + ".zone", place.zone, instance_.zones.size(), "zones");
            within(at("places", k) + ".capacity", place.capacity, 0, capacity_max);
            if (place.owner)
                index(at("places", k) + ".owner", *place.owner, instance_.participants.size(), "participants");
            slot_list(at("places", k) + ".closed", place.closed);
        }
    }

    void check_participants() {
        std::size_t delegates = 0;
        for (std::size_t p = 0; p < instance_.participants.size(); ++p) {
            const Participant& person = instance_.participants[p];
            const std::string field = at("participants", p);
            delegates += person.delegates.size();
            at_most(field + ".delegates", person.delegates.size(), delegates_max);
            if (person.delegates.size() > static_cast<std::size_t>(delegates_max)) continue;
            for (std::size_t d = 0; d < person.delegates.size(); ++d)
                slot_list(at(field + ".delegates", d) + ".unavailable", person.delegates[d].unavailable);
            if (person.max_meetings) within(field + ".max_meetings", *person.max_meetings, 0, meetings_max);
            if (!std::isfinite(person.pace) || person.pace < 0.0 || person.pace > pace_max)
                complain(field + ".pace", "is not in 0.." + std::to_string(static_cast<int>(pace_max)));
        }
        at_most("participants[].delegates", delegates, delegates_total_max);
    }

    void check_meetings() {
        const std::size_t people = instance_.participants.size();
        for (std::size_t m = 0; m < instance_.meetings.size(); ++m) {
            const Meeting& meeting = instance_.meetings[m];
            const std::string field = at("meetings", m);
            index(field + ".a", meeting.a, people, "participants");
            index(field + ".b", meeting.b, people, "participants");
            if (meeting.a == meeting.b) complain(field + ".b", "nobody meets oneself");
            within(field + ".value", meeting.value, 0, value_max);
            if (meeting.slots) slot_list(field + ".slots", *meeting.slots);
            for (std::size_t i = 0; i < meeting.after.size(); ++i) {
                index(at(field + ".after", i), meeting.after[i], instance_.meetings.size(), "meetings");
                if (meeting.after[i] == static_cast<int>(m))
                    complain(at(field + ".after", i), "cannot come after itself");
            }
        }
    }

    /// Meetings that wait for each other in a circle can never be held together: someone made a mistake.
    void check_order_has_no_circle() {
        if (!complaints_.empty()) return;
        const std::size_t meetings = instance_.meetings.size();
        std::vector<int> waits(meetings, 0);
        std::vector<std::vector<int>> later(meetings);
        for (std::size_t m = 0; m < meetings; ++m)
            for (const int other : instance_.meetings[m].after) {
                later[static_cast<std::size_t>(other)].push_back(static_cast<int>(m));
                ++waits[m];
            }
        std::vector<int> ready;
        for (std::size_t m = 0; m < meetings; ++m)
            if (waits[m] == 0) ready.push_back(static_cast<int>(m));
        for (std::size_t i = 0; i < ready.size(); ++i)
            for (const int m : later[static_cast<std::size_t>(ready[i])])
                if (--waits[static_cast<std::size_t>(m)] == 0) ready.push_back(m);
        if (ready.size() == meetings) return;
        for (std::size_t m = 0; m < meetings; ++m)
            if (waits[m] > 0) return complain(at("meetings", m) + ".after", "waits for itself in a circle");
    }

    void check_objective() {
        const Objective& weights = instance_.objective;
        within("objective.value", weights.value, 0, weight_max);
        within("objective.gap", weights.gap, 0, weight_max);
        within("objective.idle_slot", weights.idle_slot, 0, weight_max);
        within("objective.rushed", weights.rushed, 0, weight_max);
        within("objective.left_out", weights.left_out, 0, weight_max);
        within("objective.moved", weights.moved, 0, weight_max);
        within("objective.cancelled", weights.cancelled, 0, weight_max);
        if (instance_.limits.max_gap_spread)
            within("limits.max_gap_spread", *instance_.limits.max_gap_spread, 0, slots_max);
        within("freeze_before_slot", instance_.freeze_before_slot, 0,
               static_cast<std::int64_t>(instance_.slots.size()));
    }

    const Instance& instance_;
    Complaints complaints_;
};

}  // namespace

Complaints validate(const Instance& instance) { return Validation{instance}.run(); }

}  // namespace hoicho::scheduling::programme
