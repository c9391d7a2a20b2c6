/// Counts true literals in unary by a tree of merges (totalizer, Bailleux and Boufkhad 2003), up to a bound.
#pragma once

#include <vector>

#include "scheduling/domain/programme/exact/sat.h"

namespace hoicho::scheduling::programme::exact {

/// Which way the count has to be right.
enum class Counts : std::uint8_t {
    at_least,  ///< j true literals make output j true: enough to forbid or to price many.
    exactly    ///< And fewer make it false: needed where the output forces something else.
};

/// @param count_max  outputs beyond it are not made
/// @return           output [j - 1] says that j or more of the literals are true; min(size, count_max) of them
/// @complexity       O(n x count_max x log n) clauses
std::vector<Literal> count(Sat& sat, std::span<const Literal> literals, int count_max, Counts counts);

/// At most `most` of the literals.
void at_most(Sat& sat, std::span<const Literal> literals, int most);

/// At most one: pairs for a few, else a ladder.
void at_most_one(Sat& sat, std::span<const Literal> literals);

}  // namespace hoicho::scheduling::programme::exact
