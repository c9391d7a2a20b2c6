// Seats meetings one by one in plain arrays over the posed instance.
#include "scheduling/domain/proposal/finish_programme.h"

#include <algorithm>
#include <utility>

namespace hoicho::scheduling {

namespace {

using programme::Entry;

class Seating {
  public:
    explicit Seating(const PosedProgramme& posed) : posed_{posed}, slots_{posed.slots.size()} {
        const std::size_t people = posed.participants.size();
        free_.assign(people * slots_, 0);
        had_.assign(people, std::vector<std::uint32_t>(posed.half_day_max.empty() ? 0 : posed.half_day_max[0].size(), 0));
        total_.assign(people, 0);
        taken_.resize(posed.places.size());
        for (std::size_t place = 0; place < taken_.size(); ++place)
            taken_[place].assign(posed.places[place].tables.size() * slots_, false);
        for (std::size_t person = 0; person < people; ++person) count_delegates(person);
    }

    /// A live meeting where it is.
    void seat_live(const Entry& entry) {
        const auto table = table_of_live(entry);
        seat(entry.meeting, entry.slot, index(entry.place), table);
    }
    /// The same unless somebody else sits there by now.
    void stay(const Entry& entry) {
        if (!taken_[index(entry.place)][table_of_live(entry) * slots_ + index(entry.slot)]) seat_live(entry);
    }

    bool held(int meeting) const { return held_.size() > index(meeting) && held_[index(meeting)]; }

    /// @param wanted_place  -1: any
    bool try_seat(int meeting, int slot, int wanted_place) {
        const auto& m = posed_.instance.meetings[index(meeting)];
        if (!has_room(m.a, slot) || !has_room(m.b, slot)) return false;
        for (std::size_t step = 0; step < taken_.size(); ++step) {
            const std::size_t place = (index(std::max(wanted_place, 0)) + step) % taken_.size();
            for (std::size_t table = 0; table < posed_.places[place].tables.size(); ++table)
                if (!taken_[place][table * slots_ + index(slot)]) {
                    seat(meeting, slot, place, table);
                    return true;
                }
        }
        return false;
    }

    FinishedProgramme take() { return std::move(finished_); }

  private:
    static std::size_t index(int number) { return static_cast<std::size_t>(number); }

    void count_delegates(std::size_t person) {
        for (const auto& delegate : posed_.instance.participants[person].delegates) {
            for (std::size_t slot = 0; slot < slots_; ++slot) ++free_[person * slots_ + slot];
            for (const int slot : delegate.unavailable) --free_[person * slots_ + index(slot)];
        }
    }

    bool has_room(int person, int slot) const {
        const auto session = index(posed_.sessions[index(slot)]);
        const auto most = posed_.half_day_max[index(person)][session];
        const auto& total_most = posed_.instance.participants[index(person)].max_meetings;
        return free_[index(person) * slots_ + index(slot)] > 0 && (most == 0 || had_[index(person)][session] < most) &&
               (!total_most || total_[index(person)] < *total_most);
    }

    std::size_t table_of_live(const Entry& entry) const {
        const auto& tables = posed_.places[index(entry.place)].tables;
        return static_cast<std::size_t>(std::find(tables.begin(), tables.end(), posed_.meetings[index(entry.meeting)].table) - tables.begin());
    }

    void seat(int meeting, int slot, std::size_t place, std::size_t table) {
        const auto& m = posed_.instance.meetings[index(meeting)];
        for (const int person : {m.a, m.b}) {
            --free_[index(person) * slots_ + index(slot)];
            ++had_[index(person)][index(posed_.sessions[index(slot)])];
            ++total_[index(person)];
        }
        taken_[place][table * slots_ + index(slot)] = true;
        held_.resize(posed_.meetings.size(), false);
        held_[index(meeting)] = true;
        finished_.programme.meetings.push_back({meeting, slot, static_cast<int>(place)});
        finished_.tables.push_back(posed_.places[place].tables[table]);
    }

    const PosedProgramme& posed_;
    std::size_t slots_;
    std::vector<int> free_;                             ///< person x slot: people left
    std::vector<std::vector<std::uint32_t>> had_;       ///< person, half-day: meetings
    std::vector<int> total_;                            ///< person: meetings
    std::vector<std::vector<bool>> taken_;              ///< place: table x slot
    std::vector<bool> held_;
    FinishedProgramme finished_;
};

const programme::Meeting& meeting_of(const PosedProgramme& posed, int meeting) {
    return posed.instance.meetings[static_cast<std::size_t>(meeting)];
}
bool is_live(const PosedProgramme& posed, int meeting) { return posed.meetings[static_cast<std::size_t>(meeting)].kept != MeetingId{}; }

void seat_anywhere(const PosedProgramme& posed, Seating& seating, int meeting) {
    if (meeting_of(posed, meeting).withdrawn) return;
    const auto& allowed = meeting_of(posed, meeting).slots;
    const int slots = static_cast<int>(allowed ? allowed->size() : posed.slots.size());
    for (int at = 0; at < slots; ++at) {
        const int slot = allowed ? (*allowed)[static_cast<std::size_t>(at)] : at;
        if (slot >= posed.instance.freeze_before_slot && seating.try_seat(meeting, slot, -1)) return;
    }
}

/// All meetings, musts and the most valued first.
std::vector<int> by_value(const PosedProgramme& posed) {
    std::vector<int> order(posed.meetings.size());
    for (std::size_t at = 0; at < order.size(); ++at) order[at] = static_cast<int>(at);
    const auto worth = [&](int m) { return std::pair{meeting_of(posed, m).must, meeting_of(posed, m).value}; };
    std::sort(order.begin(), order.end(), [&](int a, int b) { return worth(a) != worth(b) ? worth(a) > worth(b) : a < b; });
    return order;
}

/// Where the solver wants each meeting; meeting -1: nowhere.
std::vector<Entry> wanted_by(const PosedProgramme& posed, const programme::Programme& solved) {
    std::vector<Entry> wanted(posed.meetings.size(), {-1, -1, -1});
    for (const Entry& entry : solved.meetings) wanted[static_cast<std::size_t>(entry.meeting)] = entry;
    return wanted;
}

/// Live meetings: those that stay, then those that move.
void seat_live_ones(const PosedProgramme& posed, Seating& seating, const std::vector<Entry>& wanted) {
    const auto stays = [&](const Entry& live) {
        return !posed.repair || live.slot < posed.instance.freeze_before_slot || wanted[static_cast<std::size_t>(live.meeting)] == live;
    };
    for (const Entry& live : posed.live.meetings)
        if (stays(live)) seating.seat_live(live);
    for (const Entry& live : posed.live.meetings) {
        const Entry& to = wanted[static_cast<std::size_t>(live.meeting)];
        if (stays(live) || to.meeting < 0 || seating.try_seat(live.meeting, to.slot, to.place)) continue;
        seat_anywhere(posed, seating, live.meeting);
        if (!seating.held(live.meeting)) seating.stay(live);
    }
}

}  // namespace

FinishedProgramme finish_programme(const PosedProgramme& posed, const programme::Programme& solved, Filling filling) {
    Seating seating{posed};
    const auto wanted = wanted_by(posed, solved);
    seat_live_ones(posed, seating, wanted);
    const auto order = by_value(posed);
    for (const int meeting : order) {
        const Entry& entry = wanted[static_cast<std::size_t>(meeting)];
        if (entry.meeting >= 0 && !seating.held(meeting) && !is_live(posed, meeting)) seating.try_seat(meeting, entry.slot, entry.place);
    }
    for (const int meeting : order) {
        const bool wished = filling == Filling::greedy || wanted[static_cast<std::size_t>(meeting)].meeting >= 0;
        if (wished && !seating.held(meeting)) seat_anywhere(posed, seating, meeting);
    }
    FinishedProgramme finished = seating.take();
    finished.programme.instance = posed.instance.name;
    return finished;
}

namespace {

void set_place(v1::Placement& placement, const PosedProgramme& posed, const Entry& entry, TableId table) {
    const auto& meeting = meeting_of(posed, entry.meeting);
    placement.set_buyer(posed.participants[static_cast<std::size_t>(meeting.a)].id);
    placement.set_exhibitor(posed.participants[static_cast<std::size_t>(meeting.b)].id);
    placement.set_slot(number(posed.slots[static_cast<std::size_t>(entry.slot)]));
    placement.set_table(number(table));
}

}  // namespace

v1::Answer answer_of(const PosedProgramme& posed, const FinishedProgramme& finished) {
    v1::Answer answer;
    std::vector<const Entry*> live(posed.meetings.size(), nullptr);
    for (const Entry& entry : posed.live.meetings) live[static_cast<std::size_t>(entry.meeting)] = &entry;
    for (std::size_t at = 0; at < finished.tables.size(); ++at) {
        const Entry& entry = finished.programme.meetings[at];
        const auto& of = posed.meetings[static_cast<std::size_t>(entry.meeting)];
        auto& placement = *answer.add_meetings();
        set_place(placement, posed, entry, finished.tables[at]);
        const Entry* was = std::exchange(live[static_cast<std::size_t>(entry.meeting)], nullptr);
        if (was && (was->slot != entry.slot || of.table != finished.tables[at])) placement.set_moved(number(of.kept));
    }
    for (const Entry* ended : live)
        if (ended) answer.add_cancelled(number(posed.meetings[static_cast<std::size_t>(ended->meeting)].kept));
    return answer;
}

}  // namespace hoicho::scheduling
