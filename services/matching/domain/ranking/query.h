// A demand's words, made ready to be looked up: slots in their order, each with every way in which a product may say it.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "matching/domain/ranking/facts.h"
#include "matching/domain/ranking/families.h"
#include "matching/domain/ranking/index.h"
#include "matching/domain/ranking/options.h"

namespace hoicho::matching::ranking {

/// One folded syllable to look up, with the spelling that was asked for.
struct Wanted {
    TermId term = 0;
    std::uint32_t spelling = 0;  ///< of the term; Posting::other_spelling: no product spells it so
    bool marked = false;         ///< false: written without marks, so every spelling is as good
    std::int32_t weight = 0;     ///< thousandths; the share of this syllable in its way of saying
};

/// One way of saying a slot: syllables, and pairs of neighbours in it.
struct Way {
    std::vector<Wanted> syllables;
    std::vector<std::pair<TermId, std::int32_t>> pairs;  ///< with their weight
    std::int64_t whole = 0;              ///< weight of everything in it, also of what no product has
    std::int32_t trust_thousandths = 0;  ///< 1000: the buyer's own words
};

struct WordSlot {
    std::vector<Way> ways;
    std::int64_t weight = 0;
};

struct Query {
    std::vector<WordSlot> slots;
    std::vector<std::pair<TermId, std::int32_t>> joints;  ///< pairs across slots with their weight
    std::int64_t whole = 0;                 ///< weight of all slots and joints
    std::vector<std::uint32_t> ocop_sets;   ///< sets that the title names as such
    AskedFamilies families;
};

inline constexpr std::size_t query_syllables_max = 24;  ///< of a title; the rest is not looked at
inline constexpr std::size_t ways_max = 12;
inline constexpr std::size_t repairs_max = 6;

/// @errors none: a title without a known word gives a query without slots
Query query_of(const Index& index, const Demand& demand, const RankingOptions& options = {});

}  // namespace hoicho::matching::ranking
