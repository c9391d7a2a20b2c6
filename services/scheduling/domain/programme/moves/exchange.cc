/// Exchanges meetings between two slots along Kempe chains.
#include <bit>

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
            scratch_.stamp = 1;
        }
    }

    bool run(int meeting) {
        join(meeting);
        if (!close_chain(0)) return false;
        for (std::size_t size = chain_.size(); balance_tables(); size = chain_.size())
            if (!close_chain(size)) return false;
        return !overfull_ && apply();
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
        const int day = reduced_.day_of[static_cast<std::size_t>(slot)];
        const std::uint64_t allowed =
            reduced_.allowed[static_cast<std::size_t>(meeting) * static_cast<std::size_t>(reduced_.days) +
                             static_cast<std::size_t>(day)];
        return (allowed >> reduced_.bit_of[static_cast<std::size_t>(slot)] & 1U) != 0 && !wish_of(meeting).fixed;
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
        const auto at_tables = state_.at_open_places(slot);
        for (int tries = 0; tries < tries_max && !at_tables.empty(); ++tries) {
            const int m = at_tables[static_cast<std::size_t>(random_.below(static_cast<int>(at_tables.size())))];
            if (member(m)) continue;
            join(m);
            overfull_ = false;
            return true;
        }
        return false;
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

    static constexpr int tries_max = 3;

    State& state_;
    const Reduced& reduced_;
    Random& random_;
    Scratch& scratch_;
    std::vector<int>& chain_;
    int from_;
    int to_;
    bool overfull_ = false;
};

/// A random slot with the bit set, counting from the first slot of the day.
int random_slot_of(std::uint64_t mask, int first, Random& random) {
    for (int skip = random.below(std::popcount(mask)); skip > 0; --skip) mask &= mask - 1;
    return first + std::countr_zero(mask);
}

/// The idle slots between the first and the last meeting of a day.
std::uint64_t idle_slots_of(std::uint64_t busy) {
    if (busy == 0) return 0;
    const std::uint64_t up_to_last = ~std::uint64_t{0} >> std::countl_zero(busy);
    const std::uint64_t from_first = ~std::uint64_t{0} << std::countr_zero(busy);
    return up_to_last & from_first & ~busy;
}

}  // namespace

bool propose_exchange(State& state, Random& random, Scratch& scratch, int meeting, int to_slot) {
    const int from_slot = state.slot_of(meeting);
    if (from_slot == to_slot) return false;
    return Exchange{state, random, scratch, from_slot, to_slot}.run(meeting);
}

bool propose_close_gap(State& state, Random& random, Scratch& scratch) {
    const auto people = state.people_with_gaps();
    if (people.empty()) return false;
    const int p = people[static_cast<std::size_t>(random.below(static_cast<int>(people.size())))];
    const Reduced& reduced = state.reduced();
    for (int i = 0, day = random.below(reduced.days); i < reduced.days;
         ++i, day = day + 1 == reduced.days ? 0 : day + 1) {
        const std::uint64_t busy = state.busy(p, day);
        const std::uint64_t idle = idle_slots_of(busy);
        if (idle == 0) continue;
        const int first = reduced.day_first[static_cast<std::size_t>(day)];
        const int to = random_slot_of(idle, first, random);
        int from =
            first + (random.chance_in_1024(512) ? std::countr_zero(busy) : static_cast<int>(std::bit_width(busy)) - 1);
        if (random.chance_in_1024(256)) from = random_slot_of(busy, first, random);
        const auto seats = state.seats(p, from);
        return propose_exchange(state, random, scratch,
                                seats[static_cast<std::size_t>(random.below(static_cast<int>(seats.size())))], to);
    }
    return false;
}

}  // namespace hoicho::scheduling::programme
