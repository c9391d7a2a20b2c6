// Translates slots, halls and wishes; people are in pose_people.cc.
#include "scheduling/domain/proposal/pose_programme.h"

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <map>

#include "scheduling/domain/draft.h"
#include "scheduling/domain/proposal/pose_people.h"
#include "scheduling/domain/wishes.h"

namespace hoicho::scheduling {

namespace {

constexpr std::uint64_t ms_per_s = 1'000;

/// Slots by time; a long pause begins a new day.
void pose_slots(const State& state, PosedProgramme& posed) {
    std::map<std::uint32_t, int> session_index;
    int day = 0;
    std::uint64_t last_end_ms = 0;
    for (const SlotId id : venue_of(state, posed.fair).slots) {
        const Slot& slot = *state.slots.find(id);
        if (!posed.slots.empty() && slot.starts_at_ms >= last_end_ms + night_ms_min) ++day;
        last_end_ms = slot.ends_at_ms;
        const auto start_s = static_cast<std::int64_t>(slot.starts_at_ms / ms_per_s);
        const auto duration_s = static_cast<std::int64_t>(slot.ends_at_ms / ms_per_s) - start_s;
        posed.instance.slots.push_back({day, start_s, duration_s});
        posed.slots.push_back(id);
        const auto session = session_index.try_emplace(slot.session, static_cast<int>(session_index.size())).first->second;
        posed.sessions.push_back(session);
    }
}

/// One zone and one pool of tables for each hall that has some.
void pose_halls(const State& state, PosedProgramme& posed) {
    std::map<HallId, std::vector<TableId>> by_hall;
    const auto& venue = venue_of(state, posed.fair);
    for (const TableId id : venue.tables) by_hall[state.tables.find(id)->hall].push_back(id);
    for (auto& [hall, tables] : by_hall) {
        const std::string& name = state.halls.find(hall)->code;
        const int zone = static_cast<int>(posed.instance.zones.size());
        posed.instance.zones.push_back({name});
        posed.instance.places.push_back({name, zone, static_cast<int>(tables.size()), true, std::nullopt, {}});
        posed.places.push_back({hall, std::move(tables)});
    }
    const std::size_t zones = posed.instance.zones.size();
    posed.instance.walk_s.assign(zones, std::vector<std::int64_t>(zones, walk_between_halls_s));
    for (std::size_t zone = 0; zone < zones; ++zone) posed.instance.walk_s[zone][zone] = 0;
}

/// Where slots and tables are in the instance: looked up for each of up to 40,000 meetings.
class Numbers {
  public:
    explicit Numbers(const PosedProgramme& posed) {
        for (std::size_t slot = 0; slot < posed.slots.size(); ++slot) slots_[posed.slots[slot]] = static_cast<int>(slot);
        for (std::size_t place = 0; place < posed.places.size(); ++place)
            for (const TableId table : posed.places[place].tables) places_[table] = static_cast<int>(place);
    }
    programme::Entry entry(int meeting, SlotId slot, TableId table) const { return {meeting, slots_.at(slot), places_.at(table)}; }

  private:
    boost::unordered_flat_map<SlotId, int, KeyHash<SlotId>> slots_;
    boost::unordered_flat_map<TableId, int, KeyHash<TableId>> places_;
};

programme::Meeting meeting(int buyer, int exhibitor, std::int64_t value) {
    programme::Meeting m;
    m.a = buyer;
    m.b = exhibitor;
    m.value = value;
    return m;
}

bool is_must(const Interest* interest) {
    return interest && (interest->buyer == Level::must || interest->exhibitor == Level::must) && value_of(*interest) > 0;
}
bool is_never(const Interest* interest) { return interest && (interest->buyer == Level::never || interest->exhibitor == Level::never); }

void pose_live(const State& state, PosedProgramme& posed, People& people, const std::vector<Placed>& live) {
    const Numbers numbers{posed};
    for (const Placed& placed : live) {
        const Interest* interest = state.interests.find({posed.fair, placed.buyer, placed.exhibitor});
        auto m = meeting(people.add(party(placed.buyer)), people.add(party(placed.exhibitor)),
                         std::max(interest ? value_of(*interest) : 0, value_want));
        const auto entry = numbers.entry(static_cast<int>(posed.meetings.size()), placed.slot, placed.table);
        const int slot = entry.slot;
        if (!posed.repair) {
            m.must = true;
            m.slots = std::vector<int>{slot};
        } else if (slot >= posed.instance.freeze_before_slot) {
            m.must = is_must(interest);
            m.withdrawn = is_never(interest);
        }
        posed.live.meetings.push_back(entry);
        posed.instance.meetings.push_back(std::move(m));
        posed.meetings.push_back({placed.kept, placed.table, is_must(interest)});
    }
}

std::vector<int> open_slots(const State& state, const PosedProgramme& posed, std::uint64_t now_ms) {
    std::vector<int> open;
    for (std::size_t slot = 0; slot < posed.slots.size(); ++slot)
        if (state.slots.find(posed.slots[slot])->starts_at_ms > now_ms) open.push_back(static_cast<int>(slot));
    return open;
}

void pose_wishes(const State& state, PosedProgramme& posed, People& people, const std::vector<int>& open) {
    for (const Wish& wish : wishes_of(state, posed.fair)) {
        if (state.pairs.contains({posed.fair, wish.buyer, wish.exhibitor})) continue;
        auto m = meeting(people.add(party(wish.buyer)), people.add(party(wish.exhibitor)), wish.value);
        if (open.size() < posed.slots.size() && !posed.repair) m.slots = open;
        m.must = is_must(&wish.interest);
        posed.meetings.push_back({.must = m.must});
        posed.instance.meetings.push_back(std::move(m));
    }
}

}  // namespace

PosedProgramme pose_programme(const State& state, FairId fair, std::uint64_t now_ms) {
    PosedProgramme posed;
    posed.fair = fair;
    const Fair* row = state.fairs.find(fair);
    posed.instance.name = row ? row->code : std::string{};
    posed.live.instance = posed.instance.name;
    posed.instance.objective = programme_objective;
    pose_slots(state, posed);
    pose_halls(state, posed);
    const auto open = open_slots(state, posed, now_ms);
    posed.repair = is_in_force(state, fair);
    if (posed.repair) posed.instance.freeze_before_slot = static_cast<int>(posed.slots.size() - open.size());  // slots lie in the order of time
    People people{posed};
    pose_live(state, posed, people, live_meetings(state, fair));
    pose_wishes(state, posed, people, open);
    people.describe(state);
    return posed;
}

std::optional<programme::Programme> programme_in(const PosedProgramme& posed, const std::vector<Placed>& meetings) {
    std::map<MeetingId, int> live;
    std::multimap<std::pair<std::uint32_t, std::uint32_t>, int> pairs;
    for (std::size_t at = 0; at < posed.meetings.size(); ++at) {
        const auto& m = posed.instance.meetings[at];
        pairs.emplace(std::pair{posed.participants[static_cast<std::size_t>(m.a)].id, posed.participants[static_cast<std::size_t>(m.b)].id},
                      static_cast<int>(at));
        if (posed.meetings[at].kept != MeetingId{}) live[posed.meetings[at].kept] = static_cast<int>(at);
    }
    programme::Programme programme{.instance = posed.instance.name, .meetings = {}};
    std::vector<bool> used(posed.meetings.size(), false);
    const Numbers numbers{posed};
    const auto take = [&](const Placed& placed, int meeting) {
        used[static_cast<std::size_t>(meeting)] = true;
        programme.meetings.push_back(numbers.entry(meeting, placed.slot, placed.table));
    };
    std::vector<const Placed*> others;
    for (const Placed& placed : meetings) {
        const auto at = live.find(std::max(placed.kept, placed.moved));
        if (at == live.end()) {
            others.push_back(&placed);
        } else {
            take(placed, at->second);
        }
    }
    for (const Placed* placed : others) {
        auto [at, end] = pairs.equal_range({number(placed->buyer), number(placed->exhibitor)});
        while (at != end && used[static_cast<std::size_t>(at->second)]) ++at;
        if (at == end) return std::nullopt;
        take(*placed, at->second);
    }
    std::sort(programme.meetings.begin(), programme.meetings.end(), [](const auto& x, const auto& y) { return x.meeting < y.meeting; });
    return programme;
}

}  // namespace hoicho::scheduling
