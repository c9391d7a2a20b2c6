/// Counts true literals in unary by a tree of merges.
#include "scheduling/domain/programme/exact/counter.h"

#include <algorithm>

namespace hoicho::scheduling::programme::exact {
namespace {

constexpr std::size_t pairs_max = 6;  ///< Beyond it a ladder has fewer clauses.

std::vector<Literal> merge(Sat& sat, const std::vector<Literal>& left, const std::vector<Literal>& right,
                           std::size_t count_max, Counts counts) {
    std::vector<Literal> out(std::min(left.size() + right.size(), count_max));
    for (Literal& literal : out) literal = sat.make();
    for (std::size_t j = 1; j < out.size(); ++j) sat.add({-out[j], out[j - 1]});
    for (std::size_t i = 0; i <= left.size(); ++i)
        for (std::size_t j = 0; j <= right.size(); ++j) {
            if (i + j > 0 && i + j <= out.size()) {  // i on the left and j on the right make i + j
                std::vector<Literal> clause{out[i + j - 1]};
                if (i > 0) clause.push_back(-left[i - 1]);
                if (j > 0) clause.push_back(-right[j - 1]);
                sat.add(clause);
            }
            if (counts == Counts::exactly &&
                i + j < out.size()) {  // not i + 1 there nor j + 1 here: no more than i + j
                std::vector<Literal> clause{-out[i + j]};
                if (i < left.size()) clause.push_back(left[i]);
                if (j < right.size()) clause.push_back(right[j]);
                sat.add(clause);
            }
        }
    return out;
}

}  // namespace

std::vector<Literal> count(Sat& sat, std::span<const Literal> literals, int count_max, Counts counts) {
    const auto most = static_cast<std::size_t>(std::max(count_max, 0));
    if (literals.empty() || most == 0) return {};
    if (literals.size() == 1) return {literals.front()};
    const std::size_t half = literals.size() / 2;
    return merge(sat, count(sat, literals.first(half), count_max, counts),
                 count(sat, literals.subspan(half), count_max, counts), most, counts);
}

void at_most(Sat& sat, std::span<const Literal> literals, int most) {
    if (static_cast<std::size_t>(most) >= literals.size()) return;
    if (most == 1) return at_most_one(sat, literals);
    if (most == 0) {
        for (const Literal literal : literals) sat.add({-literal});
        return;
    }
    sat.add({-count(sat, literals, most + 1, Counts::at_least).back()});
}

void at_most_one(Sat& sat, std::span<const Literal> literals) {
    if (literals.size() <= pairs_max) {
        for (std::size_t i = 0; i < literals.size(); ++i)
            for (std::size_t j = i + 1; j < literals.size(); ++j) sat.add({-literals[i], -literals[j]});
        return;
    }
    Literal before = literals.front();  // true once one of the literals so far is
    for (const Literal literal : literals.subspan(1)) {
        sat.add({-before, -literal});
        const Literal now = sat.make();
        sat.add({-before, now});
        sat.add({-literal, now});
        before = now;
    }
}

}  // namespace hoicho::scheduling::programme::exact
