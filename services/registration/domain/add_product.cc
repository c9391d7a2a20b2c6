// Adds a product to an exhibitor's list.
#include <array>

#include "registration/domain/checks.h"
#include "registration/domain/decide.h"
#include "registration/domain/limits.h"

namespace hoicho::registration {
namespace {

void check_texts(Checks& checks, const v1::Product& product) {
    checks.text("code", product.code(), code_bytes_max)
        .required_text("title_vi", product.title_vi(), name_bytes_max)
        .text("title_en", product.title_en(), name_bytes_max)
        .text("description", product.description(), description_bytes_max)
        .required_text("unit", product.unit(), unit_bytes_max)
        .text("pack", product.pack(), name_bytes_max)
        .words("standards", product.standards())
        .digits("province_code", product.province_code(), 2)
        .digits("commune_code", product.commune_code(), 5)
        .text("trace_url", product.trace_url(), url_bytes_max)
        .words("export_markets", product.export_markets());
}

void check_barcode(Checks& checks, const std::string& barcode) {
    if (barcode.empty()) return;
    bool fits = barcode.size() == 8 || (barcode.size() >= 12 && barcode.size() <= 14);
    for (const char c : barcode) fits = fits && c >= '0' && c <= '9';
    checks.text("barcode", barcode, code_bytes_max)
        .rule(fits, REASON_OUT_OF_RANGE, "barcode", barcode, "8, 12, 13 or 14 digits");
}

void check_numbers(Checks& checks, const v1::Product& product) {
    checks.present("ocop_group", product.ocop_group() != 0)
        .range("ocop_group", product.ocop_group(), 1, ocop_group_max)
        .present("ocop_set", product.ocop_set() != 0)
        .range("ocop_set", product.ocop_set(), 1, ocop_set_max)
        .range("price_retail_vnd", product.price_retail_vnd(), 0, price_vnd_max)
        .range("price_wholesale_vnd", product.price_wholesale_vnd(), 0, price_vnd_max)
        .range("capacity_per_month_thousandths", product.capacity_per_month_thousandths(), 0, thousandths_max)
        .range("shelf_life_days", product.shelf_life_days(), 0, shelf_life_days_max);
}

void check_months(Checks& checks, const v1::Product& product) {
    std::array<bool, 13> seen{};
    for (const auto month : product.supply_months()) {
        checks.range("supply_months", month, 1, 12);
        if (checks.first()) return;
        checks.rule(!seen[month], REASON_OUT_OF_RANGE, "supply_months", std::to_string(month) + " twice",
                    "each month once");
        seen[month] = true;
    }
}

}  // namespace

Answer decide(const State& state, const v1::AddProduct& command) {
    const auto& product = command.product();
    Checks checks;
    checks.present("product", command.has_product())
        .known("exhibitor", product.exhibitor(), state.exhibitors.contains(ExhibitorId{product.exhibitor()}));
    check_texts(checks, product);
    check_numbers(checks, product);
    check_months(checks, product);
    check_barcode(checks, product.barcode());
    checks.fresh("code", product.code(), state.by_code.contains({ID_KIND_PRODUCT, 0, product.code()}))
        .room("products", state.products.next_id() - 1, products_max);
    if (checks.first()) return *checks.first();

    v1::Event event;
    auto& added = *event.mutable_product_added();
    added.set_product_id(state.products.next_id());
    *added.mutable_product() = product;
    return fact(std::move(event), ID_KIND_PRODUCT, state.products.next_id());
}

}  // namespace hoicho::registration
