/// The least loss that clauses allow, from below: assume that nothing is lost, and price what contradicts that (OLL,
/// Andres et al. 2012; Morgado et al. 2014, as in the solvers that lead on the published fairs).
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "scheduling/domain/programme/exact/model.h"
#include "scheduling/domain/programme/exact/sat.h"

namespace hoicho::scheduling::programme::exact {

class CoreSearch {
  public:
    /// @param sat     outlives the search
    /// @param keep    told at once of every model that loses less than all before
    CoreSearch(Sat& sat, const std::vector<Loss>& losses, std::function<void()> keep);

    /// Somebody found a programme with this loss: only less is of interest from now on.
    void note_loss(std::int64_t loss);

    /// Works for about so many conflicts; call again to go on. It assumes that nothing more is lost than has been
    /// paid for; better programmes on the way are the business of local search.
    void work(std::int64_t conflicts_max);

    bool finished() const { return impossible_ || (least_loss_ && loss_min_ >= *least_loss_); }
    bool impossible() const { return impossible_ && !least_loss_; }  ///< The clauses have no model.
    std::int64_t loss_min() const { return loss_min_; }
    std::optional<std::int64_t> least_loss() const { return least_loss_; }

  private:
    /// A sum that was found to be positive: its outputs say by how much.
    struct Sum {
        std::vector<Literal> outputs;
        std::size_t next = 0;  ///< The output that is priced now.
    };
    struct Term {
        Literal literal = 0;
        std::int64_t weight = 0;  ///< 0: paid for in full.
        int sum = -1;             ///< Position in sums_, -1 for a loss of the model.
    };

    std::vector<Literal> assumptions() const;
    bool next_stratum();
    void take_model();
    void pay(std::vector<Literal> core);
    std::vector<Literal> shrink(std::vector<Literal> core);
    void reveal(int sum, std::int64_t weight);
    void exhaust(int sum, std::int64_t weight);
    void harden();
    std::int64_t slack() const;

    Sat& sat_;
    std::vector<Loss> losses_;
    std::function<void()> keep_;
    std::vector<Term> terms_;
    std::vector<Sum> sums_;
    std::int64_t stratum_ = 0;  ///< Only terms of at least this weight are assumed.
    std::int64_t loss_min_ = 0;
    std::optional<std::int64_t> least_loss_;
    bool impossible_ = false;
};

}  // namespace hoicho::scheduling::programme::exact
