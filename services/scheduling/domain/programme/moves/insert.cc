/// Holds a meeting that is not held, sending away whoever is in the way and seating them elsewhere where that pays.
#include <algorithm>
#include <bit>

#include "scheduling/domain/programme/moves/moves.h"

namespace hoicho::scheduling::programme {
namespace {

constexpr int slots_tried = 4;   ///< Slots compared before one is forced.
constexpr int tables_tried = 4;  ///< Meetings of a full hall compared before one has to leave.

class Insertion {
  public:
    Insertion(State& state, Random& random, Scratch& scratch, int meeting)
        : state_{state},
          reduced_{state.reduced()},
          random_{random},
          ejected_{scratch.ejected},
          loss_max_{scratch.loss_max},
          meeting_{meeting},
          wish_{reduced_.wishes[static_cast<std::size_t>(meeting)]} {}

    bool run() {
        const int turn = random_.below(1 << 16);
        const Spot free = best_spot(state_, meeting_, none, turn);
        if (free.slot != none && free.gain > 0 && random_.chance_in_1024(900)) {
            state_.add(meeting_, free.slot, free.place);
            return true;
        }
        return force(choose_slot(), turn);
    }

    bool run_at(int slot) {
        std::int64_t cost = 0;
        if (!state_.in_order(meeting_, slot) || !price(slot, cost) || cost > loss_max_) return false;
        return force(slot, random_.below(1 << 16));
    }

  private:
    bool force(int slot, int turn) {
        const std::size_t mark = state_.mark();
        if (slot != none && make_way(slot, turn)) {
            reseat(turn);
            return true;
        }
        state_.undo_to(mark);
        return false;
    }

    const Wish& wish_of(int meeting) const { return reduced_.wishes[static_cast<std::size_t>(meeting)]; }

    bool full(int p, int slot) const {
        return static_cast<int>(state_.seats(p, slot).size()) >= state_.delegates(p, slot);
    }

    /// The meeting of p in the slot that is worth least and may leave.
    int cheapest_at(int p, int slot) const {
        int best = none;
        for (const int m : state_.seats(p, slot))
            if (!wish_of(m).fixed && (best == none || state_.worth(m) < state_.worth(best))) best = m;
        return best;
    }

    /// The meeting of p anywhere that is worth least and may leave.
    int cheapest_of(int p) const {
        int best = none;
        for (const int m : reduced_.requests[p])
            if (state_.held(m) && !wish_of(m).fixed && (best == none || state_.worth(m) < state_.worth(best))) best = m;
        return best;
    }

    /// What holding the meeting in this slot would lose: gaps that open or close, and the worth of those sent away who
    /// have nowhere else to go. False if somebody cannot leave.
    bool price(int slot, std::int64_t& price) const {
        price = -state_.worth(meeting_);
        int before = none;
        for (const int p : {wish_.a, wish_.b}) {
            if (state_.held_count(p) == 0) price -= reduced_.weights.left_out;
            if (!full(p, slot)) {
                price += idle_loss(p, slot, true);
                continue;
            }
            const int leaves = cheapest_at(p, slot);
            if (leaves == none) return false;
            if (leaves != before) price += price_of_leaving(leaves, p, slot);
            before = leaves;
        }
        return true;
    }

    /// @param p  the one for whose sake it leaves
    std::int64_t price_of_leaving(int meeting, int p, int slot) const {
        const Wish& wish = wish_of(meeting);
        const int partner = wish.a == p ? wish.b : wish.a;
        std::int64_t loss = may_sit_elsewhere(state_, meeting) ? 0 : state_.worth(meeting);
        if (partner != wish_.a && partner != wish_.b) loss += idle_loss(partner, slot, false);
        return loss;
    }

    std::int64_t idle_loss(int p, int slot, bool comes) const {
        if (state_.seats(p, slot).size() != (comes ? 0U : 1U)) return 0;
        const std::uint64_t busy = state_.busy(p, reduced_.day_of[static_cast<std::size_t>(slot)]);
        return state_.idle_loss(p, busy,
                                busy ^ (std::uint64_t{1} << reduced_.bit_of[static_cast<std::size_t>(slot)]));
    }

    int random_allowed_slot() {
        int slots = 0;
        const std::uint64_t* allowed =
            reduced_.allowed.data() + static_cast<std::size_t>(meeting_) * static_cast<std::size_t>(reduced_.days);
        for (int day = 0; day < reduced_.days; ++day) slots += std::popcount(allowed[day]);
        int skip = random_.below(slots);
        for (int day = 0;; ++day) {
            std::uint64_t mask = allowed[day];
            const int here = std::popcount(mask);
            if (skip >= here) {
                skip -= here;
                continue;
            }
            for (; skip > 0; --skip) mask &= mask - 1;
            return reduced_.day_first[static_cast<std::size_t>(day)] + std::countr_zero(mask);
        }
    }

    /// The cheapest of a few slots; none if even that one would lose too much.
    int choose_slot() {
        int best = none;
        std::int64_t best_price = 0;
        const int tries = 1 + random_.below(slots_tried);
        for (int i = 0; i < tries; ++i) {
            const int slot = random_allowed_slot();
            std::int64_t cost = 0;
            if (!state_.in_order(meeting_, slot) || !price(slot, cost)) continue;
            if (best == none || cost < best_price) {
                best = slot;
                best_price = cost;
            }
        }
        return best_price <= loss_max_ ? best : none;
    }

    bool eject(int meeting) {
        if (meeting == none) return false;
        state_.remove(meeting);
        ejected_.push_back(meeting);
        return true;
    }

    bool make_way(int slot, int turn) {
        ejected_.clear();
        for (const int p : {wish_.a, wish_.b})
            if (full(p, slot) && !eject(cheapest_at(p, slot))) return false;
        for (const int p : {wish_.a, wish_.b})
            if (state_.at_maximum(p) && !eject(cheapest_of(p))) return false;
        int place = state_.best_place(meeting_, slot, turn);
        if (place == none) {
            if (!eject(someone_at_a_table(slot))) return false;
            place = state_.best_place(meeting_, slot, turn);
        }
        if (place == none) return false;
        state_.add(meeting_, slot, place);
        return true;
    }

    /// In a full hall, the cheapest of a few whose table this meeting could take.
    int someone_at_a_table(int slot) {
        const auto places = reduced_.place_sets[wish_.places];
        const auto at_tables = state_.at_open_places(slot);
        int best = none;
        for (int i = 0; i < tables_tried && !at_tables.empty(); ++i) {
            const int m = at_tables[static_cast<std::size_t>(random_.below(static_cast<int>(at_tables.size())))];
            if (wish_of(m).fixed || std::find(places.begin(), places.end(), state_.place_of(m)) == places.end())
                continue;
            if (best == none || state_.worth(m) < state_.worth(best)) best = m;
        }
        return best;
    }

    void reseat(int turn) {
        std::sort(ejected_.begin(), ejected_.end(), [this](int x, int y) {
            const std::int64_t worth_x = state_.worth(x);
            const std::int64_t worth_y = state_.worth(y);
            return worth_x != worth_y ? worth_x > worth_y : x < y;
        });
        for (const int m : ejected_) {
            const Spot spot = best_spot(state_, m, none, turn);
            if (spot.slot != none && spot.gain > 0) state_.add(m, spot.slot, spot.place);
        }
    }

    State& state_;
    const Reduced& reduced_;
    Random& random_;
    std::vector<int>& ejected_;
    std::int64_t loss_max_;
    int meeting_;
    const Wish& wish_;
};

}  // namespace

bool propose_insert(State& state, Random& random, Scratch& scratch, int meeting) {
    const Wish& wish = state.reduced().wishes[static_cast<std::size_t>(meeting)];
    if (wish.fixed || !wish.possible) return false;
    return Insertion{state, random, scratch, meeting}.run();
}

bool propose_insert_at(State& state, Random& random, Scratch& scratch, int meeting, int slot) {
    const Wish& wish = state.reduced().wishes[static_cast<std::size_t>(meeting)];
    if (wish.fixed || !wish.possible || !allows(state.reduced(), meeting, slot)) return false;
    return Insertion{state, random, scratch, meeting}.run_at(slot);
}

}  // namespace hoicho::scheduling::programme
