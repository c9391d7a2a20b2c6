/// Repairs the programme in force: keeps what stands, fills in what pays, then searches around what broke within the
/// budget of people disturbed.
#include "scheduling/domain/programme/repair.h"

#include <algorithm>

#include "scheduling/domain/programme/anneal.h"
#include "scheduling/domain/programme/reduce.h"
#include "scheduling/domain/programme/repair_standing.h"

namespace hoicho::scheduling::programme {
namespace {

constexpr std::uint64_t round_steps_min = 50'000;
constexpr std::uint64_t round_steps_each = 100;  ///< For each meeting in the neighbourhood.
constexpr std::uint64_t rounds_max = 64;
constexpr std::int64_t hotter = 3;  ///< One round in four begins so many times as hot.

/// Does it keep more rules, or as many with a higher score?
bool better(const State& x, const State& y) {
    if (x.musts_missing() != y.musts_missing()) return x.musts_missing() < y.musts_missing();
    if (x.spread_kept() != y.spread_kept()) return x.spread_kept();
    return x.score() > y.score();
}
bool better(const Repaired& x, const Repaired& y) {
    if (x.musts_missing != y.musts_missing) return x.musts_missing < y.musts_missing;
    if (x.spread_kept != y.spread_kept) return x.spread_kept;
    return x.score > y.score;
}

/// One situation, repaired as often as asked with different budgets.
class Repair {
  public:
    Repair(const Instance& instance, const Programme& previous)
        : instance_{instance}, previous_{previous}, reduced_{reduce(instance, &previous)} {}

    Repaired run(std::uint64_t seed, std::uint64_t steps, std::optional<int> disturbed_max) const {
        State state{reduced_, penalties_for(reduced_)};
        keep_standing(state, previous_);
        const int unavoidable = state.people_disturbed();
        if (disturbed_max) state.limit_disturbance(std::max(*disturbed_max, unavoidable));
        const std::vector<int> people = people_concerned(state, instance_, previous_);
        fill_in(state);
        if (steps > 0) search(state, people, seed, steps);
        return told(state, unavoidable, disturbed_max, steps);
    }

    /// As few people as possible: as many as keeping what stands disturbs.
    Repaired least(std::uint64_t seed, std::uint64_t steps) const { return run(seed, steps, 0); }

  private:
    /// Several short searches: a repair has many dead ends a few moves away from the start, and a hot search would
    /// forget the programme in force. Every other one goes on from the best so far.
    void search(State& state, const std::vector<int>& people, std::uint64_t seed, std::uint64_t steps) const {
        Random random{seed};
        const Focus focus = focus_around(state, people, {});
        const std::uint64_t round_steps = std::max(round_steps_min, round_steps_each * focus.meetings.size());
        const std::uint64_t rounds = std::clamp<std::uint64_t>(steps / round_steps, 1, rounds_max);
        const State start = state;
        for (std::uint64_t round = 0; round < rounds; ++round) {
            State tried = round % 2 == 0 ? start : state;
            const std::uint64_t share = steps / rounds + (round < steps % rounds);
            Schedule schedule = schedule_for(reduced_, share, true);
            if (round % 4 == 2) schedule.first *= hotter;
            Annealing annealing{tried, random, schedule, focus};
            annealing.advance(share);
            annealing.settle();
            if (better(tried, state)) state = std::move(tried);
        }
    }

    Repaired told(const State& state, int unavoidable, std::optional<int> disturbed_max, std::uint64_t steps) const {
        Repaired out{.programme = {.instance = instance_.name, .meetings = {}},
                     .score = state.score(),
                     .people_disturbed = state.people_disturbed(),
                     .unavoidable = std::min(unavoidable, state.people_disturbed()),
                     .budget_kept = !disturbed_max || state.people_disturbed() <= *disturbed_max,
                     .musts_missing = state.musts_missing(),
                     .spread_kept = state.spread_kept(),
                     .steps = steps};
        for (int m = 0; m < reduced_.meetings; ++m)
            if (state.held(m)) out.programme.meetings.push_back({m, state.slot_of(m), state.place_of(m)});
        return out;
    }

    const Instance& instance_;
    const Programme& previous_;
    Reduced reduced_;
};

}  // namespace

Repaired repair(const Instance& instance, const Programme& previous, std::uint64_t seed, std::uint64_t steps,
                const RepairLimits& limits) {
    return Repair{instance, previous}.run(seed, steps, limits.disturbed_max);
}

std::vector<Repaired> repair_front(const Instance& instance, const Programme& previous, std::uint64_t seed,
                                   std::uint64_t steps) {
    const Repair repair{instance, previous};
    std::vector<Repaired> answers{repair.least(seed, steps), repair.run(seed, steps, std::nullopt)};
    const int half_way = (answers[0].people_disturbed + answers[1].people_disturbed) / 2;
    if (half_way > answers[0].people_disturbed) answers.push_back(repair.run(seed, steps, half_way));
    std::sort(answers.begin(), answers.end(), [](const Repaired& x, const Repaired& y) {
        return x.people_disturbed != y.people_disturbed ? x.people_disturbed < y.people_disturbed : better(x, y);
    });
    std::vector<Repaired> front;
    for (Repaired& answer : answers)
        if (front.empty() || better(answer, front.back())) front.push_back(std::move(answer));
    for (Repaired& answer : front) answer.unavoidable = std::min(answer.unavoidable, front.front().unavoidable);
    return front;
}

}  // namespace hoicho::scheduling::programme
