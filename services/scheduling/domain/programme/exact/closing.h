/// Closes a small case for good: the best programme there is, or the proof that there is none. Owned by one search on
/// one thread; works by budgets of conflicts, so that the same budgets lead to the same answers.
#pragma once

#include <memory>
#include <optional>

#include "scheduling/domain/programme/gap_bound.h"
#include "scheduling/domain/programme/reduce.h"

namespace hoicho::scheduling::programme {

enum class Verdict : std::uint8_t {
    optimal,     ///< Proven: nothing scores higher.
    infeasible,  ///< Proven: no programme holds all musts and keeps the spread.
    open,        ///< Not known yet.
    not_tried    ///< Too large, or with rules that the clauses do not know.
};
const char* name_of(Verdict verdict);

namespace exact {

/// Meeting x slot pairs above which nothing is tried: the clauses are made in a moment up to there, and an answer is
/// likely within seconds. Where all meetings are musts only gaps are left to decide.
inline constexpr int cells_max = 20'000;
inline constexpr int cells_with_choice_max = 2'500;

/// Is there a meeting that could be held and need not be?
bool has_choice(const Reduced& reduced);

class Closing {
  public:
    /// @param reduced, bound  outlive it
    Closing(const Reduced& reduced, const GapBound& bound);
    ~Closing();

    /// A valid programme with this score is known.
    void note_score(std::int64_t score);
    /// Works for about so many conflicts; call again to go on.
    void work(std::int64_t conflicts_max);

    Verdict verdict() const;
    bool finished() const { return verdict() != Verdict::open; }
    /// No programme that keeps every rule scores higher; none where nothing was tried.
    std::optional<std::int64_t> score_bound() const;
    /// The best programme found here, if it beats every score noted.
    const std::optional<std::vector<Entry>>& found() const { return found_; }
    std::int64_t score() const { return best_score_.value_or(0); }  ///< Of `found`.
    std::int64_t conflicts() const;

  private:
    struct Clauses;
    void keep();

    const Reduced& reduced_;
    std::unique_ptr<Clauses> clauses_;
    std::optional<std::vector<Entry>> found_;
    std::optional<std::int64_t> best_score_;
};

}  // namespace exact
}  // namespace hoicho::scheduling::programme
