/// Small fairs in the middle of which something happened, for tests: somebody does not come, a place closes, wishes are
/// withdrawn and new ones come in. The seed alone repeats it.
#pragma once

#include <algorithm>

#include "scheduling/domain/programme/random_fair.h"
#include "scheduling/domain/programme/solve.h"

namespace hoicho::scheduling::programme {

struct Upset {
    Instance fair;
    Programme previous;
};

inline Upset random_upset(std::uint64_t seed) {
    constexpr std::uint64_t steps = 1'000;
    Upset upset{.fair = RandomFair{seed}.make(), .previous = {}};
    Instance& fair = upset.fair;
    upset.previous = improve(fair, {}, seed, steps).programme;
    Random random{seed + 77};
    const int slots = static_cast<int>(fair.slots.size());
    const int people = static_cast<int>(fair.participants.size());
    fair.freeze_before_slot = random.below(slots / 2 + 1);
    const int absent = random.below(people);
    for (auto& delegate : fair.participants[static_cast<std::size_t>(absent)].delegates) {
        std::erase_if(delegate.unavailable, [&](int t) { return t >= fair.freeze_before_slot; });
        for (int t = fair.freeze_before_slot; t < slots; ++t) delegate.unavailable.push_back(t);
    }
    Place& closes = fair.places[static_cast<std::size_t>(random.below(static_cast<int>(fair.places.size())))];
    for (int t = fair.freeze_before_slot; t < std::min(slots, fair.freeze_before_slot + 2); ++t)
        if (std::find(closes.closed.begin(), closes.closed.end(), t) == closes.closed.end()) closes.closed.push_back(t);
    for (const Entry& entry : upset.previous.meetings) {
        if (entry.slot < fair.freeze_before_slot) continue;
        Meeting& meeting = fair.meetings[static_cast<std::size_t>(entry.meeting)];
        const bool hopeless = meeting.must && (meeting.a == absent || meeting.b == absent);
        if (hopeless || random.below(12) == 0) meeting.withdrawn = true;
    }
    for (int i = random.below(4); i > 0; --i) {
        const int a = random.below(people);
        fair.meetings.push_back({.a = a, .b = (a + 1 + random.below(people - 1)) % people, .value = random.below(26)});
    }
    return upset;
}

}  // namespace hoicho::scheduling::programme
