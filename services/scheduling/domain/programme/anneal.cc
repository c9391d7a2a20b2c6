/// Simulated annealing over the moves: how hot, how long, which move how often, and the best programme met on the way.
#include "scheduling/domain/programme/anneal.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "scheduling/domain/programme/acceptance.h"

namespace hoicho::scheduling::programme {
namespace {

constexpr std::uint64_t stages = 400;  ///< Times the temperature falls in one cycle.
constexpr std::uint64_t cycle_steps_each_min = 4'000;  ///< Steps a meeting gets in a cycle before another pays.
constexpr std::uint64_t cycles_max = 2;

int random_of(std::span<const int> list, Random& random) {
    return list[static_cast<std::size_t>(random.below(static_cast<int>(list.size())))];
}

/// One unit of trouble: what a gap with one idle slot costs, or a usual meeting is worth if gaps cost nothing.
std::int64_t unit_of(const Reduced& reduced) {
    return std::max<std::int64_t>({reduced.weights.gap + reduced.weights.idle_slot, reduced.weights.value, 1});
}

std::int64_t ln_of(std::int64_t temperature) {
    return ln_fixed(static_cast<std::uint64_t>(std::max<std::int64_t>(1, temperature)));
}

bool places_matter(const Reduced& reduced) {
    if (reduced.zones < 2) return false;
    for (int row = 0; row + 1 < static_cast<int>(reduced.place_sets.first.size()); ++row)
        if (reduced.place_sets[row].size() > 1) return true;
    return false;
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
    // From 128 steps each on, a warm start pays: at 7,000 people in 10 s, 35 instead of 20 percent gave 600 to 4,000 of
    // score and 0.06 % of value more.
    const int percent_min = keep_start ? 10 : doublings < 8 ? 20 : 35;
    const std::int64_t percent = std::clamp(10 * (doublings - 6), percent_min, keep_start ? 50 : 100);
    return {.first = unit * fixed_one * percent / 100, 
            .last = unit * fixed_one * 6 / 100,
            .steps = steps,
            .cycles = static_cast<int>(std::clamp<std::uint64_t>(steps_each / cycle_steps_each_min, 1, cycles_max))};
}

Annealing::Annealing(State& state, Random& random, const Schedule& schedule)
    : state_{state},
      random_{random},
      scratch_{state.reduced()},
      best_{state},
      first_temperature_{schedule.first},
      last_temperature_{schedule.last},
      stages_left_{stages * static_cast<std::uint64_t>(std::max(1, schedule.cycles))},
      places_matter_{places_matter(state.reduced())} {
    state_.forget();
    replan(schedule.steps);
    stage_left_ = stage_steps_;
    heat();
}

Annealing::Annealing(State& state, Random& random, const Schedule& schedule, Focus focus)
    : Annealing{state, random, schedule} {
    focus_ = std::move(focus);
    focused_ = true;
}

void Annealing::replan(std::uint64_t steps_left) {
    stage_steps_ = std::max<std::uint64_t>(1, steps_left / std::max<std::uint64_t>(1, stages_left_));
    stage_left_ = std::min(stage_left_, stage_steps_);  // a caller may replan more often than a stage is long
    steps_left_ = steps_left;
}

void Annealing::advance(std::uint64_t steps) {
    for (std::uint64_t i = 0; i < steps; ++i) {
        if (--stage_left_ == 0) end_stage();
        if (steps_left_ > 0) --steps_left_;
        step();
    }
    steps_done_ += steps;
}

/// Cycles are mild and hot by turns: what lies near the start is found in a mild one, what lies far in a hot one.
void Annealing::heat() {
    const bool mild = stages_left_ / stages % 2 == 0;
    temperature_ = mild ? first_temperature_ * 2 / 5 : first_temperature_;
    stage_fall_ = std::max<std::int64_t>(0, ln_of(temperature_) - ln_of(last_temperature_)) /
                  static_cast<std::int64_t>(stages);
}

/// The next stage is colder; after a cycle the search heats up again from the best programme met.
void Annealing::end_stage() {
    stage_left_ = stage_steps_;
    if (stages_left_ == 0) return;
    --stages_left_;
    temperature_ -= temperature_ * stage_fall_ >> fixed_point_bits;
    if (stages_left_ == 0 || stages_left_ % stages != 0) return;
    settle();
    heat();
}

void Annealing::step() {
    const std::int64_t before = state_.energy();
    const int over_disturbed = state_.over_disturbed();
    scratch_.loss_max = loss_allowed(temperature_, random_.below(thresholds));
    if (!(focused_ ? propose_in_focus() : propose())) return;
    if (state_.over_disturbed() > over_disturbed || before - state_.energy() > scratch_.loss_max) {
        state_.undo_to(0);
        return;
    }
    best_.follow(state_);
    state_.forget();
}

/// Shares in 1024, found by trying on the synthetic fairs.
bool Annealing::propose() {
    const int draw = random_.below(1024);
    if (draw < 100 && !state_.astray().empty() && random_.chance_in_1024(512))
        return propose_home(state_, random_, scratch_, random_of(state_.astray(), random_));
    if (draw < 120) return insert();
    if (draw < 480 && !state_.people_with_gaps().empty())
        return propose_close_gap(state_, random_, scratch_, random_of(state_.people_with_gaps(), random_));
    if (draw < 560 && !state_.people_rushed().empty())
        return propose_calm(state_, random_, scratch_, random_of(state_.people_rushed(), random_));
    if (state_.held_meetings().empty()) return insert();
    const int meeting = random_of(state_.held_meetings(), random_);
    if (draw < 830) return propose_exchange(state_, random_, scratch_, meeting, random_.below(state_.reduced().slots));
    if (draw < 980 || !places_matter_) return propose_relocate(state_, random_, meeting);
    return propose_place(state_, random_, meeting);
}

bool Annealing::insert() {
    if (state_.unheld_meetings().empty()) return false;
    return propose_insert(state_, random_, scratch_, random_of(state_.unheld_meetings(), random_));
}

/// The same moves from a given list: an unheld meeting is inserted, a held one moved. What strayed from the previous
/// programme is always in the focus.
bool Annealing::propose_in_focus() {
    const int draw = random_.below(1024);
    if (draw < 80 && !state_.astray().empty())
        return propose_home(state_, random_, scratch_, random_of(state_.astray(), random_));
    if (draw < 240 && !focus_.people.empty())
        return propose_close_gap(state_, random_, scratch_, random_of(focus_.people, random_));
    if (focus_.meetings.empty()) return false;
    const int meeting = random_of(focus_.meetings, random_);
    if (!state_.held(meeting)) return propose_insert(state_, random_, scratch_, meeting);
    if (draw < 800) return propose_exchange(state_, random_, scratch_, meeting, random_.below(state_.reduced().slots));
    if (draw < 960 || !places_matter_) return propose_relocate(state_, random_, meeting);
    return propose_place(state_, random_, meeting);
}

void Annealing::settle() { best_.restore(state_); }

void anneal(State& state, Random& random, const Schedule& schedule) {
    Annealing annealing{state, random, schedule};
    annealing.advance(schedule.steps);
    annealing.settle();
}

}  // namespace hoicho::scheduling::programme
