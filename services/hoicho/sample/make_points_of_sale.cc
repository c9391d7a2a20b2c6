// points_of_sale.jsonl: where OCOP products stand on the shelf all year.
#include "hoicho/sample/sample.h"

namespace hoicho::sample {

void make_points_of_sale(Sample& sample) {
    constexpr std::string_view kinds_of_place[] = {"EXHIBITION_CENTRE", "MARKET",  "SAFE_FOOD_SHOP",
                                                   "SHOPPING_CENTRE",   "STATION", "CRAFT_VILLAGE"};
    auto random = sample.random("points of sale");
    std::vector<const Commune*> here;
    for (const auto& commune : communes())
        if (commune.province == "01") here.push_back(&commune);
    for (std::size_t at = 0; at < sample.plan.points_of_sale; ++at) {
        const auto& commune = *random.pick(here);
        JsonLine line;
        line.text("point_id", numbered("K", at + 1, 3))
            .text("name_vi", "Điểm OCOP " + std::string{commune.name} + " (ví dụ " + std::to_string(at + 1) + ")");
        line.text("kind", random.pick(kinds_of_place))
            .text("province_code", commune.province)
            .text("commune_code", commune.code);
        line.number("area_m2", random.between(20, 160)).number("products_on_sale", random.between(30, 180));
        line.text("opened_on", iso(plus_days(day(2021, 3, 1), random.between(0, 1'900))));
        sample.line("points_of_sale", line);
    }
}

}  // namespace hoicho::sample
