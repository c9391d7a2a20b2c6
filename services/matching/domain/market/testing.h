// Markets of market's tests: small ones by hand, and random ones that a seed repeats.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

#include "matching/domain/market/graph.h"
#include "matching/domain/market/listing.h"
#include "matching/domain/market/prices.h"

namespace hoicho::matching::market {

struct Planted {
    std::vector<std::uint32_t> left_slots, right_slots;
    std::vector<Edge> edges;

    Graph graph() const { return {left_slots, right_slots, edges}; }
};

/// Every pair is in question with chance a half; everybody has 0..4 slots.
inline Planted random_market(std::uint32_t seed, std::uint32_t left, std::uint32_t right) {
    std::mt19937 engine{seed};
    const auto random = [&] { return static_cast<std::uint32_t>(engine()); };
    Planted market;
    for (std::uint32_t at = 0; at < left; ++at) market.left_slots.push_back(random() % 5);
    for (std::uint32_t at = 0; at < right; ++at) market.right_slots.push_back(random() % 5);
    for (std::uint32_t one = 0; one < left; ++one)
        for (std::uint32_t two = 0; two < right; ++two)
            if (random() % 2) market.edges.push_back({one, two, static_cast<std::int32_t>(1 + random() % 1000)});
    return market;
}

/// `buyers` with one slot each who all want exhibitor 0 (`slots` slots) best; exhibitors 1, 2, ... are worth 450 to 849, to each buyer another, and have one slot each.
inline Planted rush(std::uint32_t buyers, std::uint32_t slots, std::uint32_t others) {
    Planted market{std::vector<std::uint32_t>(buyers, 1), std::vector<std::uint32_t>(others + 1, 1), {}};
    market.right_slots[0] = slots;
    for (std::uint32_t buyer = 0; buyer < buyers; ++buyer) {
        market.edges.push_back({buyer, 0, 900});
        for (std::uint32_t one = 1; one <= others; ++one) market.edges.push_back({buyer, one, static_cast<std::int32_t>(450 + draw(buyer, one) % 400)});
    }
    return market;
}

}  // namespace hoicho::matching::market
