// Search for people: products by a few words, with or without marks, and how many there are of each group, star, province and standard.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "matching/domain/ranking/facts.h"
#include "matching/domain/ranking/index.h"
#include "matching/domain/ranking/options.h"
#include "matching/domain/ranking/rank.h"

namespace hoicho::matching::ranking {

/// Empty lists let everything through.
struct Filters {
    std::vector<std::uint32_t> ocop_groups;  ///< one of these
    std::vector<std::uint32_t> stars;        ///< of a certificate valid on the day, one of these; 0: without one
    std::vector<std::string> provinces;      ///< one of these
    std::vector<std::string> standards;      ///< all of these
    std::function<bool(const Offer&)> shown{};  ///< whose products are looked at at all: those of one fair, say
};

struct Hit {
    std::uint32_t product = 0;
    std::uint32_t exhibitor = 0;
    std::uint32_t score_thousandths = 0;  ///< share of the text that it says; 1000 when nothing was typed
    std::string title;
};

/// How many hits there would be with this value, every other kind of filter as it is.
struct Facet {
    std::string value;
    std::uint32_t count = 0;
};

struct Found {
    std::size_t total = 0;   ///< products that pass the text and all filters
    std::vector<Hit> hits;   ///< the best of them, ties by product id
    std::vector<Facet> ocop_groups, stars, provinces, standards;  ///< by value; those that count nothing are left out
};

inline constexpr std::uint32_t said_min_thousandths = 500;  ///< a hit says at least half of what was typed
inline constexpr std::size_t hits_max = 200;

/// An exact spelling stands above one that only folds to it; what was typed without marks finds every spelling.
/// @param day   on which certificates are checked
/// @param top   hits that are wanted, at most hits_max
/// @errors      none: words that nobody sells find nothing, an empty text finds everything
Found search(const Index& index, std::string_view text, const Filters& filters, Day day, std::size_t top, const RankingOptions& options = {});

}  // namespace hoicho::matching::ranking
