// fair.json: the fair itself, its rules and how much there is of everything.
#include "hoicho/sample/sample.h"

namespace hoicho::sample {
namespace {

std::int64_t count(std::size_t value) { return static_cast<std::int64_t>(value); }

JsonLine organiser() {
    JsonLine line;
    line.text("organiser_id", "O1")
        .text("name_vi", "Trung tâm Xúc tiến Ví dụ")
        .text("name_en", "Example Promotion Centre");
    line.text("kind", "PUBLIC_AGENCY").text("email", "ban.to.chuc@hoicho.example");
    return line;
}

JsonLine venue() {
    JsonLine line;
    line.text("name_vi", "Nhà triển lãm Ví dụ").text("commune_code", "00454").text("province_code", "01");
    return line;
}

JsonLine registration() {
    JsonLine line;
    line.text("authority", "Sở Công Thương")
        .text("filed_on", "2026-10-05")
        .text("confirmed_on", "2026-10-13")
        .text("report_due_on", "2027-01-05");
    return line;
}

JsonLine rules() {
    JsonLine line;
    line.number("min_stars", 3).text("certificate_checked_on", iso(opening));
    line.number("max_booths_per_exhibitor", count(booths_per_exhibitor_max)).number("meeting_minutes", meeting_minutes);
    line.number("gap_minutes", gap_minutes).number("max_meetings_per_representative_per_half_day", 8);
    return line;
}

JsonLine counts(const Plan& plan) {
    JsonLine line;
    line.number("exhibitors", count(plan.exhibitors))
        .number("products", count(plan.products))
        .number("buyers", count(plan.buyers));
    line.number("demands", count(plan.demands)).number("representatives", count(plan.representatives));
    line.number("booths", count(plan.booths)).number("tables", count(plan.tables)).number("slots", count(plan.slots));
    line.number("interests", count(plan.interests)).number("points_of_sale", count(plan.points_of_sale));
    return line;
}

}  // namespace

void make_fair(Sample& sample) {
    JsonLine line;
    line.text("fair_id", "vi-du-" + std::string{sample.plan.name} + "-" + std::to_string(sample.seed))
        .text("generator_version", "1");
    line.number("seed", static_cast<std::int64_t>(sample.seed)).text("size", sample.plan.name);
    line.text("name_vi", "Hội chợ sản phẩm OCOP (dữ liệu ví dụ)").text("name_en", "OCOP product fair (example data)");
    line.object("organiser", organiser())
        .object("venue", venue())
        .text("timezone", "Asia/Ho_Chi_Minh")
        .text("currency", "VND");
    line.text("start_date", iso(opening)).text("end_date", iso(closing)).text("opens", "09:00").text("closes", "21:00");
    line.text("opening_ceremony", iso(opening) + "T09:00/10:00").object("registration", registration());
    line.object("rules", rules()).object("counts", counts(sample.plan));
    sample.files["fair.json"] = line.str() + "\n";
}

}  // namespace hoicho::sample
