/// An answer at any time: local search in pieces, the exact search between them, and the bounds beside both.
#include <algorithm>
#include <optional>

#include "scheduling/domain/programme/anneal.h"
#include "scheduling/domain/programme/bound.h"
#include "scheduling/domain/programme/construct.h"
#include "scheduling/domain/programme/day_mask.h"
#include "scheduling/domain/programme/gap_bound.h"
#include "scheduling/domain/programme/reduce.h"
#include "scheduling/domain/programme/solve.h"
#include "scheduling/domain/programme/state.h"

namespace hoicho::scheduling::programme {
namespace {

constexpr std::uint64_t steps_between_looks = 5'000;      ///< At which it asks itself whether it is finished.
constexpr std::uint64_t steps_between_closings = 50'000;  ///< At least.
constexpr std::int64_t conflicts_first = 2'000;
constexpr std::int64_t conflicts_max = 16'000;  ///< About a second: nobody with a deadline waits longer for one piece.
/// Where all meetings are musts, a piece of the exact search is followed by steps for this part of what it cost, in
/// percent: programmes come sooner from local search, proofs and the last few gaps from conflicts. Where there is a
/// choice local search is at its end early, and such steps only delay the proof (1.1 s became 2.0).
constexpr std::uint64_t search_per_closing_percent = 50;
constexpr std::uint64_t round_steps_first = 400'000;

std::vector<Entry> entries_of(const State& state) {
    std::vector<Entry> entries;
    for (int m = 0; m < state.reduced().meetings; ++m)
        if (state.held(m)) entries.push_back({m, state.slot_of(m), state.place_of(m)});
    return entries;
}

State begin(const Reduced& reduced, const Programme& start) {
    State state{reduced, penalties_for(reduced)};
    construct(state, start);
    return state;
}

/// A must that has no slot and place of its own.
int impossible_must(const Reduced& reduced) {
    for (int m = 0; m < reduced.meetings; ++m) {
        const Wish& wish = reduced.wishes[static_cast<std::size_t>(m)];
        if (wish.must && !wish.possible && !wish.fixed) return m;
    }
    return none;
}

bool is_final(Verdict verdict) { return verdict == Verdict::optimal || verdict == Verdict::infeasible; }

std::int64_t gaps_of(const Reduced& reduced, const std::vector<Entry>& entries) {
    std::vector<std::uint64_t> busy(static_cast<std::size_t>(reduced.participants * reduced.days), 0);
    for (const Entry& entry : entries)
        for (const int p : {reduced.wishes[static_cast<std::size_t>(entry.meeting)].a,
                            reduced.wishes[static_cast<std::size_t>(entry.meeting)].b})
            busy[static_cast<std::size_t>(p * reduced.days + reduced.day_of[static_cast<std::size_t>(entry.slot)])] |=
                std::uint64_t{1} << reduced.bit_of[static_cast<std::size_t>(entry.slot)];
    std::int64_t gaps = 0;
    for (std::size_t i = 0; i < busy.size(); ++i)
        if (reduced.persons[i / static_cast<std::size_t>(reduced.days)].count_gaps) gaps += idleness_of(busy[i]).gaps;
    return gaps;
}

}  // namespace

struct Solver::Search {
    Search(const Instance& fair, const Programme& start, std::uint64_t seed, const Options& options,
           const Programme* previous)
        : instance{fair},
          reduced{reduce(fair, previous)},
          bound{upper_bound(fair, previous)},
          gaps{gap_bound(reduced)},
          state{begin(reduced, start)},
          random{seed},
          rounds{options.steps_planned == 0},
          round_steps{rounds ? round_steps_first : options.steps_planned} {
        annealing.emplace(state, random, schedule_for(reduced, round_steps, !start.meetings.empty()));
        const std::int64_t gap_cost = reduced.weights.gap + reduced.weights.idle_slot;  // no gap without an idle slot
        bound.score -= gap_cost * gaps.gaps;
        impossible = impossible_must(reduced);
        if (options.close && obstacle() == Obstacle::not_known) closing.emplace(reduced, gaps);
        finished = is_final(verdict());
    }

    bool best_is_valid() const { return annealing->best().musts_missing() == 0 && annealing->best().spread_kept(); }

    Obstacle obstacle() const {
        if (impossible != none) return Obstacle::impossible;
        if (gaps.overbooked != none) return Obstacle::overbooked;
        if (gaps.unspread != none) return Obstacle::unspread;
        return closing && closing->verdict() == Verdict::infeasible ? Obstacle::contradiction : Obstacle::not_known;
    }

    std::int64_t score_bound() const {
        return closing ? std::min(bound.score, closing->score_bound().value_or(bound.score)) : bound.score;
    }

    Verdict verdict() const {
        if (obstacle() != Obstacle::not_known) return Verdict::infeasible;
        if (closing && closing->verdict() == Verdict::optimal) return Verdict::optimal;
        if (best_is_valid() && annealing->best().score() >= score_bound()) return Verdict::optimal;
        return closing ? closing->verdict() : Verdict::not_tried;
    }
    void advance(std::uint64_t asked) {
        while (asked > 0 && !finished) {
            if (debt > 0) {
                const std::uint64_t paid = std::min(asked, debt);
                debt -= paid;
                asked -= paid;
                steps += paid;
                continue;
            }
            const std::uint64_t some = std::min({asked, until_look, rounds ? round_left : asked});
            annealing->advance(some);
            asked -= some;
            steps += some;
            if ((until_look -= some) == 0) look();
            if (rounds && (round_left -= some) == 0) begin_round();
        }
    }

    void look() {
        until_look = steps_between_looks;
        until_closing -= std::min(until_closing, steps_between_looks);
        if (until_closing == 0) close();
        finished = is_final(verdict());
    }

    void close() {
        until_closing = steps_between_closings;
        if (!closing || closing->finished()) return;
        if (best_is_valid()) closing->note_score(annealing->best().score());
        const std::int64_t before = closing->conflicts();
        closing->work(conflicts);
        const std::uint64_t cost = static_cast<std::uint64_t>(closing->conflicts() - before) * steps_per_conflict;
        debt += cost;
        if (!exact::has_choice(reduced))
            until_closing = std::max(until_closing, cost * search_per_closing_percent / 100);
        conflicts = std::min(conflicts * 2, conflicts_max);
    }

    void begin_round() {
        annealing->settle();
        round_steps *= 2;
        round_left = round_steps;
        annealing.emplace(state, random, schedule_for(reduced, round_steps, true));
    }

    const Instance& instance;
    Reduced reduced;
    Bound bound;
    GapBound gaps;
    State state;
    Random random;
    std::optional<Annealing> annealing;
    std::optional<exact::Closing> closing;
    bool rounds;
    std::uint64_t round_steps;
    std::uint64_t round_left = round_steps;
    int impossible = none;
    std::uint64_t steps = 0;
    std::uint64_t debt = 0;  ///< Steps that conflicts cost and no call has paid yet.
    std::uint64_t until_look = steps_between_looks;
    std::uint64_t until_closing = steps_between_closings;
    bool finished = false;
    std::int64_t conflicts = conflicts_first;
};

Solver::Solver(const Instance& instance, const Programme& start, std::uint64_t seed, Options options,
               const Programme* previous)
    : search_{std::make_unique<Search>(instance, start, seed, options, previous)} {}

Solver::~Solver() = default;

void Solver::advance(std::uint64_t steps) { search_->advance(steps); }

void Solver::replan(std::uint64_t steps_left) {
    search_->annealing->replan(steps_left);
    search_->rounds = false;
}

bool Solver::finished() const { return search_->finished; }
std::uint64_t Solver::steps() const { return search_->steps; }

Solved Solver::result() const {
    const Search& s = *search_;
    State state = s.state;
    Best best = s.annealing->best();
    best.restore(state);
    Solved out;
    out.programme = {.instance = s.instance.name, .meetings = entries_of(state)};
    out.score = state.score();
    out.musts_missing = state.musts_missing();
    out.spread_kept = state.spread_kept();
    if (s.closing && s.closing->found() && (!out.valid() || s.closing->score() > out.score)) {
        out.programme.meetings = *s.closing->found();
        out.score = s.closing->score();
        out.musts_missing = 0;
        out.spread_kept = true;
    }
    out.steps = s.steps;
    out.verdict = s.verdict();
    out.obstacle = s.obstacle();
    if (out.obstacle == Obstacle::impossible) out.meeting = s.impossible;
    if (out.obstacle == Obstacle::overbooked) out.participant = s.gaps.overbooked;
    if (out.obstacle == Obstacle::unspread) out.participant = s.gaps.unspread;
    out.score_bound = s.score_bound();
    out.value_bound = s.bound.value_flow;
    out.gap_bound = s.gaps.gaps;
    out.gaps = gaps_of(s.reduced, out.programme.meetings);
    std::vector<char> held(s.instance.meetings.size(), 0);
    for (const Entry& entry : out.programme.meetings) held[static_cast<std::size_t>(entry.meeting)] = 1;
    for (std::size_t m = 0; m < held.size(); ++m)
        if (held[m] != 0) out.value_held += s.instance.meetings[m].value;
    out.satisfaction = satisfaction_of(s.instance, [&](int m) { return held[static_cast<std::size_t>(m)] != 0; });
    return out;
}

}  // namespace hoicho::scheduling::programme
