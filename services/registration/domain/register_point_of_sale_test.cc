#include "registration/domain/limits.h"
#include "registration/domain/testing.h"

namespace hoicho::registration {
namespace {

template <class Change>
v1::Command point_with(Change change) {
    return command(with(point_of_sale(), change));
}

TEST(RegisterPointOfSale, TakesTheNextId) {
    given(organiser_opened())
        .when(command(point_of_sale()))
        .expects(point_of_sale_registered())
        .creates(ID_KIND_POINT_OF_SALE, 1)
        .when(command(point_of_sale()))
        .refuses({REASON_ALREADY_DONE, "code", "K001", ""});
}

TEST(RegisterPointOfSale, NeedsATitleAndAKind) {
    given(organiser_opened())
        .when(point_with([](auto& it) { it.clear_title_vi(); }))
        .refuses(REASON_MISSING, "title_vi")
        .when(point_with([](auto& it) { it.set_kind("ga tàu"); }))
        .refuses(REASON_OUT_OF_RANGE, "kind");
}

TEST(RegisterPointOfSale, IsRefusedWhenThereAreAsManyAsThereMayBe) {
    const auto uncoded = [](auto& it) { it.clear_code(); };
    Scenario fair{organiser_opened(), point_of_sale_registered(points_of_sale_max - 1)};
    fair.when(point_with(uncoded)).creates(ID_KIND_POINT_OF_SALE, points_of_sale_max);
    fair.when(point_with(uncoded)).refuses(REASON_FULL, "points_of_sale");
}

}  // namespace
}  // namespace hoicho::registration
