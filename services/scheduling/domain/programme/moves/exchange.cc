/// Exchanges meetings between two slots along Kempe chains.
#include "scheduling/domain/programme/moves/moves.h"

namespace hoicho::scheduling::programme {
namespace {

class Exchange {
  public:
    Exchange(State& state, Random& random, Scratch& scratch, int from, int to)
        : state_{state},
          reduced_{state.reduced()},
          random_{random},
          scratch_{scratch},
          chain_{scratch.chain},
          from_{from},
          to_{to} {
        chain_.clear();
        if (++scratch_.stamp == 0) {  // after four billion exchanges old stamps would look new
            scratch_.stamp_of.assign(scratch_.stamp_of.size(), 0);
            scratch_.stamp_of_person.assign(scratch_.stamp_of_person.size(), 0);
            scratch_.stamp = 1;
        }
    }

    bool run(int meeting) {
        join(meeting);
        if (!close_chain(0)) return false;
        for (std::size_t size = chain_.size(); balance_tables(); size = chain_.size())
            if (!close_chain(size)) return false;
        return !overfull_ && loss() <= scratch_.loss_max && apply();
    }

  private:
    const Wish& wish_of(int meeting) const { return reduced_.wishes[static_cast<std::size_t>(meeting)]; }
    bool member(int meeting) const { return scratch_.stamp_of[static_cast<std::size_t>(meeting)] == scratch_.stamp; }
    int target_of(int meeting) const { return state_.slot_of(meeting) == from_ ? to_ : from_; }

    void join(int meeting) {
        chain_.push_back(meeting);
        scratch_.stamp_of[static_cast<std::size_t>(meeting)] = scratch_.stamp;
    }

    bool may_lie_in(int meeting, int slot) const {
        return allows(reduced_, meeting, slot) && !wish_of(meeting).fixed;
    }

    /// Follows the chain from its position `next` on until everybody in it has a delegate for every meeting.
    bool close_chain(std::size_t next) {
        for (; next < chain_.size(); ++next) {
            const int meeting = chain_[next];
            const int slot = target_of(meeting);
            if (!may_lie_in(meeting, slot)) return false;
            const Wish& wish = wish_of(meeting);
            if (!make_room(wish.a, slot) || !make_room(wish.b, slot)) return false;
            if (chain_.size() > static_cast<std::size_t>(chain_max)) return false;
        }
        return true;
    }

    bool make_room(int p, int slot) {
        const auto here = state_.seats(p, slot);
        const auto there = state_.seats(p, slot == to_ ? from_ : to_);
        int wanted = 0;
        for (const int m : here) wanted += !member(m);
        for (const int m : there) wanted += member(m);
        const int delegates = state_.delegates(p, slot);
        if (wanted <= delegates) return true;
        const int size = static_cast<int>(here.size());
        for (int i = 0, j = size > 1 ? random_.below(size) : 0; i < size && wanted > delegates;
             ++i, j = j + 1 == size ? 0 : j + 1) {
            const int m = here[static_cast<std::size_t>(j)];
            if (member(m)) continue;
            join(m);
            --wanted;
        }
        return wanted <= delegates;
    }

    /// If more meetings come to the tables of a slot than leave, somebody else there has to go the other way.
    /// @return  true if a meeting joined the chain
    bool balance_tables() {
        int to_balance = 0;
        for (const int m : chain_)
            if (reduced_.is_open[static_cast<std::size_t>(state_.place_of(m))])
                to_balance += state_.slot_of(m) == from_ ? 1 : -1;
        const int slot = to_balance > 0 ? to_ : from_;
        const int excess = (to_balance > 0 ? to_balance : -to_balance) - state_.open_room_left(slot);
        if (excess <= 0) return false;
        overfull_ = true;
        if (chain_.size() >= static_cast<std::size_t>(chain_max)) return false;
        const int m = who_gives_way(slot);
        if (m == none) return false;
        join(m);
        overfull_ = false;
        return true;
    }

    /// In a full slot, somebody at the tables who could go to the other slot alone and would lose least by it; if nobody
    /// met could go alone, anybody.
    int who_gives_way(int slot) {
        const auto at_tables = state_.at_open_places(slot);
        int anybody = none;
        int best = none;
        std::int64_t best_loss = 0;
        for (int tries = 0; tries < tables_tried && !at_tables.empty(); ++tries) {
            const int m = at_tables[static_cast<std::size_t>(random_.below(static_cast<int>(at_tables.size())))];
            if (member(m)) continue;
            anybody = m;
            const int other = slot == to_ ? from_ : to_;
            const int day = reduced_.day_of[static_cast<std::size_t>(other)];
            if ((state_.free_slots(m, day) >> reduced_.bit_of[static_cast<std::size_t>(other)] & 1U) == 0) continue;
            const std::int64_t loss = loss_of_going(wish_of(m).a, slot, other) + loss_of_going(wish_of(m).b, slot, other);
            if (best != none && loss >= best_loss) continue;
            best = m;
            best_loss = loss;
        }
        return best != none ? best : anybody;
    }

    /// What p loses by gaps if its only meeting of one slot goes to another, empty one.
    std::int64_t loss_of_going(int p, int slot, int other) const {
        if (state_.seats(p, slot).size() > 1 || !state_.seats(p, other).empty()) return 0;
        const int day = reduced_.day_of[static_cast<std::size_t>(slot)];
        const int other_day = reduced_.day_of[static_cast<std::size_t>(other)];
        const std::uint64_t busy = state_.busy(p, day);
        const std::uint64_t after = with_bit(busy, slot, false);
        if (day == other_day) return state_.idle_loss(p, busy, with_bit(after, other, true));
        const std::uint64_t busy_other = state_.busy(p, other_day);
        return state_.idle_loss(p, busy, after) +
               state_.idle_loss(p, busy_other, with_bit(busy_other, other, true));
    }

    /// What the exchange loses by gaps and by leaving previous slots; walks are not counted.
    std::int64_t loss() {
        std::int64_t sum = 0;
        for (const int m : chain_) {
            const Wish& wish = wish_of(m);
            if (wish.previous_slot != none) {
                if (wish.previous_slot == target_of(m))
                    sum -= reduced_.weights.moved;
                else if (state_.slot_of(m) == wish.previous_slot && state_.place_of(m) == wish.previous_place)
                    sum += reduced_.weights.moved;
            }
            sum += idle_loss(wish.a) + idle_loss(wish.b);
        }
        return sum;
    }

    std::int64_t idle_loss(int p) {
        std::uint32_t& stamp = scratch_.stamp_of_person[static_cast<std::size_t>(p)];
        if (stamp == scratch_.stamp) return 0;
        stamp = scratch_.stamp;
        int stay = 0;
        int come = 0;
        for (const int m : state_.seats(p, from_)) ++(member(m) ? come : stay);
        int stay_there = 0;
        int go = 0;
        for (const int m : state_.seats(p, to_)) ++(member(m) ? go : stay_there);
        const int day = reduced_.day_of[static_cast<std::size_t>(from_)];
        const int other_day = reduced_.day_of[static_cast<std::size_t>(to_)];
        const std::uint64_t busy = state_.busy(p, day);
        const std::uint64_t after = with_bit(busy, from_, stay + go > 0);
        if (day == other_day) return state_.idle_loss(p, busy, with_bit(after, to_, stay_there + come > 0));
        const std::uint64_t busy_other = state_.busy(p, other_day);
        return state_.idle_loss(p, busy, after) +
               state_.idle_loss(p, busy_other, with_bit(busy_other, to_, stay_there + come > 0));
    }

    std::uint64_t with_bit(std::uint64_t mask, int slot, bool set) const {
        const std::uint64_t bit = std::uint64_t{1} << reduced_.bit_of[static_cast<std::size_t>(slot)];
        return set ? mask | bit : mask & ~bit;
    }

    bool apply() {
        const std::size_t mark = state_.mark();
        const int turn = random_.below(1 << 16);
        for (int& m : chain_) {
            const int slot = target_of(m);
            state_.remove(m);
            m = slot == to_ ? m : ~m;  // the way home is remembered in the sign
        }
        for (const int coded : chain_) {
            const int m = coded >= 0 ? coded : ~coded;
            const int slot = coded >= 0 ? to_ : from_;
            const int place = state_.in_order(m, slot) ? state_.best_place(m, slot, turn) : none;
            if (place == none) {
                state_.undo_to(mark);
                return false;
            }
            state_.add(m, slot, place);
        }
        return true;
    }

    static constexpr int tables_tried = 8;

    State& state_;
    const Reduced& reduced_;
    Random& random_;
    Scratch& scratch_;
    std::vector<int>& chain_;
    int from_;
    int to_;
    bool overfull_ = false;
};

}  // namespace

bool propose_exchange(State& state, Random& random, Scratch& scratch, int meeting, int to_slot) {
    const int from_slot = state.slot_of(meeting);
    if (from_slot == to_slot) return false;
    return Exchange{state, random, scratch, from_slot, to_slot}.run(meeting);
}

}  // namespace hoicho::scheduling::programme
