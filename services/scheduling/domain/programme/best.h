/// Remembers the best programme of a search lazily: only what changed since the last best is copied.
#pragma once

#include <vector>

#include "scheduling/domain/programme/state.h"

namespace hoicho::scheduling::programme {

class Best {
  public:
    explicit Best(const State& state) : touched_at_(static_cast<std::size_t>(state.reduced().meetings), false) {
        for (int m = 0; m < state.reduced().meetings; ++m) entries_.push_back(seen(state, m));
        rate(state);
    }

    /// Takes note of the state's change log, which the caller clears afterwards, and of the state if it is better.
    void follow(const State& state) {
        for (const Change& change : state.changes()) {
            const auto m = static_cast<std::size_t>(change.meeting);
            if (touched_at_[m]) continue;
            touched_at_[m] = true;
            touched_.push_back(change.meeting);
        }
        if (is_better(state)) save(state);
    }

    std::int64_t score() const { return score_; }
    int musts_missing() const { return musts_missing_; }
    bool spread_kept() const { return spread_kept_; }

    /// Makes the state the best one again.
    void restore(State& state) {
        for (const int m : touched_)
            if (state.held(m)) state.remove(m);
        for (const int m : touched_) {
            const Entry& entry = entries_[static_cast<std::size_t>(m)];
            if (entry.slot != none) state.add(m, entry.slot, entry.place);
            touched_at_[static_cast<std::size_t>(m)] = false;
        }
        touched_.clear();
        state.forget();
    }

  private:
    static Entry seen(const State& state, int m) {
        return {.meeting = m, .slot = state.slot_of(m), .place = state.place_of(m)};
    }

    bool is_better(const State& state) const {
        if (state.over_disturbed() != over_disturbed_) return state.over_disturbed() < over_disturbed_;
        if (state.musts_missing() != musts_missing_) return state.musts_missing() < musts_missing_;
        if (spread_kept_) return state.score() > score_ && state.spread_kept();
        return state.energy() > energy_ || state.spread_kept();
    }

    void rate(const State& state) {
        over_disturbed_ = state.over_disturbed();
        musts_missing_ = state.musts_missing();
        spread_kept_ = state.spread_kept();
        score_ = state.score();
        energy_ = state.energy();
    }

    void save(const State& state) {
        for (const int m : touched_) {
            entries_[static_cast<std::size_t>(m)] = seen(state, m);
            touched_at_[static_cast<std::size_t>(m)] = false;
        }
        touched_.clear();
        rate(state);
    }

    std::vector<Entry> entries_;
    std::vector<bool> touched_at_;
    std::vector<int> touched_;  ///< Meetings that may differ between the state and the best.
    int over_disturbed_ = 0;
    int musts_missing_ = 0;
    bool spread_kept_ = true;
    std::int64_t score_ = 0;
    std::int64_t energy_ = 0;
};

}  // namespace hoicho::scheduling::programme
