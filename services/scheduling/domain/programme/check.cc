/// Judges a programme from scratch: rules first, then figures, as the published format states them.
#include "scheduling/domain/programme/check.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "scheduling/domain/programme/satisfaction.h"

namespace hoicho::scheduling::programme {
namespace {

constexpr int nowhere = -1;

template <class T>
const T& of(const std::vector<T>& list, int position) {
    return list[static_cast<std::size_t>(position)];
}

bool has(const std::vector<int>& list, int wanted) { return std::find(list.begin(), list.end(), wanted) != list.end(); }

bool known(int position, std::size_t size) { return position >= 0 && static_cast<std::size_t>(position) < size; }

class Check {
  public:
    Check(const Instance& instance, const Programme& programme) : in_{instance} {
        slot_.assign(in_.meetings.size(), nowhere);
        place_.assign(in_.meetings.size(), nowhere);
        owns_.assign(in_.participants.size(), 0);
        for (const Place& place : in_.places)
            if (place.owner) owns_[static_cast<std::size_t>(*place.owner)] = 1;
        read(programme);
    }

    Judgement run(const Programme* previous) {
        check_meetings();
        check_seats();
        check_participants();
        sum_value();
        if (previous != nullptr) compare(*previous);
        const Objective& w = in_.objective;
        Figures& f = out_.figures;
        f.score = w.value * f.value_held - w.gap * f.gaps - w.idle_slot * f.idle_slots - w.rushed * f.rushed -
                  w.left_out * f.left_out - w.moved * f.moved - w.cancelled * f.cancelled;
        return std::move(out_);
    }

  private:
    void bad(Broken broken) { out_.broken.push_back(broken); }

    bool held(int m) const { return of(slot_, m) != nowhere; }

    void read(const Programme& programme) {
        if (!programme.instance.empty() && programme.instance != in_.name) bad({.rule = Rule::unknown});
        for (const Entry& entry : programme.meetings) {
            const auto m = static_cast<std::size_t>(entry.meeting);
            if (!known(entry.meeting, in_.meetings.size()) || !known(entry.slot, in_.slots.size()) ||
                !known(entry.place, in_.places.size())) {
                bad({.rule = Rule::unknown, .meeting = entry.meeting, .slot = entry.slot, .place = entry.place});
            } else if (slot_[m] != nowhere) {
                bad({.rule = Rule::twice, .meeting = entry.meeting, .slot = entry.slot});
            } else {
                slot_[m] = entry.slot;
                place_[m] = entry.place;
            }
        }
    }

    bool place_fits(const Meeting& meeting, const Place& place) const {
        if (of(owns_, meeting.a) != 0 || of(owns_, meeting.b) != 0)
            return place.owner == meeting.a || place.owner == meeting.b;
        return !place.owner;
    }

    void check_meetings() {
        for (int m = 0; m < static_cast<int>(in_.meetings.size()); ++m) {
            const Meeting& meeting = of(in_.meetings, m);
            if (!held(m)) {
                if (meeting.must && !meeting.withdrawn) bad({.rule = Rule::must, .meeting = m});
                continue;
            }
            const int t = of(slot_, m);
            const int k = of(place_, m);
            const Place& place = of(in_.places, k);
            if (meeting.withdrawn) bad({.rule = Rule::withdrawn, .meeting = m});
            if (meeting.slots && !has(*meeting.slots, t)) bad({.rule = Rule::slot, .meeting = m, .slot = t});
            if (!place_fits(meeting, place)) bad({.rule = Rule::place, .meeting = m, .place = k});
            if (has(place.closed, t)) bad({.rule = Rule::closed, .meeting = m, .slot = t, .place = k});
            for (const int p : {meeting.a, meeting.b}) {
                at_[{p, t}].push_back(m);
                if (of(in_.participants, p).step_free && !place.step_free)
                    bad({.rule = Rule::step_free, .meeting = m, .participant = p, .place = k});
            }
            ++used_[{k, t}];
            for (const int other : meeting.after)
                if (held(other) && of(slot_, other) >= t) bad({.rule = Rule::order, .meeting = m, .slot = t});
        }
    }

    void check_seats() {
        for (const auto& [key, held] : at_)
            if (static_cast<int>(held.size()) > delegates_there(of(in_.participants, key.first), key.second))
                bad({.rule = Rule::clash, .participant = key.first, .slot = key.second});
        for (const auto& [key, count] : used_)
            if (count > of(in_.places, key.first).capacity)
                bad({.rule = Rule::capacity, .slot = key.second, .place = key.first});
    }

    void check_participants() {
        std::vector<std::int64_t> gaps;
        for (int p = 0; p < static_cast<int>(in_.participants.size()); ++p) {
            const Participant& person = of(in_.participants, p);
            std::vector<int> busy;
            int meetings = 0;
            for (auto it = at_.lower_bound({p, 0}); it != at_.end() && it->first.first == p; ++it) {
                busy.push_back(it->first.second);
                meetings += static_cast<int>(it->second.size());
            }
            if (person.max_meetings && meetings > *person.max_meetings)
                bad({.rule = Rule::max_meetings, .participant = p});
            if (person.count_gaps) gaps.push_back(count_gaps(busy));
            if (person.delegates.size() == 1 && of(owns_, p) == 0) count_rushes(p, busy);
        }
        if (gaps.empty()) return;
        const auto [fewest, most] = std::minmax_element(gaps.begin(), gaps.end());
        out_.figures.gap_spread = *most - *fewest;
        if (in_.limits.max_gap_spread && *most - *fewest > *in_.limits.max_gap_spread) bad({.rule = Rule::gap_spread});
    }

    std::int64_t count_gaps(const std::vector<int>& busy) {
        std::int64_t gaps = 0;
        for (std::size_t i = 1; i < busy.size(); ++i) {
            if (of(in_.slots, busy[i]).day != of(in_.slots, busy[i - 1]).day) continue;
            const int idle = busy[i] - busy[i - 1] - 1;
            gaps += idle > 0;
            out_.figures.idle_slots += idle;
        }
        out_.figures.gaps += gaps;
        return gaps;
    }

    void count_rushes(int p, const std::vector<int>& busy) {
        const Participant& person = of(in_.participants, p);
        for (std::size_t i = 1; i < busy.size(); ++i) {
            const int t = busy[i - 1];
            const Slot& now = of(in_.slots, t);
            const Slot& next = of(in_.slots, busy[i]);
            if (busy[i] != t + 1 || now.day != next.day) continue;
            const int from = of(in_.places, of(place_, at_[{p, t}].front())).zone;
            const int to = of(in_.places, of(place_, at_[{p, t + 1}].front())).zone;
            const double need_s = static_cast<double>(of(of(in_.walk_s, from), to)) * person.pace;
            if (!(need_s > static_cast<double>(next.start_s - now.start_s - now.duration_s))) continue;
            ++out_.figures.rushed;
            if (person.no_rush) bad({.rule = Rule::no_rush, .participant = p, .slot = t});
        }
    }

    void sum_value() {
        Figures& f = out_.figures;
        for (int m = 0; m < static_cast<int>(in_.meetings.size()); ++m) {
            const Meeting& meeting = of(in_.meetings, m);
            f.meetings_asked += !meeting.withdrawn;
            f.value_asked += meeting.withdrawn ? 0 : meeting.value;
            f.meetings_held += held(m);
            f.value_held += held(m) ? meeting.value : 0;
        }
        const Satisfaction satisfaction = satisfaction_of(in_, [this](int m) { return held(m); });
        f.left_out = satisfaction.left_out;
        f.satisfaction_min = satisfaction.min;
        f.satisfaction_mean = satisfaction.mean;
        f.satisfaction_jain = satisfaction.jain;
    }

    void compare(const Programme& previous) {
        Figures& f = out_.figures;
        std::map<int, Entry> before;
        for (const Entry& entry : previous.meetings) before[entry.meeting] = entry;
        std::set<int> disturbed;
        for (const auto& [m, entry] : before) {
            if (!known(m, in_.meetings.size())) {
                bad({.rule = Rule::unknown, .meeting = m});
                continue;
            }
            const Meeting& meeting = of(in_.meetings, m);
            if (!held(m) && meeting.withdrawn) {
                ++f.withdrawn;
                continue;
            }
            if (held(m) && of(slot_, m) == entry.slot && of(place_, m) == entry.place) continue;
            ++(held(m) ? f.moved : f.cancelled);
            disturbed.insert({meeting.a, meeting.b});
            if (entry.slot < in_.freeze_before_slot) bad({.rule = Rule::frozen, .meeting = m, .slot = entry.slot});
        }
        for (int m = 0; m < static_cast<int>(in_.meetings.size()); ++m) {
            if (!held(m) || before.contains(m)) continue;
            ++f.added;
            if (of(slot_, m) < in_.freeze_before_slot) bad({.rule = Rule::frozen, .meeting = m, .slot = of(slot_, m)});
        }
        f.people_disturbed = static_cast<std::int64_t>(disturbed.size());
    }

    const Instance& in_;
    Judgement out_;
    std::vector<int> slot_;
    std::vector<int> place_;
    std::vector<char> owns_;
    std::map<std::pair<int, int>, std::vector<int>> at_;  ///< (participant, slot) -> meetings
    std::map<std::pair<int, int>, int> used_;             ///< (place, slot) -> meetings
};

}  // namespace

const char* name_of(Rule rule) {
    switch (rule) {
        case Rule::unknown: return "unknown";
        case Rule::twice: return "twice";
        case Rule::withdrawn: return "withdrawn";
        case Rule::must: return "must";
        case Rule::slot: return "slot";
        case Rule::order: return "order";
        case Rule::clash: return "clash";
        case Rule::place: return "place";
        case Rule::closed: return "closed";
        case Rule::capacity: return "capacity";
        case Rule::step_free: return "step_free";
        case Rule::max_meetings: return "max_meetings";
        case Rule::no_rush: return "no_rush";
        case Rule::gap_spread: return "gap_spread";
        case Rule::frozen: return "frozen";
    }
    return "";
}

Judgement check(const Instance& instance, const Programme& programme, const Programme* previous) {
    return Check{instance, programme}.run(previous);
}

}  // namespace hoicho::scheduling::programme
