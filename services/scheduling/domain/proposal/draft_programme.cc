// Rounds of search with fewer and fewer steps; see draft_programme.h.
#include "scheduling/domain/proposal/draft_programme.h"

#include <algorithm>

#include "scheduling/domain/proposal/half_day_limits.h"
#include "scheduling/domain/proposal/solve_programme.h"

namespace hoicho::scheduling {

namespace {

constexpr std::uint64_t last_round_steps_max = 100'000;  ///< what is left then is spent at once

bool has_maxima(const PosedProgramme& posed) {
    return std::any_of(posed.half_day_max.begin(), posed.half_day_max.end(), [](const auto& maxima) {
        return std::any_of(maxima.begin(), maxima.end(), [](std::uint32_t most) { return most != 0; });
    });
}

/// One search of at most so many steps.
programme::Solved search(const programme::Instance& instance, const PosedProgramme& posed, const programme::Programme& start, std::uint64_t seed,
                         std::uint64_t steps, const std::function<bool()>& go_on) {
    programme::Solver solver{instance, start, seed, {.steps_planned = steps}, &posed.live};
    while (!solver.finished() && solver.steps() < steps && go_on()) solver.advance(std::min(programme_steps_piece, steps - solver.steps()));
    return solver.result();
}

/// An instance whose musts are proven to clash is not searched at all: then they are wishes.
void let_go_of_musts(const PosedProgramme& posed, programme::Instance& instance) {
    for (std::size_t m = 0; m < instance.meetings.size(); ++m)
        if (posed.meetings[m].kept == MeetingId{}) instance.meetings[m].must = false;
}

}  // namespace

Drafted draft_programme(const PosedProgramme& posed, std::uint64_t seed, std::uint64_t steps, const std::function<bool()>& go_on) {
    const bool limited = has_maxima(posed);
    programme::Instance instance = posed.instance;
    Drafted out{.programme = posed.live};
    for (std::uint64_t round = 0; round == 0 || (out.steps < steps && go_on()); ++round) {
        const std::uint64_t left = steps - out.steps;
        const bool last = !limited || left <= last_round_steps_max;
        programme::Solved solved = search(instance, posed, out.programme, seed + round, last ? left : left / 2, go_on);
        out.steps += solved.steps;
        out.programme = solved.programme;
        const bool too_many = keep_half_day_maxima(posed, instance, out.programme);
        const bool infeasible = solved.verdict == programme::Verdict::infeasible;
        const bool optimal = solved.verdict == programme::Verdict::optimal;
        if (round == 0) out.said = std::move(solved);
        if (infeasible) let_go_of_musts(posed, instance);
        if (!too_many && (infeasible ? round > 0 : optimal || last)) break;
    }
    return out;
}

programme::Solved bounds_of(const PosedProgramme& posed) {
    return programme::Solver{posed.instance, posed.live, 0, {.steps_planned = 1, .close = false}, &posed.live}.result();
}

}  // namespace hoicho::scheduling
