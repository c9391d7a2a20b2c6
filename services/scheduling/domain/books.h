// Who sits where: as it stands now, or with the meetings of a draft on top. The rules ask either in the same words.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>

#include "scheduling/domain/state.h"

namespace hoicho::scheduling {

/// A meeting somebody wants to be held.
struct Wanted {
    FairId fair{};
    BuyerId buyer{};
    ExhibitorId exhibitor{};
    SlotId slot{};
    TableId table{};
};

/// The live meetings.
class LiveBooks {
  public:
    explicit LiveBooks(const State& state) : state_{&state} {}

    Held seat(const Seat& seat) const { return value(state_->seats, seat); }
    Held pair(const Pair& pair) const { return value(state_->pairs, pair); }
    /// Counted from the seats of the half-day's slots: asked only where there is a maximum, so no table is kept for it.
    std::uint32_t half_day(const HalfDay& key) const {
        std::uint32_t meetings = 0;
        for (const auto slot : venue_of(*state_, key.fair).slots)
            if (state_->slots.find(slot)->session == key.session) meetings += seat({slot, key.side, key.party}).count;
        return meetings;
    }
    /// 0 free; the number of a meeting, or drafted for one that has no number yet.
    std::uint32_t at_table(const TableSlot& key) const { return number(value(state_->occupied, key)); }

    static constexpr std::uint32_t drafted = 0xffff'ffff;

  private:
    template <class Key, class Row>
    static Row value(const Keyed<Key, Row>& table, const Key& key) {
        const Row* row = table.find(key);
        return row ? *row : Row{};
    }
    const State* state_;
};

/// The live meetings, with some taken out and others added.
class DraftBooks {
  public:
    explicit DraftBooks(const State& state) : live_{state}, state_{&state} {}

    Held seat(const Seat& key) const { return sum(live_.seat(key), seats_, key); }
    Held pair(const Pair& key) const { return sum(live_.pair(key), pairs_, key); }
    std::uint32_t half_day(const HalfDay& key) const {
        const auto at = half_days_.find(key);
        return live_.half_day(key) + (at == half_days_.end() ? 0 : at->second);
    }
    std::uint32_t at_table(const TableSlot& key) const {
        const auto at = tables_.find(key);
        return at == tables_.end() ? live_.at_table(key) : at->second;
    }

    void add(const Wanted& meeting) { change(meeting, +1, LiveBooks::drafted); }
    /// Takes a meeting out, whether it was drafted or is live.
    void remove(const Wanted& meeting) { change(meeting, -1, 0); }

  private:
    template <class Value, class Key>
    using Extra = boost::unordered_flat_map<Key, Value, KeyHash<Key>>;

    /// A drafted meeting has no number: it is counted, and its bits say so. Counts wrap: fewer than live is a large number of them.
    template <class Key>
    static Held sum(Held live, const Extra<std::uint32_t, Key>& extra, const Key& key) {
        const auto at = extra.find(key);
        if (at == extra.end() || at->second == 0) return live;
        return {live.count + at->second, LiveBooks::drafted};
    }

    void change(const Wanted& m, int by, std::uint32_t occupant) {
        const auto step = static_cast<std::uint32_t>(by);
        const auto session = state_->slots.find(m.slot)->session;
        seats_[{m.slot, Side::buyer, number(m.buyer)}] += step;
        seats_[{m.slot, Side::exhibitor, number(m.exhibitor)}] += step;
        pairs_[{m.fair, m.buyer, m.exhibitor}] += step;
        half_days_[{m.fair, session, Side::buyer, number(m.buyer)}] += step;
        half_days_[{m.fair, session, Side::exhibitor, number(m.exhibitor)}] += step;
        tables_[{m.table, m.slot}] = occupant;
    }

    LiveBooks live_;
    const State* state_;
    Extra<std::uint32_t, Seat> seats_;
    Extra<std::uint32_t, Pair> pairs_;
    Extra<std::uint32_t, HalfDay> half_days_;
    Extra<std::uint32_t, TableSlot> tables_;  ///< what stands there instead of the live meeting; 0: nothing
};

}  // namespace hoicho::scheduling
