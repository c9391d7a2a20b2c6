// Improves in chunks, finishes, and has the referee count what came out.
#include "scheduling/domain/proposal/solve_programme.h"

#include <algorithm>

#include "scheduling/domain/programme/bound.h"
#include "scheduling/domain/programme/check.h"
#include "scheduling/domain/programme/solve.h"
#include "scheduling/domain/programme/validate.h"
#include "scheduling/domain/proposal/half_day_limits.h"

namespace hoicho::scheduling {

namespace {

programme::Programme improve(const PosedProgramme& posed, std::uint64_t seed, std::uint64_t steps, const std::function<bool()>& go_on) {
    programme::Instance instance = posed.instance;
    programme::Programme best = posed.live;
    for (std::uint64_t chunk = 0, done = 0; done < steps && go_on(); ++chunk) {
        const auto now = std::min({programme_steps_chunk, steps / programme_chunks_min + 1, steps - done});
        best = programme::improve(instance, best, seed + chunk, now, &posed.live).programme;
        keep_half_day_maxima(posed, instance, best);
        done += now;
    }
    return best;
}

void set_figures(v1::Figures& out, const PosedProgramme& posed, const FinishedProgramme& finished) {
    const auto figures = programme::check(posed.instance, finished.programme, &posed.live).figures;
    out.set_score(figures.score);
    out.set_value(figures.value_held);
    out.set_value_bound(programme::upper_bound(posed.instance, &posed.live).value_flow);
    out.set_gaps(static_cast<std::uint32_t>(figures.gaps));
    out.set_left_out(static_cast<std::uint32_t>(figures.left_out));
}

}  // namespace

v1::ProposeProgramme solve_programme(const PosedProgramme& posed, ProgrammeRunId run, std::uint64_t seed, std::uint64_t steps,
                                     const std::function<bool()>& go_on) {
    const std::uint64_t budget = steps ? steps : programme_steps_default;
    const bool posable = programme::validate(posed.instance).empty();  // beyond the solver's bounds: greedily, without figures
    const auto solved = posable ? improve(posed, seed, budget, go_on) : programme::Programme{};
    const FinishedProgramme finished = finish_programme(posed, solved);
    v1::ProposeProgramme proposal = proposal_of(posed, finished, run);
    if (posable) set_figures(*proposal.mutable_figures(), posed, finished);
    proposal.mutable_figures()->set_steps(posable ? budget : 0);
    proposal.mutable_figures()->set_seed(seed);
    return proposal;
}

}  // namespace hoicho::scheduling
