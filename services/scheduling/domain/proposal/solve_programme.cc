// Settles musts, searches or repairs, finishes, and has the referee count what came out; see solve_programme.h.
#include "scheduling/domain/proposal/solve_programme.h"

#include <algorithm>
#include <cmath>

#include "scheduling/domain/limits.h"
#include "scheduling/domain/programme/check.h"
#include "scheduling/domain/programme/repair.h"
#include "scheduling/domain/programme/validate.h"
#include "scheduling/domain/proposal/draft_programme.h"
#include "scheduling/domain/proposal/settle_musts.h"

namespace hoicho::scheduling {

namespace {

std::uint32_t millionths(double share) { return static_cast<std::uint32_t>(std::lround(std::clamp(share, 0.0, 1.0) * 1e6)); }

std::uint32_t musts_missing(const PosedProgramme& posed, const programme::Programme& programme) {
    std::vector<bool> held(posed.meetings.size(), false);
    for (const auto& entry : programme.meetings) held[static_cast<std::size_t>(entry.meeting)] = true;
    std::uint32_t missing = 0;
    for (std::size_t m = 0; m < held.size(); ++m) missing += posed.meetings[m].must && !held[m] && !posed.instance.meetings[m].withdrawn;
    return missing;
}

v1::Verdict verdict_of(bool infeasible, const programme::Figures& figures, std::int64_t score_bound) {
    if (infeasible) return v1::VERDICT_INFEASIBLE;
    return figures.score >= score_bound ? v1::VERDICT_OPTIMAL : v1::VERDICT_OPEN;
}

/// One run on a fair whose musts are settled.
class Run {
  public:
    Run(const PosedProgramme& posed, const ProgrammeOrder& order, const std::function<bool()>& go_on) : posed_{posed}, order_{order}, go_on_{go_on} {
        const SettledMusts settled = settle_musts(posed_.instance, posed_.live);
        for (const auto& clash : settled.clashes) add_clash(clash);
    }

    v1::ProposeProgramme solve() {
        if (posed_.repair) {
            repair();
        } else {
            draft();
        }
        return std::move(proposal_);
    }

  private:
    void add_clash(const programme::MustsFinding& finding) {
        infeasible_ = true;
        if (static_cast<std::size_t>(proposal_.clashes_size()) < clashes_max) *proposal_.add_clashes() = clash_of(posed_, finding);
    }

    void draft() {
        const Drafted drafted = draft_programme(posed_, order_.seed, order_.steps ? order_.steps : programme_steps_default, go_on_);
        infeasible_ = infeasible_ || drafted.said.verdict == programme::Verdict::infeasible;
        put(drafted.programme, drafted.said, drafted.steps);
    }

    void repair() {
        const std::uint64_t steps = order_.steps ? order_.steps : repair_steps_default;
        const programme::Solved bounds = bounds_of(posed_);
        infeasible_ = infeasible_ || bounds.verdict == programme::Verdict::infeasible;
        for (const auto& answer : answers(steps)) {
            auto& figures = put(answer.programme, bounds, steps);
            figures.set_repair(true);
            figures.set_unavoidable(static_cast<std::uint32_t>(answer.unavoidable));
        }
        while (proposal_.others_size() > 0 && meetings_proposed() > placements_max) proposal_.mutable_others()->DeleteSubrange(0, 1);
    }

    std::size_t meetings_proposed() const {
        auto meetings = static_cast<std::size_t>(proposal_.meetings_size());
        for (const auto& other : proposal_.others()) meetings += static_cast<std::size_t>(other.meetings_size());
        return meetings;
    }

    /// Of a front those within the budget; the first one in any case.
    std::vector<programme::Repaired> answers(std::uint64_t steps) const {
        programme::RepairLimits limits;
        if (order_.disturbed_max) limits.disturbed_max = static_cast<int>(std::min<std::uint32_t>(*order_.disturbed_max, programme::participants_max));
        if (!order_.front) return {programme::repair(posed_.instance, posed_.live, order_.seed, steps, limits)};
        auto front = programme::repair_front(posed_.instance, posed_.live, order_.seed, steps);
        const auto too_many = [&](const programme::Repaired& answer) { return limits.disturbed_max && answer.people_disturbed > *limits.disturbed_max; };
        front.erase(std::remove_if(front.begin() + 1, front.end(), too_many), front.end());
        return front;
    }

    /// Finishes one answer: filled with what still fits, unless that scores less.
    v1::Figures& put(const programme::Programme& solved, const programme::Solved& bounds, std::uint64_t steps) {
        FinishedProgramme finished = finish_programme(posed_, solved, Filling::greedy);
        auto counted = programme::check(posed_.instance, finished.programme, &posed_.live).figures;
        if (FinishedProgramme bare = finish_programme(posed_, solved, Filling::none); bare.tables.size() < finished.tables.size()) {
            const auto bare_counted = programme::check(posed_.instance, bare.programme, &posed_.live).figures;
            if (bare_counted.score > counted.score) finished = std::move(bare), counted = bare_counted;
        }
        v1::Answer answer = answer_of(posed_, finished);
        set_figures(*answer.mutable_figures(), finished, counted, bounds, steps);
        return add(std::move(answer));
    }

    void set_figures(v1::Figures& out, const FinishedProgramme& finished, const programme::Figures& counted, const programme::Solved& bounds,
                     std::uint64_t steps) const {
        out.set_score(counted.score);
        out.set_value(counted.value_held);
        out.set_value_bound(bounds.value_bound);
        out.set_steps(steps);
        out.set_seed(order_.seed);
        out.set_gaps(static_cast<std::uint32_t>(counted.gaps));
        out.set_left_out(static_cast<std::uint32_t>(counted.left_out));
        out.set_score_bound(bounds.score_bound);
        out.set_gap_bound(static_cast<std::uint32_t>(bounds.gap_bound));
        out.set_verdict(verdict_of(infeasible_, counted, bounds.score_bound));
        out.set_satisfaction_min_millionths(millionths(counted.satisfaction_min));
        out.set_satisfaction_mean_millionths(millionths(counted.satisfaction_mean));
        out.set_jain_millionths(millionths(counted.satisfaction_jain));
        out.set_musts_missing(musts_missing(posed_, finished.programme));
    }

    /// The first answer is the proposal itself.
    v1::Figures& add(v1::Answer answer) {
        if (!first_) return *(*proposal_.add_others() = std::move(answer)).mutable_figures();
        first_ = false;
        *proposal_.mutable_meetings() = std::move(*answer.mutable_meetings());
        *proposal_.mutable_cancelled() = std::move(*answer.mutable_cancelled());
        *proposal_.mutable_figures() = std::move(*answer.mutable_figures());
        return *proposal_.mutable_figures();
    }

    PosedProgramme posed_;
    const ProgrammeOrder& order_;
    const std::function<bool()>& go_on_;
    v1::ProposeProgramme proposal_;
    bool first_ = true;  ///< no answer was put yet
    bool infeasible_ = false;
};

/// A fair beyond the solver's bounds: greedily, without figures.
v1::ProposeProgramme greedy(const PosedProgramme& posed, const ProgrammeOrder& order) {
    v1::Answer answer = answer_of(posed, finish_programme(posed, posed.live));
    v1::ProposeProgramme proposal;
    *proposal.mutable_meetings() = std::move(*answer.mutable_meetings());
    *proposal.mutable_cancelled() = std::move(*answer.mutable_cancelled());
    proposal.mutable_figures()->set_seed(order.seed);
    return proposal;
}

}  // namespace

v1::ProposeProgramme solve_programme(const PosedProgramme& posed, const ProgrammeOrder& order, const std::function<bool()>& go_on) {
    auto proposal = programme::validate(posed.instance).empty() ? Run{posed, order, go_on}.solve() : greedy(posed, order);
    proposal.set_run(number(order.run));
    return proposal;
}

}  // namespace hoicho::scheduling
