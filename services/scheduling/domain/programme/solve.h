/// The solver's door: improves a programme within a budget of steps, proves it best where that is within reach, and
/// says how far from the best it can be.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "scheduling/domain/programme/exact/closing.h"
#include "scheduling/domain/programme/instance.h"
#include "scheduling/domain/programme/programme.h"
#include "scheduling/domain/programme/satisfaction.h"

namespace hoicho::scheduling::programme {

struct Improved {
    Programme programme{};   ///< Ordered by meeting.
    std::int64_t score = 0;  ///< As check() counts it.
    int musts_missing = 0;   ///< Meetings that must be held and are not: the solver found no way.
    bool spread_kept = true;
    std::uint64_t steps = 0;  ///< As asked: with the seed, all that is needed to run it again.
};

/// Improves `start` (empty: begins from nothing) by local search alone for a number of steps. A caller with a deadline
/// rather keeps a Solver.
/// @param instance  one that validate() found nothing wrong with
/// @param previous  the programme in force: its part before `freeze_before_slot` is kept, changes to the rest cost
/// `moved` and
///                  `cancelled`; may be null. A caller who repairs usually gives it as `start` too.
/// @return          keeps every rule, except those that the figures beside it report and what the past itself broke;
/// the same instance,
///                  programmes, seed and steps give the same bytes on every machine and compiler
/// @complexity      measured on one core: 4 million steps a second at 100 people with booths, 0.8 at 7,000 with
/// tables
Improved improve(const Instance& instance, const Programme& start, std::uint64_t seed, std::uint64_t steps,
                 const Programme* previous = nullptr);

/// Why no programme holds all musts and keeps the spread.
enum class Obstacle : std::uint8_t {
    not_known,     ///< Perhaps there is one.
    impossible,    ///< `meeting` has no slot and place even if nobody else were there.
    overbooked,    ///< The musts of `participant` do not fit into its own slots.
    unspread,      ///< `participant` cannot have as many gaps as the spread asks of it beside those of others.
    contradiction  ///< None of these; the clauses of the whole fair have no answer.
};
const char* name_of(Obstacle obstacle);

/// Improved, and how good that is.
struct Solved : Improved {
    Verdict verdict = Verdict::open;
    Obstacle obstacle = Obstacle::not_known;
    int meeting = -1;      ///< Of the obstacle.
    int participant = -1;  ///< Of the obstacle.

    std::int64_t score_bound = 0;  ///< No programme that keeps every rule scores higher.
    std::int64_t value_held = 0;
    std::int64_t value_bound = 0;  ///< No programme holds more.
    std::int64_t gaps = 0;
    std::int64_t gap_bound = 0;  ///< No programme that keeps every rule has fewer gaps.
    Satisfaction satisfaction{};

    bool valid() const { return musts_missing == 0 && spread_kept; }
};

/// The best of several seeds in a fixed order: a proof of infeasibility, fewest musts missing, spread kept, highest
/// score, then the first of equals.
/// @return  position in the list, which is not empty
std::size_t best_of(const std::vector<Solved>& results);

/// Roughly what a conflict costs beside a step; it varies several fold between fairs.
inline constexpr std::uint64_t steps_per_conflict = 150;

/// An answer at any time: local search in pieces, and on small fairs conflicts of the exact search between them. Owned
/// by one thread. What it holds after so many steps does not depend on the pieces they were asked in.
class Solver {
  public:
    struct Options {
        std::uint64_t steps_planned = 0;  ///< What the caller means to spend in all; 0: not known, so the search cools
                                          ///< and warms again in rounds.
        bool close = true;  ///< Whether small fairs are tried exactly.
    };

    /// @param instance  outlives the solver; one that validate() found nothing wrong with
    /// @param start     empty: begins from nothing
    /// @param previous  as for improve(); may be null; outlives the solver
    Solver(const Instance& instance, const Programme& start, std::uint64_t seed, Options options,
           const Programme* previous = nullptr);
    ~Solver();

    /// Spends so many steps, or fewer if it finishes. A conflict of the exact search is paid with
    /// `steps_per_conflict`; a call may run ahead by one piece of it, which later calls pay.
    void advance(std::uint64_t steps);
    /// The caller knows better by now how many steps are left.
    void replan(std::uint64_t steps_left);

    /// Nothing better can be found: optimal, or infeasible.
    bool finished() const;
    std::uint64_t steps() const;
    /// The best so far. Asking changes nothing.
    Solved result() const;

  private:
    struct Search;
    std::unique_ptr<Search> search_;
};
}  // namespace hoicho::scheduling::programme
