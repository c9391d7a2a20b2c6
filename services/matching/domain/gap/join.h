// Small producers together: whose volume would make up what one of them lacks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "matching/domain/gap/sides.h"
#include "matching/domain/gap/wanted.h"

namespace hoicho::matching::gap {

inline constexpr std::size_t partners_max = 3;           ///< more cannot be brought to one table
inline constexpr std::size_t candidates_read_max = 5000;  ///< of the products that are handed in

struct Joint {
    std::vector<std::uint32_t> products;
    std::vector<std::uint32_t> exhibitors;  ///< in the same order, each another one
    std::int64_t monthly_thousandths = 0;    ///< of the demand's unit, all together with the first product
    bool enough = false;
};

/// Partners for `offer` from `others`: other exhibitors' products of the same family (without one: OCOP set) and kind of unit, in season, not above
/// the price limit, with every required standard, enough stars and, where one is asked for, a valid certificate. Largest volume first, ties by id,
/// as few as do.
/// @return none when the offer is enough alone, or says no volume
Joint partners_of(const Asked& asked, const Wanted& wanted, const Offer& offer, std::span<const Offer> others, ranking::Day day);

/// Volume a month in the demand's unit, thousandths; -1 when it was not said or the units do not convert.
std::int64_t monthly_in_asked_unit(const Wanted& wanted, const Offer& offer);

/// 100 is exactly the limit, rounded up; -1 when it cannot be compared.
std::int64_t price_percent_of_limit(const Asked& asked, const Wanted& wanted, const Offer& offer);

/// The certificate to speak of: the one that lasts longest among those valid on the day, else the one that ended last; nullptr: none.
const ranking::Certificate* certificate_of(const ranking::Facts& facts, ranking::Day day);

bool has_standard(const ranking::Facts& facts, const std::string& code);

}  // namespace hoicho::matching::gap
