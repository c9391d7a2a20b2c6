// A demand's conditions worked out once: the same standards, months and monthly volume that ranking weighs.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "matching/domain/ranking/facts.h"
#include "matching/domain/ranking/unit.h"

namespace hoicho::matching::gap {

struct Wanted {
    std::vector<std::string> required;
    std::vector<std::string> preferred;
    std::uint16_t months = 0;  ///< 0: not said
    std::optional<ranking::Unit> quantity_unit;
    std::optional<ranking::Unit> price_unit;
    std::int64_t monthly_thousandths = 0;  ///< in quantity_unit; 0: not said
};
Wanted wanted_of(const ranking::Demand& demand);

}  // namespace hoicho::matching::gap
