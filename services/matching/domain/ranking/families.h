// Families of products that stand in for each other: which one a product belongs to, and which ones a demand asks for.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "matching/domain/ranking/syllable.h"

namespace hoicho::matching::ranking {

/// 0: none. Numbers are those of the compiled-in list: they may differ between builds and are kept nowhere.
using FamilyId = std::uint16_t;

/// The family of a product: Vietnamese names lead with their head, so the first known member in the title decides, in English the last.
FamilyId family_of(const std::string& title_vi, const std::string& title_en);

struct AskedFamilies {
    std::vector<FamilyId> whole;  ///< asked for as a whole ("citrus fruit"), or by naming several of their members
    FamilyId of_member = 0;       ///< of the one thing that is asked for ("pomelo")
};
AskedFamilies families_asked(const std::vector<Syllable>& subject);

/// The first name of a family, for people; empty for 0.
const std::string& name_of_family(FamilyId family);
std::size_t families_count();

}  // namespace hoicho::matching::ranking
