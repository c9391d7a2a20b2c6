/// How much of what they could have had people got.
#include "scheduling/domain/programme/satisfaction.h"

#include <algorithm>
#include <set>

namespace hoicho::scheduling::programme {
namespace {

/// The best wishes that fit the participant's own free slots and wished maximum.
std::int64_t reachable_alone(const Participant& person, int slots, std::vector<std::int64_t> values) {
    std::int64_t room = 0;
    for (const Delegate& delegate : person.delegates) {
        const std::set<int> away(delegate.unavailable.begin(), delegate.unavailable.end());
        room += slots - static_cast<int>(away.size());
    }
    if (person.max_meetings) room = std::min<std::int64_t>(room, *person.max_meetings);
    std::sort(values.rbegin(), values.rend());
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < values.size() && static_cast<std::int64_t>(i) < room; ++i) sum += values[i];
    return sum;
}

}  // namespace

int delegates_there(const Participant& participant, int slot) {
    const auto& delegates = participant.delegates;
    return static_cast<int>(std::count_if(delegates.begin(), delegates.end(), [slot](const Delegate& delegate) {
        return std::find(delegate.unavailable.begin(), delegate.unavailable.end(), slot) == delegate.unavailable.end();
    }));
}

Satisfaction satisfaction_of(const Instance& instance, const std::function<bool(int meeting)>& is_held) {
    std::vector<std::vector<std::int64_t>> asked(instance.participants.size());
    std::vector<std::int64_t> got(instance.participants.size(), 0);
    for (std::size_t m = 0; m < instance.meetings.size(); ++m) {
        const Meeting& meeting = instance.meetings[m];
        for (const int p : {meeting.a, meeting.b}) {
            if (!meeting.withdrawn) asked[static_cast<std::size_t>(p)].push_back(meeting.value);
            if (is_held(static_cast<int>(m))) got[static_cast<std::size_t>(p)] += meeting.value;
        }
    }
    Satisfaction out;
    double sum = 0;
    double squares = 0;
    int people = 0;
    for (std::size_t p = 0; p < instance.participants.size(); ++p) {
        const std::int64_t best =
            reachable_alone(instance.participants[p], static_cast<int>(instance.slots.size()), asked[p]);
        if (best <= 0) continue;
        const double part = static_cast<double>(got[p]) / static_cast<double>(best);
        out.left_out += got[p] == 0;
        out.min = people == 0 ? part : std::min(out.min, part);
        sum += part;
        squares += part * part;
        ++people;
    }
    if (people > 0) out.mean = sum / people;
    if (squares > 0) out.jain = sum * sum / (people * squares);
    return out;
}

}  // namespace hoicho::scheduling::programme
