// certificates.jsonl: one per product, by the law of the day it was issued; exactly so many still hold on the fair's
// first day.
#include "hoicho/sample/sample.h"

namespace hoicho::sample {
namespace {

constexpr int valid_years = 3;
constexpr Day districts_begin = day(2023, 2, 24);  // Decision 148: three stars are the district's to give
constexpr Day districts_end = day(2025, 7, 6);     // districts are no more
constexpr Day ministry_renamed = day(2025, 3, 1);

struct Issuer {
    std::string_view level;
    std::string name;
};

Issuer issuer_of(std::string_view rating, Day issued, const Province& province, Random& random) {
    if (rating == "FIVE")
        return {"CENTRAL",
                issued < ministry_renamed ? "Bộ Nông nghiệp và Phát triển nông thôn" : "Bộ Nông nghiệp và Môi trường"};
    if (rating == "THREE" && issued >= districts_begin && issued < districts_end) {
        const auto district = province.code == "01" ? random.pick(host_old_districts()) : province.old_district;
        return {"DISTRICT", "UBND " + std::string{district} + ", " + std::string{province.title}};
    }
    return {"PROVINCE", "UBND " + std::string{province.title}};
}

/// The first day without the certificate: a few on the eve, on the day itself and during the fair, where mistakes are
/// made.
Day expiry(bool valid, Random& random) {
    if (valid)
        return random.chance(4) ? plus_days(opening, random.between(1, 4))
                                : plus_days(opening, random.between(5, 1'080));
    return random.chance(15) ? plus_days(opening, random.between(-1, 0)) : plus_days(opening, random.between(-500, -2));
}

int score_tenths(std::string_view rating, Random& random) {
    if (rating == "THREE") return random.between(500, 699);
    if (rating == "FOUR") return random.between(700, 899);
    return random.between(900, 985);
}

std::string product_code(const SampleExhibitor& exhibitor, Day issued, Random& random) {
    std::string code{exhibitor.province->code};
    if (issued < districts_end) code += "-" + std::to_string(random.between(250, 282));
    code += "-" + std::string{exhibitor.commune->code} + "-" + std::to_string(random.between(1, 40));
    return code + "-" + std::to_string(year_of(issued));
}

}  // namespace

void make_certificates(Sample& sample) {
    auto random = sample.random("certificates");
    std::vector<bool> chosen(sample.products.size(), false);
    std::vector<std::size_t> order(sample.products.size());
    for (std::size_t at = 0; at < order.size(); ++at) order[at] = at;
    random.shuffle(order);
    for (std::size_t at = 0; at < sample.plan.valid; ++at) chosen[order[at]] = true;

    for (std::size_t at = 0; at < sample.products.size(); ++at) {
        const auto& product = sample.products[at];
        const auto& exhibitor = sample.exhibitors[product.exhibitor];
        const Day expires = expiry(chosen[at], random);
        const Day issued = plus_years(expires, -valid_years);
        const auto issuer = issuer_of(product.rating, issued, *exhibitor.province, random);
        const int draw = random.between(1, 100);
        JsonLine line;
        line.text("certificate_id", numbered("C", at + 1, 5)).text("product_id", product.id).text("kind", "OCOP");
        line.text("rating", product.rating).text("product_code", product_code(exhibitor, issued, random));
        line.text("decision_no",
                  std::to_string(random.between(90'000, 99'999)) +
                      (issuer.level == "CENTRAL" ? (issued < ministry_renamed ? "/QĐ-BNN" : "/QĐ-BNNMT") : "/QĐ-UBND"));
        line.text("issuer_level", issuer.level).text("issuer_name", issuer.name);
        line.text("issued_on", iso(issued)).text("expires_on", iso(expires));
        line.tenths("score", score_tenths(product.rating, random));
        line.text("verification", draw <= 84 ? "VERIFIED" : draw <= 96 ? "PENDING" : "MISMATCH");
        sample.line("certificates", line);
    }
}

}  // namespace hoicho::sample
