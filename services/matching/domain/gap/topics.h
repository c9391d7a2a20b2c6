// One function a topic: adds its line, or nothing when the demand does not ask. Inside this room only.
#pragma once

#include <span>
#include <vector>

#include "matching/domain/gap/line.h"
#include "matching/domain/gap/sides.h"
#include "matching/domain/gap/wanted.h"

namespace hoicho::matching::gap {

struct Pair {
    const Asked& asked;
    const Wanted& wanted;
    const Offer& offer;
    ranking::Day day = 0;
    const Names& names;
};

// papers.cc
void add_group(const Pair& pair, std::vector<Line>& lines);
void add_standards(const Pair& pair, std::vector<Line>& lines);
void add_certificate(const Pair& pair, std::vector<Line>& lines);
void add_stars(const Pair& pair, std::vector<Line>& lines);

// trade.cc
void add_season(const Pair& pair, std::vector<Line>& lines);
void add_price(const Pair& pair, std::vector<Line>& lines);
void add_volume(const Pair& pair, std::span<const Offer> others, std::vector<Line>& lines);
void add_minimum_order(const Pair& pair, std::vector<Line>& lines);
void add_province(const Pair& pair, std::vector<Line>& lines);
void add_payment(const Pair& pair, std::vector<Line>& lines);
void add_pack(const Pair& pair, std::vector<Line>& lines);

}  // namespace hoicho::matching::gap
