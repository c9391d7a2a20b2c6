/// Small fairs full of every rule, for tests. The seed alone repeats a fair.
#pragma once

#include <string>
#include <vector>

#include "scheduling/domain/programme/instance.h"
#include "scheduling/domain/programme/random.h"

namespace hoicho::scheduling::programme {

class RandomFair {
  public:
    explicit RandomFair(std::uint64_t seed) : random_{seed * 7919 + 1} {}

    Instance make() {
        fair_.name = "random fair";
        fair_.objective = {
            .value = 10, .gap = 15, .idle_slot = 1, .rushed = 20, .left_out = 100, .moved = 30, .cancelled = 100};
        if (one_in(4)) fair_.limits.max_gap_spread = random_.below(3);
        make_slots();
        make_zones();
        const int people = 4 + random_.below(12);
        for (int p = 0; p < people; ++p) make_participant();
        make_places();
        const int meetings = people + random_.below(4 * people);
        for (int m = 0; m < meetings; ++m) make_meeting(m);
        return fair_;
    }

  private:
    bool one_in(int n) { return random_.below(n) == 0; }

    std::vector<int> some_slots(int one_in_n) {
        std::vector<int> out;
        for (int t = 0; t < static_cast<int>(fair_.slots.size()); ++t)
            if (one_in(one_in_n)) out.push_back(t);
        return out;
    }

    void make_slots() {
        const int days = 1 + random_.below(2);
        const int per_day = 3 + random_.below(6);
        for (int t = 0; t < days * per_day; ++t)
            fair_.slots.push_back(
                {.day = 7 + t / per_day, .start_s = t / per_day * 86'400 + t % per_day * 1'380, .duration_s = 1'200});
    }

    void make_zones() {
        const int zones = 1 + random_.below(3);
        for (int z = 0; z < zones; ++z) {
            fair_.zones.push_back({"zone"});
            fair_.walk_s.emplace_back();
            for (int y = 0; y < zones; ++y) fair_.walk_s.back().push_back(z == y ? 30 : 100 + 60 * random_.below(3));
        }
    }

    void make_participant() {
        Participant person{.name = "p" + std::to_string(fair_.participants.size())};
        person.delegates.assign(static_cast<std::size_t>(1 + (one_in(3) ? random_.below(3) : 0)), {});
        for (auto& delegate : person.delegates) delegate.unavailable = some_slots(6);
        if (one_in(4)) person.max_meetings = random_.below(6);
        person.count_gaps = !one_in(4);
        person.step_free = one_in(10);
        person.no_rush = one_in(5);
        person.pace = one_in(3) ? 1.6 : 1.0;
        fair_.participants.push_back(person);
    }

    void make_places() {
        const int zones = static_cast<int>(fair_.zones.size());
        for (int p = 0; p < static_cast<int>(fair_.participants.size()); ++p)
            if (one_in(4))
                fair_.places.push_back({.name = "booth",
                                        .zone = random_.below(zones),
                                        .capacity = 1 + random_.below(2),
                                        .step_free = !one_in(6),
                                        .owner = p,
                                        .closed = some_slots(12)});
        const int pools = 1 + random_.below(3);
        for (int i = 0; i < pools; ++i)
            fair_.places.push_back({.name = "tables",
                                    .zone = random_.below(zones),
                                    .capacity = 1 + random_.below(3),
                                    .step_free = !one_in(4),
                                    .owner = {},
                                    .closed = some_slots(12)});
    }

    void make_meeting(int m) {
        const int people = static_cast<int>(fair_.participants.size());
        Meeting meeting{.a = random_.below(people), .b = 0};
        meeting.b = (meeting.a + 1 + random_.below(people - 1)) % people;
        meeting.value = random_.below(26);
        meeting.must = one_in(20);
        meeting.withdrawn = one_in(20);
        if (one_in(6)) meeting.slots = some_slots(2);
        if (m > 0 && one_in(8)) meeting.after.push_back(random_.below(m));
        fair_.meetings.push_back(meeting);
    }

    Random random_;
    Instance fair_;
};

}  // namespace hoicho::scheduling::programme
