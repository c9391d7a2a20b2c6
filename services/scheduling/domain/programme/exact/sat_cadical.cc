/// The one file that knows CaDiCaL.
#include <algorithm>
#include <cadical.hpp>
#include <limits>

#include "scheduling/domain/programme/exact/sat.h"

namespace hoicho::scheduling::programme::exact {

/// Counts learned clauses, one per conflict: CaDiCaL tells its conflicts to nobody else.
struct Sat::Cadical : CaDiCaL::Learner {
    bool learning(int) override {
        ++conflicts;
        return false;  // the clause itself is of no interest
    }
    void learn(int) override {}

    CaDiCaL::Solver solver;
    std::int64_t conflicts = 0;
};

Sat::Sat(Aim aim) : cadical_{std::make_unique<Cadical>()} {
    cadical_->solver.set("quiet", 1);
    if (aim == Aim::model) cadical_->solver.configure("sat");
    cadical_->solver.connect_learner(cadical_.get());
    add({truth()});
}

Sat::~Sat() { cadical_->solver.disconnect_learner(); }

void Sat::add(std::span<const Literal> clause) {
    for (const Literal literal : clause) cadical_->solver.add(literal);
    cadical_->solver.add(0);
    ++clauses_;
}

Answer Sat::solve(std::span<const Literal> assumptions, std::int64_t conflicts_max) {
    for (const Literal literal : assumptions) cadical_->solver.assume(literal);
    const auto limit = std::min<std::int64_t>(conflicts_max, std::numeric_limits<int>::max());
    cadical_->solver.limit("conflicts", static_cast<int>(limit));
    switch (cadical_->solver.solve()) {
        case 10: return Answer::yes;
        case 20: return Answer::no;
        default: return Answer::unknown;
    }
}

bool Sat::is_true(Literal literal) const { return cadical_->solver.val(literal) > 0; }

std::vector<Literal> Sat::core(std::span<const Literal> assumptions) const {
    std::vector<Literal> out;
    for (const Literal literal : assumptions)
        if (cadical_->solver.failed(literal)) out.push_back(literal);
    return out;
}

std::int64_t Sat::conflicts() const { return cadical_->conflicts; }

}  // namespace hoicho::scheduling::programme::exact
