// Counts meetings by party and half-day, and tightens those who had too many.
#include "scheduling/domain/proposal/half_day_limits.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace hoicho::scheduling {

namespace {

using programme::Entry;

std::size_t index(int number) { return static_cast<std::size_t>(number); }

/// (party, half-day) -> its meetings
std::map<std::pair<int, int>, std::vector<Entry>> by_half_day(const PosedProgramme& posed, const programme::Programme& programme) {
    std::map<std::pair<int, int>, std::vector<Entry>> meetings;
    for (const Entry& entry : programme.meetings) {
        const auto& meeting = posed.instance.meetings[index(entry.meeting)];
        for (const int person : {meeting.a, meeting.b}) meetings[{person, posed.sessions[index(entry.slot)]}].push_back(entry);
    }
    return meetings;
}

/// Leaves `kept` people of the party in the slot.
void leave_in_slot(programme::Participant& person, int slot, int kept) {
    for (auto& delegate : person.delegates) {
        const auto at = std::find(delegate.unavailable.begin(), delegate.unavailable.end(), slot);
        if (at != delegate.unavailable.end()) continue;
        if (kept > 0) {
            --kept;
        } else {
            delegate.unavailable.push_back(slot);
        }
    }
}

/// Live ones first, then musts, then the most valued.
void sort_by_worth(const PosedProgramme& posed, std::vector<Entry>& meetings) {
    std::sort(meetings.begin(), meetings.end(), [&](const Entry& a, const Entry& b) {
        const auto worth = [&](const Entry& entry) {
            const auto& of = posed.meetings[index(entry.meeting)];
            return std::tuple{of.kept != MeetingId{}, of.must, posed.instance.meetings[index(entry.meeting)].value};
        };
        return worth(a) != worth(b) ? worth(a) > worth(b) : a.meeting < b.meeting;
    });
}

bool is_live(const PosedProgramme& posed, const Entry& entry) { return posed.meetings[index(entry.meeting)].kept != MeetingId{}; }

/// What the programme holds fits; nothing else has to.
void let_go_of_other_musts(const PosedProgramme& posed, programme::Instance& instance, const programme::Programme& programme) {
    std::vector<bool> held(posed.meetings.size(), false);
    for (const Entry& entry : programme.meetings) held[index(entry.meeting)] = true;
    for (std::size_t m = 0; m < held.size(); ++m)
        if (!held[m] && posed.meetings[m].kept == MeetingId{}) instance.meetings[m].must = false;
}

}  // namespace

bool keep_half_day_maxima(const PosedProgramme& posed, programme::Instance& instance, programme::Programme& programme) {
    std::vector<bool> dropped(posed.meetings.size(), false);
    for (auto& [key, meetings] : by_half_day(posed, programme)) {
        const auto [person, session] = key;
        std::erase_if(meetings, [&](const Entry& entry) { return dropped[index(entry.meeting)]; });
        const std::uint32_t most = posed.half_day_max[index(person)][index(session)];
        if (most == 0 || meetings.size() <= most) continue;
        sort_by_worth(posed, meetings);
        std::map<int, int> kept_in_slot;
        for (std::size_t at = 0; at < meetings.size(); ++at) {
            const bool keep = at < most || is_live(posed, meetings[at]);
            kept_in_slot[meetings[at].slot] += keep;
            if (!keep) dropped[index(meetings[at].meeting)] = true;
        }
        for (std::size_t slot = 0; slot < posed.slots.size(); ++slot)
            if (const int number = static_cast<int>(slot); posed.sessions[slot] == session)
                leave_in_slot(instance.participants[index(person)], number, kept_in_slot[number]);
    }
    const bool went_too_far = std::erase_if(programme.meetings, [&](const Entry& entry) { return dropped[index(entry.meeting)]; }) > 0;
    if (went_too_far) let_go_of_other_musts(posed, instance, programme);
    return went_too_far;
}

void close_full_half_days(const PosedProgramme& posed, programme::Instance& instance, const programme::Programme& programme) {
    for (const auto& [key, meetings] : by_half_day(posed, programme)) {
        const auto [person, session] = key;
        const std::uint32_t most = posed.half_day_max[index(person)][index(session)];
        if (most == 0 || meetings.size() < most) continue;
        std::map<int, int> in_slot;
        for (const Entry& entry : meetings) ++in_slot[entry.slot];
        for (std::size_t slot = 0; slot < posed.slots.size(); ++slot)
            if (const int number = static_cast<int>(slot); posed.sessions[slot] == session)
                leave_in_slot(instance.participants[index(person)], number, in_slot[number]);
    }
}

}  // namespace hoicho::scheduling
