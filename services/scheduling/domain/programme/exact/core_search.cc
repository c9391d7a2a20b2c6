/// The least loss that clauses allow, from below.
#include "scheduling/domain/programme/exact/core_search.h"

#include <algorithm>
#include <limits>

#include "scheduling/domain/programme/exact/counter.h"

namespace hoicho::scheduling::programme::exact {
namespace {

constexpr std::int64_t shrink_conflicts_max = 200;     ///< For trying to do without one member of a core.
constexpr std::size_t shrink_tries_max = 40;           ///< Members tried.
constexpr std::int64_t exhaust_conflicts_max = 1'000;  ///< For trying to raise one sum alone.

}  // namespace

CoreSearch::CoreSearch(Sat& sat, const std::vector<Loss>& losses, std::function<void()> keep)
    : sat_{sat}, losses_{losses}, keep_{std::move(keep)} {
    for (const Loss& loss : losses_) {
        terms_.push_back({loss.literal, loss.weight, -1});
        stratum_ = std::max(stratum_, loss.weight);
    }
}

void CoreSearch::note_loss(std::int64_t loss) {
    if (!least_loss_ || loss < *least_loss_) least_loss_ = loss;
    harden();
}

void CoreSearch::work(std::int64_t conflicts_max) {
    const std::int64_t end = sat_.conflicts() + conflicts_max;
    while (!finished() && sat_.conflicts() < end) {
        const auto assumed = assumptions();
        switch (sat_.solve(assumed, end - sat_.conflicts())) {
            case Answer::unknown: return;
            case Answer::yes:
                take_model();
                if (!finished() && !next_stratum()) return;
                break;
            case Answer::no: pay(sat_.core(assumed)); break;
        }
    }
}

std::int64_t CoreSearch::slack() const {
    return least_loss_ ? *least_loss_ - loss_min_ : std::numeric_limits<std::int64_t>::max();
}

std::vector<Literal> CoreSearch::assumptions() const {
    std::vector<Literal> out;
    for (const Term& term : terms_)
        if (term.weight > 0 && term.weight >= stratum_) out.push_back(-term.literal);
    return out;
}

/// @return  false if every term was assumed already
bool CoreSearch::next_stratum() {
    std::int64_t next = 0;
    for (const Term& term : terms_)
        if (term.weight < stratum_) next = std::max(next, term.weight);
    stratum_ = next;
    return next > 0;
}

void CoreSearch::take_model() {
    std::int64_t loss = 0;
    for (const Loss& one : losses_)
        if (sat_.is_true(one.literal)) loss += one.weight;
    if (least_loss_ && loss >= *least_loss_) return;
    least_loss_ = loss;
    keep_();
    harden();
}

/// Without members: there is nothing below the least loss known, or nothing at all.
void CoreSearch::pay(std::vector<Literal> core) {
    core = shrink(std::move(core));
    std::int64_t weight = std::numeric_limits<std::int64_t>::max();
    std::vector<std::size_t> members;
    for (std::size_t i = 0; i < terms_.size(); ++i) {
        if (terms_[i].weight == 0 || std::find(core.begin(), core.end(), -terms_[i].literal) == core.end()) continue;
        members.push_back(i);
        weight = std::min(weight, terms_[i].weight);
    }
    if (members.empty()) {
        impossible_ = true;
        if (least_loss_) loss_min_ = *least_loss_;
        return;
    }
    loss_min_ += weight;
    std::vector<Literal> literals;
    for (const std::size_t i : members) {
        literals.push_back(terms_[i].literal);
        terms_[i].weight -= weight;
        if (terms_[i].sum >= 0) reveal(terms_[i].sum, weight);
    }
    sat_.add(literals);
    if (literals.size() > 1 && slack() > 0) {
        const std::int64_t useful = std::min<std::int64_t>(slack() / weight + 2, std::ssize(literals));
        sums_.push_back({count(sat_, literals, static_cast<int>(useful), Counts::at_least), 0});
        const int sum = static_cast<int>(sums_.size()) - 1;
        exhaust(sum, weight);
        reveal(sum, weight);
    }
    harden();
}

/// Prices the next output of a sum.
void CoreSearch::reveal(int sum, std::int64_t weight) {
    Sum& one = sums_[static_cast<std::size_t>(sum)];
    if (++one.next < one.outputs.size()) terms_.push_back({one.outputs[one.next], weight, sum});
}

/// Raises a new sum while that can be shown of it alone.
void CoreSearch::exhaust(int sum, std::int64_t weight) {
    Sum& one = sums_[static_cast<std::size_t>(sum)];
    while (one.next + 1 < one.outputs.size() && slack() > 0) {
        const Literal assumed = -one.outputs[one.next + 1];
        const Answer answer = sat_.solve({&assumed, 1}, exhaust_conflicts_max);
        if (answer == Answer::yes) take_model();
        if (answer != Answer::no) return;
        sat_.add({-assumed});
        ++one.next;
        loss_min_ += weight;
    }
}

/// Drops members of the core without which it still contradicts the clauses.
std::vector<Literal> CoreSearch::shrink(std::vector<Literal> core) {
    std::size_t tries = 0;
    for (std::size_t i = 0; i < core.size() && core.size() > 1 && tries < shrink_tries_max; ++tries) {
        std::vector<Literal> fewer = core;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
        const Answer answer = sat_.solve(fewer, shrink_conflicts_max);
        if (answer == Answer::yes) take_model();
        if (answer != Answer::no) {
            ++i;
            continue;
        }
        core = sat_.core(fewer);
        if (core.empty()) return core;
        i = std::min(i, core.size());
    }
    return core;
}

/// What alone would lose as much as the best programme known cannot be true in a better one.
void CoreSearch::harden() {
    for (Term& term : terms_)
        if (term.weight > 0 && term.weight >= slack()) {
            sat_.add({-term.literal});
            term.weight = 0;
        }
}

}  // namespace hoicho::scheduling::programme::exact
