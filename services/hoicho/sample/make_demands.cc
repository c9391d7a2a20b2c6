// demands.jsonl: what buyers look for, told in free text of uneven care and, in part, in numbers.
#include <algorithm>

#include "hoicho/sample/sample.h"
#include "kernel/vietnamese.h"

namespace hoicho::sample {
namespace {

constexpr std::string_view openings[] = {"Cần mua ", "Tìm nguồn ", "Đặt hàng ", "Thu mua ", "Cần nhà cung cấp ", ""};
constexpr std::string_view openings_en[] = {"Looking for ", "We buy ", "Sourcing ", "Supplier wanted: "};
constexpr std::string_view periods[] = {"MONTH", "MONTH", "WEEK", "SEASON", "ONCE"};
constexpr std::string_view deliveries[] = {"giao tận nơi", "tại kho Hà Nội", "tại vườn", "tại hội chợ"};

struct Quantity {
    std::int64_t tenths;
    std::string unit;
};

Quantity quantity_of(const Kind& kind, Random& random) {
    const bool dear = kind.price_low >= 300;
    if (kind.unit != "kg") return {std::int64_t{random.between(1, 40)} * (dear ? 50 : 500), std::string{kind.unit}};
    if (!dear && random.chance(25)) return {std::int64_t{random.between(2, 80)} * 5, "tạ"};
    if (!dear && random.chance(25)) return {std::int64_t{random.between(1, 30)} * 5, "tấn"};
    return {std::int64_t{random.between(1, 60)} * (dear ? 50 : 200), "kg"};
}

std::string written(const Quantity& quantity) {
    const auto whole = std::to_string(quantity.tenths / 10);
    return whole + (quantity.tenths % 10 ? "," + std::to_string(quantity.tenths % 10) : "") + " " + quantity.unit;
}

std::vector<std::string> some_standards(const Kind& kind, int percent, Random& random) {
    std::vector<std::string> list;
    for (const auto standard : standards_of(kind.set))
        if (list.size() < 2 && random.chance(percent)) list.emplace_back(standard);
    std::sort(list.begin(), list.end());
    return list;
}

void put_words(JsonLine& line, const SampleBuyer& buyer, const Kind& kind, const Quantity& quantity,
               const std::vector<std::string>& standards, Random& random) {
    std::string named;
    for (const auto& standard : standards) named += (named.empty() ? "" : ", ") + standard;
    const auto days = std::to_string(buyer.payment_terms_days);
    if (buyer.country) {
        line.text("title", std::string{random.pick(openings_en)} + folded(kind.en));
        line.text("description", std::string{kind.en} + ", about " + written(quantity) +
                                     (named.empty() ? "" : ", certified " + named) + ". Payment within " + days +
                                     " days.");
        line.text("language", "en");
        return;
    }
    const auto name = lowered(kind.other_name.empty() || random.chance(60) ? kind.vi : kind.other_name);
    auto title = std::string{random.pick(openings)} + name;
    if (random.chance(30)) title += " " + written(quantity);
    line.text("title", random.chance(12) ? folded(title) : title);
    line.text("description", "Cần " + name + " đóng " + std::string{kind.pack} + ", khoảng " + written(quantity) +
                                 (named.empty() ? "" : ", có " + named) + ". Thanh toán sau " + days + " ngày.");
    line.text("language", "vi");
}

void put_when(JsonLine& line, Random& random) {
    const Day from = plus_days(opening, random.between(10, 90));
    line.text("needed_from", iso(from)).text("needed_to", iso(plus_days(from, random.between(1, 12) * 30)));
}

void put_price(JsonLine& line, const Kind& kind, const SampleProduct& product, Random& random) {
    const bool told = random.chance(65);
    const int max = product.price_wholesale_vnd / 100 * random.between(85, 130) / 100 * 100;
    const int min = max / 100 * random.between(50, 85) / 100 * 100;
    line.number_or_null("price_min_vnd", told && random.chance(50) ? min : 0)
        .number_or_null("price_max_vnd", told ? max : 0)
        .text("price_unit", kind.unit);
}

void put_conditions(JsonLine& line, const SampleBuyer& buyer, const SampleExhibitor& exhibitor, Random& random) {
    constexpr int stars[] = {0, 3, 3, 4};
    std::vector<std::string> provinces;
    if (random.chance(20)) provinces.emplace_back(exhibitor.province->code);
    const bool strict = !provinces.empty() && random.chance(30);
    line.number("min_stars", random.pick(stars))
        .flag("valid_certificate_required", random.chance(50))
        .texts("province_preferred", provinces)
        .flag("province_strict", strict)
        .text("delivery", buyer.country ? "FOB Hải Phòng" : random.pick(deliveries))
        .number("payment_terms_days", buyer.payment_terms_days);
}

}  // namespace

void make_demands(Sample& sample) {
    auto random = sample.random("demands");
    for (std::size_t at = 0; at < sample.plan.demands; ++at) {
        const auto owner = at < sample.buyers.size() ? at : random.below(sample.buyers.size());
        const auto wanted = random.below(sample.products.size());
        sample.wanted.emplace_back(owner, wanted);
    }
    std::sort(sample.wanted.begin(), sample.wanted.end());  // a buyer's demands stand together
    for (std::size_t at = 0; at < sample.wanted.size(); ++at) {
        const auto& buyer = sample.buyers[sample.wanted[at].first];
        const auto& product = sample.products[sample.wanted[at].second];
        const auto& kind = *product.kind;
        const auto quantity = quantity_of(kind, random);
        const auto required = some_standards(kind, 25, random);
        JsonLine line;
        line.text("demand_id", numbered("R", at + 1, 5)).text("buyer_id", buyer.id);
        put_words(line, buyer, kind, quantity, required, random);
        line.number_or_null("ocop_group", random.chance(70) ? kind.group : 0);
        line.number_or_null("ocop_set", random.chance(35) ? kind.set : 0);
        line.tenths("quantity", quantity.tenths)
            .text("quantity_unit", quantity.unit)
            .text("quantity_per", random.pick(periods));
        put_when(line, random);
        put_price(line, kind, product, random);
        line.texts("standards_required",
                   random.chance(75) ? required : std::vector<std::string>{});  // else in the text only
        line.texts("standards_preferred", some_standards(kind, 8, random));
        put_conditions(line, buyer, sample.exhibitors[product.exhibitor], random);
        sample.line("demands", line);
    }
}

}  // namespace hoicho::sample
