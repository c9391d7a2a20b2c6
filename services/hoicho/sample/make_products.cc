// products.jsonl: what the exhibitors sell, in words as they would write them.
#include <algorithm>

#include "hoicho/sample/numbers.h"
#include "hoicho/sample/sample.h"
#include "kernel/vietnamese.h"

namespace hoicho::sample {
namespace {

constexpr std::string_view qualities[] = {"",          "",        "", " truyền thống", " đặc biệt", " thượng hạng",
                                          " loại một", " nhà làm"};
constexpr std::string_view qualities_en[] = {"",         "",         "",         "traditional ",
                                             "special ", "premium ", "grade A ", "home-made "};
constexpr std::string_view markets[] = {"CN", "EU", "JP", "KR", "SG", "US"};

/// Each exhibitor has one product at least, ten at most.
std::vector<std::size_t> owners(const Sample& sample, Random& random) {
    std::vector<std::size_t> counts(sample.exhibitors.size(), 1);
    for (auto left = sample.plan.products - sample.exhibitors.size(); left > 0;) {
        const auto at = random.below(counts.size());
        if (counts[at] == 10) continue;
        ++counts[at];
        --left;
    }
    std::vector<std::size_t> list;
    for (std::size_t at = 0; at < counts.size(); ++at) list.insert(list.end(), counts[at], at);
    return list;
}

std::vector<std::string_view> ratings(const Sample& sample, Random& random) {
    const auto& plan = sample.plan;
    std::vector<std::string_view> list(plan.products, "THREE");
    const auto five_end = list.begin() + static_cast<std::ptrdiff_t>(plan.five);
    const auto potential_end = five_end + static_cast<std::ptrdiff_t>(plan.potential_five);
    std::fill(list.begin(), five_end, "FIVE");
    std::fill(five_end, potential_end, "POTENTIAL_FIVE");
    std::fill(potential_end, potential_end + static_cast<std::ptrdiff_t>(plan.four), "FOUR");
    random.shuffle(list);
    return list;
}

/// Most sell what they are about; a few sell something else beside it.
const Kind* kind_for(Theme theme, Random& random) {
    if (random.chance(8)) return &random.pick(kinds());
    std::vector<const Kind*> fitting;
    for (const auto& kind : kinds())
        if (kind.theme == theme) fitting.push_back(&kind);
    return random.pick(fitting);
}

std::vector<std::string> standards_for(const Kind& kind, std::string_view rating, Random& random) {
    std::vector<std::string> held;
    for (const auto standard : standards_of(kind.set))
        if (random.chance(rating == "THREE" ? 30 : rating == "FOUR" ? 40 : 65)) held.emplace_back(standard);
    std::sort(held.begin(), held.end());
    return held;
}

std::vector<int> months_of(const Kind& kind) {
    std::vector<int> months;
    if (kind.first_month == 0) return months;
    for (int month = kind.first_month;; month = month % 12 + 1) {
        months.push_back(month);
        if (month == kind.last_month) return months;
    }
}

/// Two significant digits, as prices are written on labels.
int rounded(int vnd) {
    int step = 1;
    while (vnd / step >= 100) step *= 10;
    return vnd / step * step;
}

bool holds(const std::vector<std::string>& standards, std::string_view code) {
    return std::find(standards.begin(), standards.end(), code) != standards.end();
}

void put_names(JsonLine& line, const Kind& kind, const SampleExhibitor& exhibitor, Random& random) {
    const auto quality = random.below(std::size(qualities));
    auto name = std::string{kind.other_name.empty() || random.chance(75) ? kind.vi : kind.other_name};
    if (random.chance(20))
        name += " " + std::string{exhibitor.commune->name.substr(exhibitor.commune->name.find(' ') + 1)};
    name += qualities[quality];
    const bool unmarked = random.chance(3);  // typed on a keyboard without Vietnamese
    auto about = name + " của " + exhibitor.name + ", đóng " + std::string{kind.pack} + ", sản xuất tại " +
                 std::string{exhibitor.commune->name} + ".";
    line.text("name_vi", unmarked ? folded(name) : name)
        .text("name_en", random.chance(45) ? std::string{qualities_en[quality]} + std::string{kind.en} : "")
        .text("description", unmarked ? folded(about) : about);
}

void put_prices(JsonLine& line, const Kind& kind, SampleProduct& product, Random& random) {
    const int retail = rounded(random.between(kind.price_low * 1'000, kind.price_high * 1'000));
    product.price_wholesale_vnd = rounded(retail / 100 * random.between(72, 88));
    const bool dear = retail >= 300'000;
    line.text("unit", kind.unit)
        .text("pack", kind.pack)
        .number("price_retail_vnd", retail)
        .number("price_wholesale_vnd", product.price_wholesale_vnd)
        .number("moq", random.between(1, 10) * (dear ? 1 : 20))
        .tenths("capacity_per_month", std::int64_t{random.between(2, 90)} * (dear ? 100 : 1'000))
        .numbers("supply_months", months_of(kind))
        .number("shelf_life_days", kind.shelf_life_days);
}

std::vector<std::string> markets_of(Random& random) {
    std::vector<std::string> list;
    if (random.chance(85)) return list;
    for (const auto market : markets)
        if (random.chance(35)) list.emplace_back(market);
    return list;
}

}  // namespace

void make_products(Sample& sample) {
    auto random = sample.random("products");
    const auto owner = owners(sample, random);
    const auto rating = ratings(sample, random);
    const auto better = [](std::string_view left, std::string_view right) {
        constexpr std::string_view order[] = {"THREE", "FOUR", "POTENTIAL_FIVE", "FIVE"};
        return std::find(order, std::end(order), left) > std::find(order, std::end(order), right);
    };
    for (std::size_t at = 0; at < owner.size(); ++at) {
        auto& exhibitor = sample.exhibitors[owner[at]];
        SampleProduct product{numbered("P", at + 1, 5), owner[at], kind_for(exhibitor.theme, random), rating[at], 0};
        if (better(product.rating, exhibitor.best_rating)) exhibitor.best_rating = product.rating;
        const auto standards = standards_for(*product.kind, product.rating, random);
        JsonLine line;
        line.text("product_id", product.id).text("exhibitor_id", exhibitor.id);
        put_names(line, *product.kind, exhibitor, random);
        line.number("ocop_group", product.kind->group).number("ocop_set", product.kind->set);
        put_prices(line, *product.kind, product, random);
        line.texts("standards", standards)
            .text("province_code", exhibitor.province->code)
            .text("commune_code", exhibitor.commune->code)
            .text("rating", product.rating)
            .number("stars", product.rating == "FIVE"    ? 5
                             : product.rating == "THREE" ? 3
                                                         : 4)
            .text("certificate_id", numbered("C", at + 1, 5))
            .text("barcode", holds(standards, "GS1_BARCODE") ? barcode(sample, random) : "")
            .text("trace_url",
                  holds(standards, "QR_TRACE") ? "https://truyxuat.hoicho.example/" + numbered("p", at + 1, 5) : "")
            .texts("export_markets", markets_of(random));
        sample.line("products", line);
        sample.products.push_back(std::move(product));
    }
}

}  // namespace hoicho::sample
