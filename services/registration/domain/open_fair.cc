// Opens a fair: its days, its place and the rules that later services go by.
#include "registration/domain/checks.h"
#include "registration/domain/decide.h"
#include "registration/domain/limits.h"
#include "registration/domain/time_zone.h"

namespace hoicho::registration {
namespace {

bool is_currency(const std::string& code) {
    if (code.size() != 3) return false;
    for (const char c : code)
        if (c < 'A' || c > 'Z') return false;
    return true;
}

void check_texts(Checks& checks, const v1::Fair& fair) {
    checks.required_text("code", fair.code(), code_bytes_max)
        .present("kind", fair.kind() != v1::FAIR_KIND_UNSPECIFIED)
        .range("kind", fair.kind(), v1::FairKind_MIN, v1::FairKind_MAX)
        .required_text("name_vi", fair.name_vi(), name_bytes_max)
        .text("name_en", fair.name_en(), name_bytes_max)
        .text("venue_vi", fair.venue_vi(), name_bytes_max)
        .text("venue_en", fair.venue_en(), name_bytes_max)
        .digits("province_code", fair.province_code(), 2)
        .digits("commune_code", fair.commune_code(), 5)
        .present("currency", !fair.currency().empty())
        .text("currency", fair.currency(), word_bytes_max)
        .rule(is_currency(fair.currency()), REASON_OUT_OF_RANGE, "currency", fair.currency(), "ISO 4217, e.g. VND");
}

void check_days(Checks& checks, const v1::Fair& fair) {
    checks.day("starts_on", fair.starts_on())
        .day("ends_on", fair.ends_on())
        .ordered("ends_on", fair.starts_on(), fair.ends_on())
        .range("ends_on", fair.ends_on(), fair.starts_on(), std::int64_t{fair.starts_on()} + fair_days_max - 1);
}

void check_rules(Checks& checks, const v1::FairRules& rules) {
    checks.range("min_stars", rules.min_stars(), 0, stars_max)
        .optional_day("certificates_checked_on", rules.certificates_checked_on())
        .range("booths_per_exhibitor_max", rules.booths_per_exhibitor_max(), 0, booths_per_exhibitor_max)
        .range("meeting_minutes", rules.meeting_minutes(), 0, meeting_minutes_max)
        .range("gap_minutes", rules.gap_minutes(), 0, meeting_minutes_max)
        .range("meetings_per_representative_per_half_day_max", rules.meetings_per_representative_per_half_day_max(), 0,
               meetings_per_half_day_max);
}

}  // namespace

Answer decide(const State& state, const v1::OpenFair& command) {
    const auto& fair = command.fair();
    const auto zone = canonical_zone(fair.timezone());
    Checks checks;
    checks.present("fair", command.has_fair());
    check_texts(checks, fair);
    checks.present("timezone", !fair.timezone().empty())
        .text("timezone", fair.timezone(), code_bytes_max)
        .rule(zone.has_value(), REASON_UNKNOWN_ZONE, "timezone", fair.timezone());
    check_days(checks, fair);
    check_rules(checks, fair.rules());
    checks.fresh("code", fair.code(), state.by_code.contains({ID_KIND_FAIR, 0, fair.code()}))
        .room("fairs", state.fairs.next_id() - 1, fairs_max);
    if (checks.first()) return *checks.first();

    v1::Event event;
    auto& opened = *event.mutable_fair_opened();
    opened.set_fair_id(state.fairs.next_id());
    *opened.mutable_fair() = fair;
    opened.mutable_fair()->set_timezone(*zone);
    return fact(std::move(event), ID_KIND_FAIR, state.fairs.next_id());
}

}  // namespace hoicho::registration
