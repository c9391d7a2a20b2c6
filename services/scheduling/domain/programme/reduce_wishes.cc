/// The part of reduce() that reads meetings: allowed slots, place sets, order, the past, and who could hold some value.
#include "scheduling/domain/programme/reduce_wishes.h"

#include <algorithm>
#include <array>
#include <map>

namespace hoicho::scheduling::programme {
namespace {

std::size_t at(int row, int column, int columns) {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(column);
}

/// Equal lists of places share one row, so that a fair with one pool of tables has one row for all its meetings.
class PlaceSets {
  public:
    PlaceSets(const Instance& in, Reduced& out) : in_{in}, out_{out}, owned_(in.participants.size()) {
        for (int k = 0; k < static_cast<int>(in.places.size()); ++k) {
            const auto& owner = in.places[static_cast<std::size_t>(k)].owner;
            (owner ? owned_[static_cast<std::size_t>(*owner)] : open_).push_back(k);
        }
        row_of_open_[0] = row_of(open_, false);
        row_of_open_[1] = row_of(open_, true);
    }

    int row_of(const Meeting& meeting) {
        const bool step_free = needs_step_free(meeting.a) || needs_step_free(meeting.b);
        const auto& own_a = owned_[static_cast<std::size_t>(meeting.a)];
        const auto& own_b = owned_[static_cast<std::size_t>(meeting.b)];
        if (own_a.empty() && own_b.empty()) return row_of_open_[step_free ? 1 : 0];
        std::vector<int> places = own_a;
        places.insert(places.end(), own_b.begin(), own_b.end());
        return row_of(std::move(places), step_free);
    }

    /// Is some place of the row open in the slot?
    bool opens(int row, int slot) const { return opens_[at(row, slot, out_.slots)] != 0; }

  private:
    bool needs_step_free(int p) const { return in_.participants[static_cast<std::size_t>(p)].step_free; }

    int row_of(std::vector<int> places, bool step_free) {
        if (step_free)
            std::erase_if(places, [this](int k) { return !in_.places[static_cast<std::size_t>(k)].step_free; });
        const auto [it, is_new] = known_.try_emplace(places, static_cast<int>(known_.size()));
        if (!is_new) return it->second;
        out_.place_sets.items.insert(out_.place_sets.items.end(), places.begin(), places.end());
        out_.place_sets.end_row();
        for (int t = 0; t < out_.slots; ++t)
            opens_.push_back(
                std::any_of(places.begin(), places.end(), [&](int k) { return out_.room[at(k, t, out_.slots)] > 0; }));
        return it->second;
    }

    const Instance& in_;
    Reduced& out_;
    std::vector<std::vector<int>> owned_;
    std::vector<int> open_;
    std::array<int, 2> row_of_open_{};  ///< For those who need no step-free place, and for those who do.
    std::vector<char> opens_;           ///< row x slot
    std::map<std::vector<int>, int> known_;
};

/// Marks the slots in which the meeting could be held if nobody else were there.
void read_slots_of(const Meeting& meeting, int m, const PlaceSets& sets, Reduced& out) {
    Wish& wish = out.wishes[static_cast<std::size_t>(m)];
    if (meeting.withdrawn) return;
    std::vector<char> asked(static_cast<std::size_t>(out.slots), meeting.slots ? 0 : 1);
    if (meeting.slots)
        for (const int t : *meeting.slots) asked[static_cast<std::size_t>(t)] = 1;
    for (int t = out.slot_min; t < out.slots; ++t) {
        if (asked[static_cast<std::size_t>(t)] == 0 || !sets.opens(wish.places, t)) continue;
        if (out.delegates[at(meeting.a, t, out.slots)] == 0 || out.delegates[at(meeting.b, t, out.slots)] == 0)
            continue;
        const auto day = out.day_of[static_cast<std::size_t>(t)];
        out.allowed[at(m, day, out.days)] |= std::uint64_t{1} << out.bit_of[static_cast<std::size_t>(t)];
        wish.possible = true;
    }
    for (const int p : {wish.a, wish.b})
        wish.possible = wish.possible && out.persons[static_cast<std::size_t>(p)].meetings_max > 0;
}

bool known(int position, int size) { return position >= 0 && position < size; }

void read_previous(const Instance& in, const Programme& previous, Reduced& out) {
    std::map<int, Entry> before;  // the last word counts when a meeting is named twice
    for (const Entry& entry : previous.meetings) before[entry.meeting] = entry;
    for (const auto& [m, entry] : before) {
        if (!known(m, out.meetings) || in.meetings[static_cast<std::size_t>(m)].withdrawn) continue;
        Wish& wish = out.wishes[static_cast<std::size_t>(m)];
        out.score_of_nothing -= out.weights.cancelled;
        wish.gain += out.weights.cancelled;
        if (!known(entry.slot, out.slots) || !known(entry.place, out.places)) continue;
        wish.previous_slot = entry.slot;
        wish.previous_place = entry.place;
        if (entry.slot >= in.freeze_before_slot) continue;
        wish.fixed = true;
        out.past.push_back(entry);
    }
}

void read_order(const Instance& in, Reduced& out) {
    std::vector<std::vector<int>> later(in.meetings.size());
    for (int m = 0; m < out.meetings; ++m) {
        for (const int other : in.meetings[static_cast<std::size_t>(m)].after) {
            out.earlier.items.push_back(other);
            later[static_cast<std::size_t>(other)].push_back(m);
            out.wishes[static_cast<std::size_t>(m)].ordered = true;
            out.wishes[static_cast<std::size_t>(other)].ordered = true;
        }
        out.earlier.end_row();
    }
    out.later = rows_of(later);
}

/// Whoever could reach some value alone counts as left out while holding none; requests that cannot be held count too,
/// as the format says.
void read_left_out(const Instance& in, Reduced& out) {
    std::vector<bool> asked(in.participants.size(), false);
    for (const Meeting& meeting : in.meetings) {
        if (meeting.withdrawn || meeting.value == 0) continue;
        asked[static_cast<std::size_t>(meeting.a)] = true;
        asked[static_cast<std::size_t>(meeting.b)] = true;
    }
    for (int p = 0; p < out.participants; ++p) {
        int room = 0;
        for (int t = 0; t < out.slots; ++t) room += out.delegates[at(p, t, out.slots)];
        Person& person = out.persons[static_cast<std::size_t>(p)];
        person.may_be_left_out = asked[static_cast<std::size_t>(p)] && room > 0 && person.meetings_max > 0;
    }
}

}  // namespace

void read_wishes(const Instance& in, const Programme* previous, Reduced& out) {
    out.meetings = static_cast<int>(in.meetings.size());
    out.wishes.resize(in.meetings.size());
    out.allowed.assign(in.meetings.size() * static_cast<std::size_t>(out.days), 0);
    out.slot_min = previous != nullptr ? in.freeze_before_slot : 0;
    PlaceSets sets{in, out};
    std::vector<std::vector<int>> requests(in.participants.size());
    for (int m = 0; m < out.meetings; ++m) {
        const Meeting& meeting = in.meetings[static_cast<std::size_t>(m)];
        Wish& wish = out.wishes[static_cast<std::size_t>(m)];
        wish.a = meeting.a;
        wish.b = meeting.b;
        wish.value = meeting.value;
        wish.gain = meeting.value * out.weights.value;
        wish.must = meeting.must && !meeting.withdrawn;
        wish.places = sets.row_of(meeting);
        read_slots_of(meeting, m, sets, out);
        if (!wish.possible) continue;
        requests[static_cast<std::size_t>(wish.a)].push_back(m);
        requests[static_cast<std::size_t>(wish.b)].push_back(m);
    }
    if (previous != nullptr) read_previous(in, *previous, out);
    out.requests = rows_of(requests);
    read_order(in, out);
    read_left_out(in, out);
}

}  // namespace hoicho::scheduling::programme
