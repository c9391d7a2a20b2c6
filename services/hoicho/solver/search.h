/// One search for a programme, by one thread with its own seed, in pieces: whichever of the solver's doors it goes through.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include "scheduling/domain/programme/instance.h"
#include "scheduling/domain/programme/programme.h"
#include "scheduling/domain/programme/solve.h"

namespace hoicho::cli {

/// What is to be solved. Outlives the search.
struct Task {
    const scheduling::programme::Instance* instance = nullptr;
    const scheduling::programme::Programme* previous = nullptr;
    std::optional<int> disturbed_max{};  ///< Most people disturbed; only with `previous`.
};

struct Found {
    scheduling::programme::Programme programme{};
    std::int64_t score = 0;
    int musts_missing = 0;
    bool spread_kept = true;
    bool budget_kept = true;
    std::uint64_t seed = 0;
    std::uint64_t steps = 0;
    double cpu_s = 0;  ///< Processor time of its thread, reduction included.
    scheduling::programme::Verdict verdict = scheduling::programme::Verdict::open;
    std::optional<std::int64_t> score_bound{};  ///< Proven on the way; none: only the bounds known before hold.
    std::optional<std::int64_t> gap_bound{};
    scheduling::programme::Obstacle obstacle = scheduling::programme::Obstacle::not_known;  ///< If infeasible.
    int obstacle_meeting = -1;
    int obstacle_participant = -1;

    /// Whether this one is to be shown rather than the other; of equals the lower seed.
    bool better_than(const Found& other) const;
};

class Search {
  public:
    virtual ~Search() = default;
    /// Goes on for about this many steps; the same calls find the same.
    virtual void advance(std::uint64_t steps) = 0;
    /// The caller knows better by now how many steps are left.
    virtual void replan(std::uint64_t) {}
    virtual Found best() const = 0;
    /// Nothing better can be found.
    virtual bool finished() const = 0;
};

/// @param steps_planned  how many the caller will ask for; 0: not known
std::unique_ptr<Search> begin_search(const Task& task, std::uint64_t seed, std::uint64_t steps_planned);

}  // namespace hoicho::cli
