/// A formula in clauses and the question whether it can be true, answered within a number of conflicts. The only door
/// to CaDiCaL: one seedless search, so the same clauses, questions and budgets give the same answers.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <span>
#include <vector>

namespace hoicho::scheduling::programme::exact {

/// A variable or, negated, its opposite; never 0.
using Literal = int;

enum class Answer : std::uint8_t { yes, no, unknown };

/// What the questions are mostly about; the answers are the same.
enum class Aim : std::uint8_t {
    either,
    model  ///< Long stretches that keep to one assignment and repair it, no fast restarts.
};

class Sat {
  public:
    explicit Sat(Aim aim = Aim::either);
    ~Sat();
    Sat(const Sat&) = delete;
    Sat& operator=(const Sat&) = delete;

    Literal truth() const { return 1; }  ///< Always true, so that constants need no special case.
    Literal make() { return ++variables_; }

    void add(std::initializer_list<Literal> clause) { add(std::span{clause.begin(), clause.size()}); }
    void add(std::span<const Literal> clause);

    /// @param assumptions    hold for this question only
    /// @param conflicts_max  unknown after so many; what was learned stays
    Answer solve(std::span<const Literal> assumptions, std::int64_t conflicts_max);

    /// After yes: is the literal true in the model found?
    bool is_true(Literal literal) const;
    /// After no: assumptions that cannot all hold; empty if the formula itself cannot.
    std::vector<Literal> core(std::span<const Literal> assumptions) const;

    std::int64_t conflicts() const;  ///< Of all questions so far.
    int variables() const { return variables_; }
    std::int64_t clauses() const { return clauses_; }

  private:
    struct Cadical;
    std::unique_ptr<Cadical> cadical_;
    int variables_ = 1;
    std::int64_t clauses_ = 0;
};

}  // namespace hoicho::scheduling::programme::exact
