// buyers.jsonl: kitchens most of all, a few chains, some from abroad.
#include <algorithm>

#include "hoicho/sample/numbers.h"
#include "hoicho/sample/sample.h"

namespace hoicho::sample {
namespace {

constexpr int payment_terms[] = {0, 7, 15, 30, 45};

/// Every type once where there is room for it; the rest by weight.
const BuyerType& type_of(std::size_t at, Random& random) {
    const auto types = buyer_types();
    if (at < types.size()) return types[at];
    int total = 0;
    for (const auto& type : types) total += type.weight;
    int draw = random.between(1, total);
    for (const auto& type : types)
        if ((draw -= type.weight) <= 0) return type;
    return types.back();
}

void put_place(JsonLine& line, const SampleBuyer& buyer, Sample& sample, Random& random) {
    if (buyer.country) {
        line.text("tax_id", "").text("province_code", "").text("commune_code", "");
        return;
    }
    std::vector<const Commune*> here;
    for (const auto& commune : communes())
        if ((commune.province == "01") == (buyer.number % 4 != 0)) here.push_back(&commune);
    const auto& commune = *random.pick(here);
    line.text("tax_id", tax_code(sample, random))
        .text("province_code", commune.province)
        .text("commune_code", commune.code);
}

void put_size(JsonLine& line, const SampleBuyer& buyer, Random& random) {
    const bool chain = buyer.type == "SUPERMARKET" || buyer.type == "CONVENIENCE" || buyer.type == "SAFE_FOOD_SHOP";
    const bool kitchen = buyer.type == "CATERING" || buyer.type == "SCHOOL_KITCHEN" || buyer.type == "RESTAURANT" ||
                         buyer.type == "HOTEL";
    line.number("outlets", chain ? random.between(2, 60) : 1)
        .number("meals_per_day", kitchen ? random.between(8, 150) * 10 : 0)
        .number("payment_terms_days", buyer.payment_terms_days);
}

}  // namespace

void make_buyers(Sample& sample) {
    auto random = sample.random("buyers");
    for (std::size_t at = 0; at < sample.plan.buyers; ++at) {
        const auto& type = type_of(at, random);
        SampleBuyer buyer{numbered("B", at + 1, 4), at + 1, type.code, nullptr, random.pick(payment_terms)};
        if (type.code == "IMPORTER") buyer.country = &random.pick(countries());
        const auto number = std::to_string(buyer.number);
        JsonLine line;
        line.text("buyer_id", buyer.id);
        line.text("name_vi", std::string{type.vi} + " Ví dụ " + number +
                                 (buyer.country ? " (" + std::string{buyer.country->vi} + ")" : ""));
        line.text("name_en", "Sample " + std::string{type.en} + " " + number).text("buyer_type", type.code);
        line.text("country", buyer.country ? buyer.country->name : "Viet Nam");
        line.text("timezone", buyer.country ? buyer.country->timezone : "Asia/Ho_Chi_Minh");
        put_place(line, buyer, sample, random);
        put_size(line, buyer, random);
        line.text("phone", buyer.country ? "" : phone(sample, random));
        line.text("email", numbered("thu.mua", buyer.number, 4) + "@hoicho.example");
        line.text("registered_on", iso(plus_days(day(2026, 10, 10), random.between(0, 45))));
        sample.line("buyers", line);
        sample.buyers.push_back(buyer);
    }
}

}  // namespace hoicho::sample
