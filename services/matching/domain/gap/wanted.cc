// Asks ranking, so that what is explained is what was weighed; see wanted.h.
#include "matching/domain/gap/wanted.h"

#include "matching/domain/ranking/conditions.h"

namespace hoicho::matching::gap {

Wanted wanted_of(const ranking::Demand& demand) {
    static const ranking::Index no_products;  // conditions name standards by text; numbers of an index are not looked at here
    auto conditions = ranking::conditions_of(no_products, demand, 0);
    return {std::move(conditions.required), std::move(conditions.preferred), conditions.months, conditions.quantity_unit, conditions.price_unit,
            conditions.monthly_thousandths};
}

}  // namespace hoicho::matching::gap
