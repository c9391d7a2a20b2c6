/// How many gaps nobody can avoid.
#include "scheduling/domain/programme/gap_bound.h"

#include <algorithm>
#include <bit>
#include <optional>

namespace hoicho::scheduling::programme {
namespace {

std::size_t index(int number) { return static_cast<std::size_t>(number); }

/// The meetings of one participant against its slots, in the order of time.
class Diary {
  public:
    Diary(const Reduced& reduced, int person, std::int64_t nodes_max) : r_{reduced}, nodes_left_{nodes_max} {
        for (const int m : reduced.requests[person]) {
            if (reduced.wishes[index(m)].must) musts_.push_back(static_cast<int>(wishes_.size()));
            wishes_.push_back(m);
        }
        for (int t = 0; t < reduced.slots; ++t) {
            std::vector<int> here;
            for (int w = 0; w < wishes(); ++w)
                if (allows(wishes_[index(w)], t)) here.push_back(w);
            if (here.empty()) continue;
            slots_.push_back({t, reduced.delegates[index(person) * index(reduced.slots) + index(t)], std::move(here)});
        }
    }

    /// The fewest gaps, none if the musts do not fit.
    std::optional<int> fewest(int gaps_max) {
        Matching start{.slot_of_must = std::vector<int>(wishes_.size(), none),
                       .load = std::vector<int>(slots_.size(), 0),
                       .closed = std::vector<char>(slots_.size(), 0),
                       .wish_of_slot = std::vector<int>(slots_.size(), none),
                       .slot_of_wish = std::vector<int>(wishes_.size(), none)};
        for (const int w : musts_)
            if (!place_must(start, w)) return std::nullopt;
        for (int gaps = 0; gaps < gaps_max; ++gaps)
            if (reaches(start, 0, none, gaps) || nodes_left_ <= 0) return gaps;
        return gaps_max;
    }

    std::int64_t nodes_left() const { return nodes_left_; }

  private:
    struct Here {
        int slot = 0;
        int delegates = 0;
        std::vector<int> wishes{};
    };
    /// Where the musts sit among slots chosen or still to come, and which wish makes each chosen slot busy.
    struct Matching {
        std::vector<int> slot_of_must;
        std::vector<int> load;
        std::vector<char> closed;  ///< Decided to be idle.
        std::vector<int> wish_of_slot;
        std::vector<int> slot_of_wish;
    };

    int wishes() const { return static_cast<int>(wishes_.size()); }
    bool allows(int meeting, int slot) const {
        const auto day = index(r_.day_of[index(slot)]);
        return (r_.allowed[index(meeting) * index(r_.days) + day] >> r_.bit_of[index(slot)] & 1) != 0;
    }
    bool has(std::size_t slot, int wish) const {
        const auto& here = slots_[slot].wishes;
        return std::find(here.begin(), here.end(), wish) != here.end();
    }

    bool place_must(Matching& matching, int wish) {
        seen_.assign(slots_.size(), 0);
        return augment_must(matching, wish);
    }

    bool augment_must(Matching& matching, int wish) {
        for (std::size_t i = 0; i < slots_.size(); ++i) {
            if (seen_[i] != 0 || matching.closed[i] != 0 || !has(i, wish)) continue;
            seen_[i] = 1;
            bool room = matching.load[i] < slots_[i].delegates;
            for (std::size_t k = 0; !room && k < musts_.size(); ++k) {
                const int other = musts_[k];
                if (matching.slot_of_must[index(other)] != static_cast<int>(i) || !augment_must(matching, other))
                    continue;
                --matching.load[i];
                room = true;
            }
            if (!room) continue;
            matching.slot_of_must[index(wish)] = static_cast<int>(i);
            ++matching.load[i];
            return true;
        }
        return false;
    }

    bool fill_slot(Matching& matching, int slot) {
        seen_.assign(wishes_.size(), 0);
        return augment_slot(matching, slot);
    }

    bool augment_slot(Matching& matching, int slot) {
        for (const int w : slots_[index(slot)].wishes) {
            if (seen_[index(w)] != 0) continue;
            seen_[index(w)] = 1;
            const int other = matching.slot_of_wish[index(w)];
            if (other != none && !augment_slot(matching, other)) continue;
            matching.slot_of_wish[index(w)] = slot;
            return true;
        }
        return false;
    }

    /// May the slot stay idle: can its musts go elsewhere?
    bool close(Matching& matching, std::size_t slot) {
        matching.closed[slot] = 1;
        matching.load[slot] = 0;
        for (const int w : musts_)
            if (matching.slot_of_must[index(w)] == static_cast<int>(slot)) matching.slot_of_must[index(w)] = none;
        for (const int w : musts_)
            if (matching.slot_of_must[index(w)] == none && !place_must(matching, w)) return false;
        return true;
    }

    /// Can the slots from `next` on be decided with so many gaps left? `last` is the last busy one.
    bool reaches(const Matching& matching, std::size_t next, int last, int gaps_left) {
        if (next == slots_.size()) return true;
        if (--nodes_left_ <= 0) return true;  // not refuted
        const int slot = slots_[next].slot;
        const bool same_day = last != none && r_.day_of[index(last)] == r_.day_of[index(slot)];
        const int gap = same_day && last + 1 < slot ? 1 : 0;
        Matching busy = matching;
        if (gap <= gaps_left && fill_slot(busy, static_cast<int>(next)) &&
            reaches(busy, next + 1, slot, gaps_left - gap))
            return true;
        Matching idle = matching;
        return close(idle, next) && reaches(idle, next + 1, last, gaps_left);
    }

    const Reduced& r_;
    std::int64_t nodes_left_;
    std::vector<int> wishes_;  ///< Meetings of the participant; below, a wish is a position here.
    std::vector<int> musts_;   ///< Positions in wishes_.
    std::vector<Here> slots_;  ///< Slots that some wish can use.
    std::vector<char> seen_;
};

/// Gaps a participant cannot exceed: between so many meetings, in days so long, with so many slots to spare.
int most_gaps(const Reduced& r, int person) {
    const auto requests = r.requests[person];
    const int held_max = std::min(static_cast<int>(requests.size()), r.persons[index(person)].meetings_max);
    int by_days = 0;
    for (int day = 0; day < r.days; ++day) {
        std::uint64_t usable = 0;
        for (const int m : requests) usable |= r.allowed[index(m) * index(r.days) + index(day)];
        if (usable == 0) continue;
        const int span = static_cast<int>(std::bit_width(usable)) - std::countr_zero(usable);
        by_days += std::max(0, (span - 1) / 2);
    }
    return std::clamp(held_max - 1, 0, by_days);
}

void spread(const Reduced& r, GapBound& bound) {
    if (r.max_gap_spread == none) return;
    int highest = 0;
    int lowest_roof = r.slots;
    for (int p = 0; p < r.participants; ++p) {
        if (!r.persons[index(p)].count_gaps) continue;
        highest = std::max(highest, bound.fewest[index(p)]);
        lowest_roof = std::min(lowest_roof, bound.most[index(p)]);
    }
    for (int p = 0; p < r.participants; ++p) {
        if (!r.persons[index(p)].count_gaps) continue;
        bound.fewest[index(p)] = std::max(bound.fewest[index(p)], highest - r.max_gap_spread);
        bound.most[index(p)] = std::min(bound.most[index(p)], lowest_roof + r.max_gap_spread);
        if (bound.fewest[index(p)] > bound.most[index(p)] && bound.unspread == none) bound.unspread = p;
    }
}

}  // namespace

GapBound gap_bound(const Reduced& r) {
    GapBound bound;
    bound.fewest.assign(index(r.participants), 0);
    bound.most.assign(index(r.participants), 0);
    std::int64_t nodes_left = gap_bound_nodes_total_max;
    std::vector<char> has_must(index(r.participants), 0);
    std::vector<char> has_past(index(r.participants), 0);
    for (const Wish& wish : r.wishes)
        for (const int p : {wish.a, wish.b}) {
            has_must[index(p)] |= static_cast<char>(wish.must);
            has_past[index(p)] |= static_cast<char>(wish.fixed);
        }
    for (int p = 0; p < r.participants; ++p) {
        bound.most[index(p)] = most_gaps(r, p);
        if (has_past[index(p)] != 0) bound.most[index(p)] = r.slots;  // the past may hold what no rule allows
        if (has_must[index(p)] == 0 || has_past[index(p)] != 0) continue;
        if (r.requests[p].size() > index(gap_bound_meetings_max)) continue;
        Diary diary{r, p, std::min(nodes_left, gap_bound_nodes_max)};
        const std::int64_t before = diary.nodes_left();
        const auto fewest = diary.fewest(bound.most[index(p)] + 1);
        nodes_left -= before - diary.nodes_left();
        if (!fewest && bound.overbooked == none) bound.overbooked = p;
        if (fewest && r.persons[index(p)].count_gaps) bound.fewest[index(p)] = *fewest;
    }
    spread(r, bound);
    for (const int fewest : bound.fewest) bound.gaps += fewest;
    return bound;
}

}  // namespace hoicho::scheduling::programme
