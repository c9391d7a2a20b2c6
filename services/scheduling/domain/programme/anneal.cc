/// Simulated annealing over the moves: how hot, how long, which move how often, and the best programme met on the way.
#include "scheduling/domain/programme/anneal.h"

#include <algorithm>
#include <bit>

#include "scheduling/domain/programme/acceptance.h"
#include "scheduling/domain/programme/best.h"
#include "scheduling/domain/programme/moves/moves.h"

namespace hoicho::scheduling::programme {
namespace {

constexpr std::uint64_t stages = 400;  ///< Times the temperature falls in one run.

int random_of(std::span<const int> list, Random& random) {
    return list[static_cast<std::size_t>(random.below(static_cast<int>(list.size())))];
}

class Annealing {
  public:
    Annealing(State& state, Random& random) : state_{state}, random_{random}, scratch_{state.reduced()} {
        const Reduced& reduced = state.reduced();
        for (int row = 0; row + 1 < static_cast<int>(reduced.place_sets.first.size()); ++row)
            places_matter_ = places_matter_ || reduced.place_sets[row].size() > 1;
        places_matter_ = places_matter_ && reduced.zones > 1;
    }

    /// Shares in 1024, found by trying on the synthetic fairs.
    bool propose() {
        const int draw = random_.below(1024);
        if (draw < 340) return insert();
        if (draw < 600 && !state_.people_with_gaps().empty()) return propose_close_gap(state_, random_, scratch_);
        if (state_.held_meetings().empty()) return insert();
        const int meeting = random_of(state_.held_meetings(), random_);
        if (draw < 900)
            return propose_exchange(state_, random_, scratch_, meeting, random_.below(state_.reduced().slots));
        if (draw < 980 || !places_matter_) return propose_relocate(state_, random_, meeting);
        return propose_place(state_, random_, meeting);
    }

  private:
    bool insert() {
        if (state_.unheld_meetings().empty()) return false;
        return propose_insert(state_, random_, scratch_, random_of(state_.unheld_meetings(), random_));
    }

    State& state_;
    Random& random_;
    Scratch scratch_;
    bool places_matter_ = false;
};

/// One unit of trouble: what a gap with one idle slot costs, or a usual meeting is worth if gaps cost nothing.
std::int64_t unit_of(const Reduced& reduced) {
    return std::max<std::int64_t>({reduced.weights.gap + reduced.weights.idle_slot, reduced.weights.value, 1});
}

}  // namespace

Penalties penalties_for(const Reduced& reduced) {
    std::int64_t gain_max = 0;
    for (const Wish& wish : reduced.wishes) gain_max = std::max(gain_max, wish.gain);
    const Objective& w = reduced.weights;
    return {.must = 3 * gain_max + 2 * w.left_out + 2 * w.rushed + w.moved + 6 * unit_of(reduced),
            .spread = 3 * unit_of(reduced)};
}

Schedule schedule_for(const Reduced& reduced, std::uint64_t steps, bool keep_start) {
    const std::int64_t unit = unit_of(reduced);
    const std::uint64_t steps_each = steps / static_cast<std::uint64_t>(std::max(1, reduced.meetings));
    const int doublings = static_cast<int>(std::bit_width(steps_each));  // 200 steps each: 8; 20,000: 15
    std::int64_t percent = std::clamp(10 * (doublings - 6), 20, 100);
    if (keep_start) percent = std::min<std::int64_t>(percent, 20);
    return {.first = unit * fixed_one * percent / 100, .last = unit * fixed_one * 6 / 100, .steps = steps};
}

void anneal(State& state, Random& random, const Schedule& schedule) {
    Annealing annealing{state, random};
    Best best{state};
    std::int64_t temperature = schedule.first;
    const auto ratio = static_cast<std::uint64_t>(std::max<std::int64_t>(1, schedule.last));
    const std::int64_t fall = std::max<std::int64_t>(
        0, ln_fixed(static_cast<std::uint64_t>(std::max<std::int64_t>(1, schedule.first))) - ln_fixed(ratio));
    const std::int64_t stage_fall = fall / static_cast<std::int64_t>(stages);  // temperature is multiplied by 1 - this
    const std::uint64_t stage_steps = std::max<std::uint64_t>(1, schedule.steps / stages);
    for (std::uint64_t step = 0; step < schedule.steps; ++step) {
        if (step % stage_steps == stage_steps - 1) temperature -= temperature * stage_fall >> fixed_point_bits;
        const std::int64_t before = state.energy();
        if (!annealing.propose()) continue;
        if (!accepts(before - state.energy(), temperature, random.below(thresholds))) {
            state.undo_to(0);
            continue;
        }
        best.follow(state);
        state.forget();
    }
    best.restore(state);
}

}  // namespace hoicho::scheduling::programme
