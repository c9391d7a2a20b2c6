// Registers a point where OCOP products are shown and sold all year.
#include "registration/domain/checks.h"
#include "registration/domain/decide.h"
#include "registration/domain/limits.h"

namespace hoicho::registration {

Answer decide(const State& state, const v1::RegisterPointOfSale& command) {
    const auto& point = command.point_of_sale();
    Checks checks;
    checks.present("point_of_sale", command.has_point_of_sale())
        .text("code", point.code(), code_bytes_max)
        .required_text("title_vi", point.title_vi(), name_bytes_max)
        .present("kind", !point.kind().empty())
        .word("kind", point.kind())
        .digits("province_code", point.province_code(), 2)
        .digits("commune_code", point.commune_code(), 5)
        .range("area_m2", point.area_m2(), 0, area_m2_max)
        .range("products_on_sale", point.products_on_sale(), 0, people_max)
        .optional_day("opened_on", point.opened_on())
        .fresh("code", point.code(), state.by_code.contains({ID_KIND_POINT_OF_SALE, 0, point.code()}))
        .room("points_of_sale", state.points_of_sale.next_id() - 1, points_of_sale_max);
    if (checks.first()) return *checks.first();

    v1::Event event;
    auto& registered = *event.mutable_point_of_sale_registered();
    registered.set_point_of_sale_id(state.points_of_sale.next_id());
    *registered.mutable_point_of_sale() = point;
    return fact(std::move(event), ID_KIND_POINT_OF_SALE, state.points_of_sale.next_id());
}

}  // namespace hoicho::registration
