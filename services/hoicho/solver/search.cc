/// One search for a programme.
#include "hoicho/solver/search.h"

#include <algorithm>
#include <tuple>

#include "scheduling/domain/programme/repair.h"

namespace hoicho::cli {
namespace {

namespace programme = scheduling::programme;

/// From nothing.
class Solving final : public Search {
  public:
    Solving(const Task& task, std::uint64_t seed, std::uint64_t steps_planned)
        : seed_{seed}, solver_{*task.instance, {}, seed, {.steps_planned = steps_planned}} {}

    void advance(std::uint64_t steps) override { solver_.advance(steps); }
    void replan(std::uint64_t steps_left) override { solver_.replan(steps_left); }
    Found best() const override {
        auto now = solver_.result();
        return {.programme = std::move(now.programme),
                .score = now.score,
                .musts_missing = now.musts_missing,
                .spread_kept = now.spread_kept,
                .seed = seed_,
                .steps = solver_.steps(),
                .verdict = now.verdict,
                .score_bound = now.score_bound,
                .gap_bound = now.gap_bound,
                .obstacle = now.obstacle,
                .obstacle_meeting = now.meeting,
                .obstacle_participant = now.participant};
    }
    bool finished() const override { return solver_.finished(); }

  private:
    std::uint64_t seed_;
    programme::Solver solver_;
};

/// Around what broke, within the budget of people disturbed if there is one: each try is a repair of its own, twice as long as the one before.
class Repairing final : public Search {
  public:
    Repairing(const Task& task, std::uint64_t seed, std::uint64_t steps_planned)
        : task_{task}, next_try_{steps_planned > 0 ? steps_planned : first_try_steps} {
        best_.seed = seed;
    }

    void advance(std::uint64_t steps) override {
        saved_ += steps;
        if (saved_ < next_try_) return;
        saved_ -= next_try_;
        const auto next = programme::repair(*task_.instance, *task_.previous, best_.seed, next_try_, {.disturbed_max = task_.disturbed_max});
        const std::uint64_t steps_before = best_.steps;
        Found now{.programme = next.programme,
                  .score = next.score,
                  .musts_missing = next.musts_missing,
                  .spread_kept = next.spread_kept,
                  .budget_kept = next.budget_kept,
                  .seed = best_.seed};
        if (steps_before == 0 || now.better_than(best_)) best_ = std::move(now);
        best_.steps = steps_before + next_try_;
        next_try_ *= 2;
    }
    /// The last try takes what is left.
    void replan(std::uint64_t steps_left) override { next_try_ = std::min(next_try_, std::max(first_try_steps, saved_ + steps_left)); }
    Found best() const override { return best_; }
    bool finished() const override { return false; }

  private:
    static constexpr std::uint64_t first_try_steps = 20'000;
    Task task_;
    Found best_;
    std::uint64_t next_try_;
    std::uint64_t saved_ = 0;
};

}  // namespace

bool Found::better_than(const Found& other) const {
    const auto rank = [](const Found& f) { return std::tuple{f.verdict == programme::Verdict::infeasible, f.budget_kept, -f.musts_missing, f.spread_kept, f.score}; };
    return rank(*this) != rank(other) ? rank(*this) > rank(other) : seed < other.seed;
}

std::unique_ptr<Search> begin_search(const Task& task, std::uint64_t seed, std::uint64_t steps_planned) {
    if (task.previous != nullptr) return std::make_unique<Repairing>(task, seed, steps_planned);
    return std::make_unique<Solving>(task, seed, steps_planned);
}

}  // namespace hoicho::cli
