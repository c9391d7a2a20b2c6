/// Finds meetings that compete for too few seats: a Hall set, the cheapest proof that they cannot all be held. Each
/// participant and the places are asked alone: what needs both is for musts.h to find.
#include "scheduling/domain/programme/hall_set.h"

#include <algorithm>
#include <bit>
#include <map>
#include <set>

#include "scheduling/domain/programme/hall_set_matching.h"

namespace hoicho::scheduling::programme {
namespace {

constexpr std::int64_t work_max = 20'000'000;  ///< Bins looked at for the places of the hall; beyond, it is left open.

std::size_t at(int number) { return static_cast<std::size_t>(number); }

template <class Visit>
void each_slot(const Reduced& r, int meeting, Visit visit) {
    for (int day = 0; day < r.days; ++day)
        for (std::uint64_t allowed = r.allowed[at(meeting) * at(r.days) + at(day)]; allowed != 0;
             allowed &= allowed - 1)
            visit(r.day_first[at(day)] + std::countr_zero(allowed));
}

/// Both ordered.
bool within(const std::vector<int>& part, const std::vector<int>& whole) {
    return std::includes(whole.begin(), whole.end(), part.begin(), part.end());
}

bool smaller(const HallSet& x, const std::optional<HallSet>& y) { return !y || x.meetings.size() < y->meetings.size(); }

/// The seats of one participant: its delegates in each slot to come, and the meetings it still wishes for.
class OnePerson {
  public:
    explicit OnePerson(const Reduced& r) : r_{r}, past_of_(r.persons.size(), 0) {
        for (const Entry& entry : r.past)
            for (const int p : {r.wishes[at(entry.meeting)].a, r.wishes[at(entry.meeting)].b}) ++past_of_[at(p)];
    }

    std::optional<HallSet> examine(int p, const std::vector<int>& meetings) const {
        const int wished = std::max(0, r_.persons[at(p)].meetings_max - past_of_[at(p)]);
        if (wished < static_cast<int>(meetings.size()))
            return HallSet{.participants = {p}, .meetings = meetings, .seats = wished};
        std::vector<int> seats;
        for (int t = 0; t < r_.slots; ++t) seats.push_back(r_.delegates[at(p) * at(r_.slots) + at(t)]);
        SeatMatching matching{seats};
        for (const int m : meetings) {
            const auto crowd = matching.seat(m, slots_of(m));
            if (!crowd) continue;
            HallSet found{.participants = {p}, .meetings = {}, .seats = 0, .slots = crowd->bins};
            for (const int slot : crowd->bins) found.seats += seats[at(slot)];
            for (const int other : meetings)
                if (within(slots_of(other), crowd->bins)) found.meetings.push_back(other);
            return found;
        }
        return std::nullopt;
    }

  private:
    std::vector<int> slots_of(int meeting) const {
        std::vector<int> slots;
        each_slot(r_, meeting, [&](int slot) { slots.push_back(slot); });
        return slots;
    }

    const Reduced& r_;
    std::vector<int> past_of_;
};

/// The tables of the hall in each slot. Places that the same meetings can use count as one.
class Places {
  public:
    Places(const Reduced& r, const std::vector<int>& meetings) : r_{r} {
        std::set<int> rows;
        for (const int m : meetings) rows.insert(r.wishes[at(m)].places);
        std::map<int, std::vector<int>> rows_of_place;
        for (const int row : rows)
            for (const int k : r.place_sets[row]) rows_of_place[k].push_back(row);
        std::map<std::vector<int>, int> known;
        for (const auto& [place, its_rows] : rows_of_place) {
            const auto [it, is_new] = known.try_emplace(its_rows, static_cast<int>(known.size()));
            if (is_new) {
                seats_.resize(seats_.size() + at(r.slots), 0);
                for (const int row : its_rows) classes_[row].push_back(it->second);
            }
            for (int t = 0; t < r.slots; ++t) seats_[at(bin(it->second, t))] += r.room[at(place) * at(r.slots) + at(t)];
        }
    }

    std::optional<HallSet> examine(const std::vector<int>& meetings) const {
        SeatMatching matching{seats_};
        for (const int m : meetings) {
            const auto crowd = matching.seat(m, bins_of(m));
            if (crowd) return told(*crowd, meetings);
            if (matching.work() > work_max) break;
        }
        return std::nullopt;
    }

  private:
    int bin(int kind, int slot) const { return kind * r_.slots + slot; }

    std::vector<int> bins_of(int meeting) const {
        std::vector<int> bins;
        for (const int kind : classes_.at(r_.wishes[at(meeting)].places))
            each_slot(r_, meeting, [&](int slot) { bins.push_back(bin(kind, slot)); });
        std::sort(bins.begin(), bins.end());
        return bins;
    }

    HallSet told(const SeatMatching::Crowd& crowd, const std::vector<int>& meetings) const {
        HallSet found;
        for (const int m : meetings)
            if (within(bins_of(m), crowd.bins)) found.meetings.push_back(m);
        found.participants = owners(found.meetings);
        std::set<int> slots;
        for (const int b : crowd.bins) {
            found.seats += seats_[at(b)];
            slots.insert(b % r_.slots);
        }
        found.slots.assign(slots.begin(), slots.end());
        return found;
    }

    /// At a booth, everybody meets its owner.
    std::vector<int> owners(const std::vector<int>& meetings) const {
        const Wish& first = r_.wishes[at(meetings.front())];
        const auto places = r_.place_sets[first.places];
        if (!places.empty() && r_.is_open[at(places.front())] != 0) return {};
        std::vector<int> out;
        for (const int p : {first.a, first.b})
            if (std::all_of(meetings.begin(), meetings.end(),
                            [&](int m) { return r_.wishes[at(m)].a == p || r_.wishes[at(m)].b == p; }))
                out.push_back(p);
        return out;
    }

    const Reduced& r_;
    std::map<int, std::vector<int>> classes_;  ///< row of places -> classes of equal places
    std::vector<int> seats_;                   ///< class x slot
};

}  // namespace

std::optional<HallSet> find_hall_set(const Reduced& reduced, const std::vector<int>& meetings) {
    std::vector<int> wanted;
    std::map<int, std::vector<int>> of_person;
    for (const int m : meetings) {
        const Wish& wish = reduced.wishes[at(m)];
        if (wish.fixed || !wish.possible) continue;
        wanted.push_back(m);
        of_person[wish.a].push_back(m);
        of_person[wish.b].push_back(m);
    }
    std::optional<HallSet> best;
    const OnePerson people{reduced};
    for (const auto& [p, theirs] : of_person)
        if (auto found = people.examine(p, theirs); found && smaller(*found, best)) best = std::move(found);
    if (best) return best;
    return Places{reduced, wanted}.examine(wanted);
}

}  // namespace hoicho::scheduling::programme
