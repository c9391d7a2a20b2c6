// Translates slots, halls and wishes; people are in pose_people.cc.
#include "scheduling/domain/proposal/pose_programme.h"

#include <algorithm>
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

int slot_index(const PosedProgramme& posed, SlotId id) {
    return static_cast<int>(std::find(posed.slots.begin(), posed.slots.end(), id) - posed.slots.begin());
}

int place_index(const PosedProgramme& posed, TableId id) {
    for (std::size_t place = 0; place < posed.places.size(); ++place) {
        const auto& tables = posed.places[place].tables;
        if (std::find(tables.begin(), tables.end(), id) != tables.end()) return static_cast<int>(place);
    }
    return 0;
}

programme::Meeting meeting(int buyer, int exhibitor, std::int64_t value) {
    programme::Meeting m;
    m.a = buyer;
    m.b = exhibitor;
    m.value = value;
    return m;
}

void pose_live(const State& state, PosedProgramme& posed, People& people, const std::vector<Placed>& live) {
    for (const Placed& placed : live) {
        const Interest* interest = state.interests.find({posed.fair, placed.buyer, placed.exhibitor});
        auto m = meeting(people.add(party(placed.buyer)), people.add(party(placed.exhibitor)),
                         std::max(interest ? value_of(*interest) : 0, value_want));
        const int slot = slot_index(posed, placed.slot);
        m.must = true;
        m.slots = std::vector<int>{slot};
        posed.live.meetings.push_back({static_cast<int>(posed.meetings.size()), slot, place_index(posed, placed.table)});
        posed.instance.meetings.push_back(std::move(m));
        posed.meetings.push_back({placed.kept, placed.table});
    }
}

std::vector<int> open_slots(const State& state, const PosedProgramme& posed, std::uint64_t now_ms) {
    std::vector<int> open;
    for (std::size_t slot = 0; slot < posed.slots.size(); ++slot)
        if (state.slots.find(posed.slots[slot])->starts_at_ms > now_ms) open.push_back(static_cast<int>(slot));
    return open;
}

void pose_wishes(const State& state, PosedProgramme& posed, People& people, std::uint64_t now_ms) {
    const auto open = open_slots(state, posed, now_ms);
    for (const Wish& wish : wishes_of(state, posed.fair)) {
        if (state.pairs.contains({posed.fair, wish.buyer, wish.exhibitor})) continue;
        auto m = meeting(people.add(party(wish.buyer)), people.add(party(wish.exhibitor)), wish.value);
        if (open.size() < posed.slots.size()) m.slots = open;
        posed.instance.meetings.push_back(std::move(m));
        posed.meetings.push_back({});
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
    People people{posed};
    pose_live(state, posed, people, live_meetings(state, fair));
    pose_wishes(state, posed, people, now_ms);
    people.describe(state);
    return posed;
}

}  // namespace hoicho::scheduling
