// Products and demands of ranking's tests, in few words.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "matching/domain/ranking/rank.h"

namespace hoicho::matching::ranking {

inline constexpr Day fair_day = 20'790;  // 2026-12-03

inline Product product(std::uint32_t id, std::string title_vi, std::string title_en = {}) {
    Product made{{}, std::move(title_vi), std::move(title_en), {}};
    made.facts.id = id;
    made.facts.exhibitor = 100 + id;
    made.facts.ocop_group = 1;
    made.facts.unit = "kg";
    return made;
}

inline Demand wanted(std::string title) {
    Demand made;
    made.title = std::move(title);
    return made;
}

inline Index index_of(const std::vector<Product>& products) {
    Index index;
    for (const auto& one : products) index.put(one);
    return index;
}

inline std::vector<std::uint32_t> ids(const std::vector<Ranked>& ranked) {
    std::vector<std::uint32_t> out;
    for (const auto& one : ranked) out.push_back(one.product);
    return out;
}

/// The first product that a demand is answered with; 0: none.
inline std::uint32_t first(const Index& index, const Demand& demand) {
    const auto ranked = rank(index, demand, fair_day, 1);
    return ranked.empty() ? 0 : ranked.front().product;
}

/// A part's contribution to a product's score, all of them added; -1'000'000 when the product was not ranked.
inline std::int32_t part_of(const std::vector<Ranked>& ranked, std::uint32_t product, Part part) {
    for (const auto& one : ranked) {
        if (one.product != product) continue;
        std::int32_t sum = 0;
        for (const auto& contribution : one.contributions)
            if (contribution.part == part) sum += contribution.score_thousandths;
        return sum;
    }
    return -1'000'000;
}

}  // namespace hoicho::matching::ranking
