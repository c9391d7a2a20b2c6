/// Finds the cheapest exchange that lets a meeting in: forced at each slot that both share, whoever is in the way is
/// sent away and seated elsewhere, to a bounded depth.
#include "scheduling/domain/programme/exchange_price.h"

#include <algorithm>
#include <bit>
#include <compare>
#include <limits>

#include "scheduling/domain/programme/exchange_price_obstacle.h"
#include "scheduling/domain/programme/moves/moves.h"

namespace hoicho::scheduling::programme {
namespace {

constexpr int depth_max = 3;        ///< Meetings pushed one after the other in one chain.
constexpr int slots_deeper = 8;     ///< Slots of the wish looked at one level deeper; halved with each level.
constexpr int slots_pushed = 5;     ///< Slots into which one that was sent away is forced.
constexpr int leavers_first = 4;    ///< Candidates tried at each obstacle of the wish itself,
constexpr int leavers_deeper = 2;   ///< and of those it pushes.
constexpr int ejected_max = 4;      ///< Meetings sent away by one.
constexpr int attempts_max = 1200;  ///< Ways in, over the whole search for one price.

class Exchange {
  public:
    Exchange(State& state, int wanted)
        : state_{state}, r_{state.reduced()}, way_{state, pinned_}, wanted_{wanted}, from_{state.mark()} {
        musts_missing_ = state.musts_missing();
        spread_kept_ = state.spread_kept();
    }

    Price run() {
        const std::int64_t score_before = state_.score();
        Found best = cheapest_addition();
        if (!best.any) best = cheapest_push();
        if (!best.any) return {};
        replay(best);
        Price price{.found = true, .changes = {}, .score_change = state_.score() - score_before};
        read_changes(price);
        state_.undo_to(from_);
        return price;
    }

  private:
    /// The best arrangement met so far, as the changes that lead to it.
    struct Found {
        bool any = false;
        std::int64_t energy = 0;
        std::vector<Change> changes{};
    };
    struct Candidate {
        std::int64_t rank = 0;  ///< Lower is better.
        int slot = none;

        friend auto operator<=>(const Candidate&, const Candidate&) = default;
    };

    const Wish& wish_of(int m) const { return r_.wishes[static_cast<std::size_t>(m)]; }

    bool breaks_nothing() const {
        return state_.musts_missing() <= musts_missing_ && (!spread_kept_ || state_.spread_kept());
    }

    void keep_if_better(std::size_t mark, bool whole, Found& best) const {
        if (best.any && state_.energy() <= best.energy) return;
        if (whole && !breaks_nothing()) return;
        best.any = true;
        best.energy = state_.energy();
        const auto changes = state_.changes().subspan(mark);
        best.changes.assign(changes.begin(), changes.end());
    }

    void replay(const Found& found) {
        for (const Change& change : found.changes) {
            if (change.added)
                state_.add(change.meeting, change.slot, change.place);
            else
                state_.remove(change.meeting);
        }
    }

    template <class Visit>
    void each_slot(int meeting, Visit visit) const {
        const auto row = static_cast<std::size_t>(meeting) * static_cast<std::size_t>(r_.days);
        for (int day = 0; day < r_.days; ++day)
            for (std::uint64_t allowed = r_.allowed[row + static_cast<std::size_t>(day)]; allowed != 0;
                 allowed &= allowed - 1)
                visit(r_.day_first[static_cast<std::size_t>(day)] + std::countr_zero(allowed));
    }

    bool free_of_people(int meeting, int slot) const {
        const Wish& wish = wish_of(meeting);
        return !way_.full(wish.a, slot) && !way_.full(wish.b, slot) && !state_.at_maximum(wish.a) &&
               !state_.at_maximum(wish.b) && state_.in_order(meeting, slot);
    }

    /// Adds the meeting in the slot if nothing stands against it there; the caller takes it back.
    bool add_freely(int meeting, int slot) {
        if (!free_of_people(meeting, slot) || way_.hall_full(meeting, slot)) return false;
        const int place = state_.best_place(meeting, slot, 0);
        if (place != none) state_.add(meeting, slot, place);
        return place != none;
    }

    void try_additions(int meeting, bool whole, std::size_t mark, Found& best) {
        each_slot(meeting, [&](int slot) {
            const std::size_t here = state_.mark();
            if (!add_freely(meeting, slot)) return;
            keep_if_better(mark, whole, best);
            state_.undo_to(here);
        });
    }

    Found cheapest_addition() {
        Found best;
        try_additions(wanted_, true, from_, best);
        return best;
    }

    /// Every slot with those in the way seated at their best free spot; then the most promising ones deeper and deeper.
    Found cheapest_push() {
        Found best;
        std::vector<Candidate> slots;
        each_slot(wanted_, [&](int slot) { slots.push_back({.slot = slot}); });
        for (int depth = 1, keep = static_cast<int>(slots.size()); depth <= depth_max; ++depth) {
            for (Candidate& candidate : slots) {
                Found here;
                force(wanted_, candidate.slot, depth, here);
                candidate.rank = here.any ? -here.energy : std::numeric_limits<std::int64_t>::max();
                if (here.any && (!best.any || here.energy > best.energy)) best = std::move(here);
            }
            std::sort(slots.begin(), slots.end());
            keep = std::min(keep, depth == 1 ? slots_deeper : keep / 2);
            slots.resize(static_cast<std::size_t>(keep));
        }
        return best;
    }

    void force(int meeting, int slot, int depth, Found& best) {
        std::vector<int> ejected;
        clear_way(meeting, slot, depth, state_.mark(), ejected, best);
    }

    /// Sends away one after the other until the meeting fits, in every way worth trying, then seats them elsewhere.
    void clear_way(int meeting, int slot, int depth, std::size_t mark, std::vector<int>& ejected, Found& best) {
        if (attempts_ >= attempts_max) return;
        const bool first = meeting == wanted_;
        int place = none;
        const auto leavers = way_.leavers(meeting, slot, first, first ? leavers_first : leavers_deeper, place);
        if (place != none) {
            ++attempts_;
            const std::size_t here = state_.mark();
            state_.add(meeting, slot, place);
            pinned_.push_back(meeting);
            seat_elsewhere(ejected, depth - 1);
            pinned_.pop_back();
            keep_if_better(mark, first, best);
            state_.undo_to(here);
            return;
        }
        if (static_cast<int>(ejected.size()) >= ejected_max) return;
        for (const int leaver : leavers) {
            const std::size_t here = state_.mark();
            state_.remove(leaver);
            ejected.push_back(leaver);
            clear_way(meeting, slot, depth, mark, ejected, best);
            ejected.pop_back();
            state_.undo_to(here);
        }
    }

    void seat_elsewhere(std::vector<int> ejected, int depth) {
        std::sort(ejected.begin(), ejected.end(), [this](int x, int y) {
            const std::int64_t worth_x = state_.worth(x);
            const std::int64_t worth_y = state_.worth(y);
            return worth_x != worth_y ? worth_x > worth_y : x < y;
        });
        for (const int m : ejected) settle(m, depth);
    }

    /// Leaves the meeting where the programme is worth most: a free spot, one that pushes others, or out.
    void settle(int meeting, int depth) {
        const std::size_t mark = state_.mark();
        const std::int64_t hoped_for = state_.energy() + state_.worth(meeting);
        Found best{.any = true, .energy = state_.energy()};
        try_additions(meeting, false, mark, best);
        if (depth > 0 && best.energy < hoped_for)
            for (const Candidate& candidate : slots_to_push_into(meeting)) force(meeting, candidate.slot, depth, best);
        replay(best);
    }

    std::vector<Candidate> slots_to_push_into(int meeting) const {
        std::vector<Candidate> slots;
        each_slot(meeting, [&](int slot) {
            Candidate candidate{.slot = slot};
            if (!free_of_people(meeting, slot) && way_.glance(meeting, slot, candidate.rank))
                slots.push_back(candidate);
        });
        std::sort(slots.begin(), slots.end());
        if (slots.size() > static_cast<std::size_t>(slots_pushed)) slots.resize(slots_pushed);
        return slots;
    }

    void read_changes(Price& price) const {
        for (const Change& change : state_.changes().subspan(from_)) {
            const auto known = std::any_of(price.changes.begin(), price.changes.end(),
                                           [&](const Relocation& r) { return r.meeting == change.meeting; });
            if (known) continue;
            price.changes.push_back({.meeting = change.meeting,
                                     .from_slot = change.added ? none : change.slot,
                                     .from_place = change.added ? none : change.place,
                                     .to_slot = state_.slot_of(change.meeting),
                                     .to_place = state_.place_of(change.meeting)});
        }
        std::erase_if(price.changes,
                      [](const Relocation& r) { return r.from_slot == r.to_slot && r.from_place == r.to_place; });
        std::sort(price.changes.begin(), price.changes.end(), [this](const Relocation& x, const Relocation& y) {
            if ((x.meeting == wanted_) != (y.meeting == wanted_)) return x.meeting == wanted_;
            return x.meeting < y.meeting;
        });
    }

    State& state_;
    const Reduced& r_;
    std::vector<int> pinned_{};
    WayIn way_;
    int wanted_;
    std::size_t from_;
    int musts_missing_ = 0;
    bool spread_kept_ = true;
    int attempts_ = 0;
};

}  // namespace

Price cheapest_exchange(State& state, int meeting) { return Exchange{state, meeting}.run(); }

}  // namespace hoicho::scheduling::programme
