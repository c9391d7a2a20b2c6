#include "registration/domain/limits.h"
#include "registration/domain/testing.h"

namespace hoicho::registration {
namespace {

template <class Change>
v1::Command product_with(Change change) {
    return command(with(product(), change));
}
TEST(AddProduct, JoinsItsExhibitor) {
    given(organiser_opened(), exhibitor_registered())
        .when(command(product()))
        .expects(product_added())
        .creates(ID_KIND_PRODUCT, 1);
}

TEST(AddProduct, IsRefusedWithoutAnExhibitor) {
    given(organiser_opened()).when(command(product())).refuses({REASON_UNKNOWN, "exhibitor", "1", ""});
    given(organiser_opened())
        .when(product_with([](auto& it) { it.clear_exhibitor(); }))
        .refuses(REASON_MISSING, "exhibitor");
}

TEST(AddProduct, IsRefusedUnderACodeThatIsTaken) {
    const auto coded = [](auto& it) { it.set_code("P00001"); };
    given(organiser_opened(), exhibitor_registered(), product_added(1, with(product(), coded)))
        .when(product_with(coded))
        .refuses({REASON_ALREADY_DONE, "code", "P00001", ""});
}

TEST(AddProduct, BelongsToAGroupAndASetThatExist) {
    Scenario fair{organiser_opened(), exhibitor_registered()};
    fair.when(product_with([](auto& it) { it.set_ocop_group(6); })).is_accepted();
    fair.when(product_with([](auto& it) { it.set_ocop_group(7); }))
        .refuses({REASON_OUT_OF_RANGE, "ocop_group", "7", "1..6"});
    fair.when(product_with([](auto& it) { it.set_ocop_set(26); })).is_accepted();
    fair.when(product_with([](auto& it) { it.set_ocop_set(27); }))
        .refuses({REASON_OUT_OF_RANGE, "ocop_set", "27", "1..26"});
    fair.when(product_with([](auto& it) { it.clear_ocop_set(); })).refuses(REASON_MISSING, "ocop_set");
}

TEST(AddProduct, IsSuppliedInMonthsOfTheYearEachNamedOnce) {
    const auto months = [](std::initializer_list<std::uint32_t> list) {
        return product_with([list](auto& it) {
            for (const auto month : list) it.add_supply_months(month);
        });
    };
    Scenario fair{organiser_opened(), exhibitor_registered()};
    fair.when(months({10, 11, 12, 1})).is_accepted();
    fair.when(months({0})).refuses({REASON_OUT_OF_RANGE, "supply_months", "0", "1..12"});
    fair.when(months({13})).refuses({REASON_OUT_OF_RANGE, "supply_months", "13", "1..12"});
    fair.when(months({5, 6, 5})).refuses({REASON_OUT_OF_RANGE, "supply_months", "5 twice", "each month once"});
}

TEST(AddProduct, HasPricesAndABarcodeThatCanBe) {
    Scenario fair{organiser_opened(), exhibitor_registered()};
    fair.when(product_with([](auto& it) { it.set_price_retail_vnd(-1); }))
        .refuses(REASON_OUT_OF_RANGE, "price_retail_vnd");
    fair.when(product_with([](auto& it) { it.set_price_retail_vnd(price_vnd_max); })).is_accepted();
    fair.when(product_with([](auto& it) { it.set_price_retail_vnd(price_vnd_max + 1); }))
        .refuses(REASON_OUT_OF_RANGE, "price_retail_vnd");
    fair.when(product_with([](auto& it) { it.set_barcode("8939999000017"); })).is_accepted();
    fair.when(product_with([](auto& it) { it.set_barcode("8.9E+12"); })).refuses(REASON_OUT_OF_RANGE, "barcode");
}

TEST(AddProduct, IsRefusedWhenThereAreAsManyAsThereMayBe) {
    Scenario fair{organiser_opened(), exhibitor_registered()};
    fair.given(product_added(products_max - 1));
    fair.when(command(product())).creates(ID_KIND_PRODUCT, products_max);
    fair.when(command(product())).refuses(REASON_FULL, "products");
}

}  // namespace
}  // namespace hoicho::registration
