// Days, months, money and amounts as people of each language write them.
#pragma once

#include <cstdint>

#include "matching/domain/gap/sentence.h"
#include "matching/domain/ranking/facts.h"

namespace hoicho::matching::gap {

/// "3/12/2026" is written 03/12/2026 in Vietnamese, 2026-12-03 in English.
Sentence day_text(ranking::Day day);

/// Bit 0 is January: "tháng 9, 10", "September, October". All or none: "quanh năm", "all year".
Sentence months_text(std::uint16_t months);

/// "52.000 đồng/kg", "52,000 VND/kg". An empty unit leaves the slash away.
Sentence money_text(std::int64_t vnd, const std::string& unit);

/// "2.000,5 kg", "2,000.5 kg".
Sentence amount_text(std::int64_t thousandths, const std::string& unit);

/// "2.000 kg/tháng", "2,000 kg/month".
Sentence monthly_text(std::int64_t thousandths, const std::string& unit);

}  // namespace hoicho::matching::gap
