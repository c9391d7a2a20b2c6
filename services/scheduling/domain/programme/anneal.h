/// Simulated annealing over the moves: how hot, how long, which move how often, and the best programme met on the way.
#pragma once

#include <cstdint>
#include <vector>

#include "scheduling/domain/programme/best.h"
#include "scheduling/domain/programme/moves/moves.h"
#include "scheduling/domain/programme/random.h"
#include "scheduling/domain/programme/state.h"

namespace hoicho::scheduling::programme {

/// Temperatures in 16.16 units of score.
struct Schedule {
    std::int64_t first = 0;
    std::int64_t last = 0;
    std::uint64_t steps = 0;
    int cycles = 1;  ///< Times the temperature falls; each but the first begins from the best programme met.
};

/// How hot to begin: the more steps a meeting gets, the hotter; cold if a programme is to be kept, not thrown away.
Schedule schedule_for(const Reduced& reduced, std::uint64_t steps, bool keep_start);

/// What it costs to break `must` or `gap_spread` while searching: enough that keeping them pays, little enough to pass
/// through.
Penalties penalties_for(const Reduced& reduced);

/// The part of a programme that a search may begin its moves in; chains and ejections may still reach beyond it.
struct Focus {
    std::vector<int> meetings;
    std::vector<int> people;  ///< Whose gaps are closed.
};

/// The neighbourhood of what broke: the meetings of the people, those of their partners, and who sits at the tables of
/// the slots in question. What lies in the past is left out.
/// @param people  participants who lost a meeting, came late, or shall get one
/// @param slots   slots in which a place closed or opened; may be empty
Focus focus_around(const State& state, const std::vector<int>& people, const std::vector<int>& slots);

/// One search over one state: keeps temperature, best programme and move memory between chunks, so that a caller with a
/// deadline asks for a few steps at a time and nothing is built twice. The same calls with the same seed give the same
/// bytes.
class Annealing {
  public:
    /// @param state     holds a programme; its change log is emptied. `state.limit_disturbance()` is obeyed: a move that
    ///                  disturbs more people than allowed, and more than before, is refused.
    /// @param schedule  `steps` is how many the caller plans to take; taking more stays at the last temperature
    Annealing(State& state, Random& random, const Schedule& schedule);
    /// Only moves that begin in the focus.
    Annealing(State& state, Random& random, const Schedule& schedule, Focus focus);

    void advance(std::uint64_t steps);

    /// The caller knows better by now how many steps are left: the temperature reaches the last in as many from here.
    void replan(std::uint64_t steps_left);

    /// Makes the state the best programme met. Advancing afterwards goes on from it.
    void settle();

    std::uint64_t steps_done() const { return steps_done_; }
    std::uint64_t steps_left() const { return steps_left_; }
    const Best& best() const { return best_; }

  private:
    void step();
    void end_stage();
    void heat();
    bool propose();
    bool propose_in_focus();
    bool insert();

    State& state_;
    Random& random_;
    Scratch scratch_;
    Best best_;
    Focus focus_;
    std::int64_t temperature_ = 0;
    std::int64_t first_temperature_;
    std::int64_t last_temperature_;
    std::int64_t stage_fall_ = 0;  ///< 16.16: the temperature is multiplied by 1 - this after every stage.
    std::uint64_t stages_left_;  ///< Of all cycles.
    std::uint64_t stage_steps_ = 1;
    std::uint64_t stage_left_ = 1;
    std::uint64_t steps_left_ = 0;
    std::uint64_t steps_done_ = 0;
    bool focused_ = false;
    bool places_matter_ = false;
};

/// The whole schedule in one go.
/// @param state  afterwards: the best programme met. Fewer musts missing and a kept spread go before any score.
void anneal(State& state, Random& random, const Schedule& schedule);

}  // namespace hoicho::scheduling::programme
