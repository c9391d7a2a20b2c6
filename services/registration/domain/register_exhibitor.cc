// Registers a producer. A household is a person: its name and number come sealed, and nobody is registered twice under
// one tax code.
#include "registration/domain/checks.h"
#include "registration/domain/decide.h"
#include "registration/domain/holder.h"
#include "registration/domain/limits.h"
#include "registration/domain/tax_code.h"

namespace hoicho::registration {
namespace {

constexpr std::string_view mst10_accepted = "10 digits, the last one a check digit";
constexpr std::string_view mst13_accepted = "10 digits with check digit and a branch, e.g. -001";

void check_name(Checks& checks, const v1::Exhibitor& exhibitor) {
    const auto type = exhibitor.subject_type();
    checks.text("code", exhibitor.code(), code_bytes_max)
        .present("subject_type", type != v1::SUBJECT_TYPE_UNSPECIFIED)
        .range("subject_type", type, v1::SubjectType_MIN, v1::SubjectType_MAX);
    if (type == v1::SUBJECT_TYPE_HOUSEHOLD) {
        checks.rule(exhibitor.business_name_vi().empty(), REASON_PERSONAL_IN_CLEAR, "business_name_vi")
            .rule(exhibitor.business_name_en().empty(), REASON_PERSONAL_IN_CLEAR, "business_name_en")
            .present("household_name", exhibitor.has_household_name())
            .sealed("household_name", exhibitor.has_household_name(), exhibitor.household_name());
    } else {
        checks.required_text("business_name_vi", exhibitor.business_name_vi(), name_bytes_max)
            .text("business_name_en", exhibitor.business_name_en(), name_bytes_max)
            .rule(!exhibitor.has_household_name(), REASON_OUT_OF_RANGE, "household_name", v1::SubjectType_Name(type),
                  "only for households");
    }
}

void check_personal_number(Checks& checks, const v1::Exhibitor& exhibitor) {
    checks.rule(exhibitor.tax_id().empty(), REASON_PERSONAL_IN_CLEAR, "tax_id")
        .present("personal_tax_id", exhibitor.has_personal_tax_id())
        .sealed("personal_tax_id", exhibitor.has_personal_tax_id(), exhibitor.personal_tax_id())
        .present("tax_id_key", !exhibitor.tax_id_key().empty())
        .range("tax_id_key", static_cast<std::int64_t>(exhibitor.tax_id_key().size()), tax_id_key_bytes_min,
               tax_id_key_bytes_max);
}

void check_firms_number(Checks& checks, const v1::Exhibitor& exhibitor) {
    const auto& number = exhibitor.tax_id();
    checks.rule(!is_pin12(number), REASON_PERSONAL_IN_CLEAR, "tax_id")
        .rule(!exhibitor.has_personal_tax_id() && exhibitor.tax_id_key().empty(), REASON_OUT_OF_RANGE,
              "personal_tax_id", v1::TaxIdKind_Name(exhibitor.tax_id_kind()), "TAX_ID_KIND_PIN12")
        .text("tax_id", number, word_bytes_max);
    switch (exhibitor.tax_id_kind()) {
        case v1::TAX_ID_KIND_MST10:
            checks.present("tax_id", !number.empty())
                .rule(is_mst10(number), REASON_TAX_CODE_WRONG, "tax_id", number, mst10_accepted);
            return;
        case v1::TAX_ID_KIND_MST13:
            checks.present("tax_id", !number.empty())
                .rule(is_mst13(number), REASON_TAX_CODE_WRONG, "tax_id", number, mst13_accepted);
            return;
        default:  // enterprises and co-operatives exist by their tax code; groups and households may have none yet
            checks.present("tax_id_kind", number.empty() && exhibitor.subject_type() != v1::SUBJECT_TYPE_ENTERPRISE &&
                                              exhibitor.subject_type() != v1::SUBJECT_TYPE_COOPERATIVE);
    }
}

void check_particulars(Checks& checks, const v1::Exhibitor& exhibitor) {
    checks.present("province_code", !exhibitor.province_code().empty())
        .digits("province_code", exhibitor.province_code(), 2)
        .digits("commune_code", exhibitor.commune_code(), 5)
        .text("commune_list", exhibitor.commune_list(), word_bytes_max)
        .sealed("address", exhibitor.has_address(), exhibitor.address())
        .sealed("phone", exhibitor.has_phone(), exhibitor.phone())
        .sealed("email", exhibitor.has_email(), exhibitor.email())
        .text("craft_village", exhibitor.craft_village(), name_bytes_max)
        .text("website", exhibitor.website(), url_bytes_max)
        .range("employees", exhibitor.employees(), 0, people_max)
        .words("channels", exhibitor.channels())
        .range("payment_days_accepted_max", exhibitor.payment_days_accepted_max(), 0, payment_terms_days_max)
        .optional_day("registered_on", exhibitor.registered_on());
    if (exhibitor.founded_year() != 0)
        checks.range("founded_year", exhibitor.founded_year(), founded_year_min, founded_year_max);
}

void check_fresh_number(Checks& checks, const State& state, const v1::Exhibitor& exhibitor) {
    const auto number = tax_number(exhibitor);
    const auto* holder = number.empty() ? nullptr : state.by_tax_number.find({Side::exhibitor, number});
    if (!holder) return;
    const bool personal = exhibitor.tax_id_kind() == v1::TAX_ID_KIND_PIN12;
    checks.rule(false, REASON_TAX_CODE_TAKEN, personal ? "personal_tax_id" : "tax_id",
                personal ? std::string{"(sealed)"} : exhibitor.tax_id(), holder_name(state, Side::exhibitor, *holder));
}

}  // namespace

Answer decide(const State& state, const v1::RegisterExhibitor& command) {
    const auto& exhibitor = command.exhibitor();
    const bool personal = exhibitor.tax_id_kind() == v1::TAX_ID_KIND_PIN12;
    Checks checks;
    checks.present("exhibitor", command.has_exhibitor());
    check_name(checks, exhibitor);
    checks.range("tax_id_kind", exhibitor.tax_id_kind(), v1::TaxIdKind_MIN, v1::TaxIdKind_MAX);
    personal ? check_personal_number(checks, exhibitor) : check_firms_number(checks, exhibitor);
    check_particulars(checks, exhibitor);
    checks.fresh("code", exhibitor.code(), state.by_code.contains({ID_KIND_EXHIBITOR, 0, exhibitor.code()}));
    check_fresh_number(checks, state, exhibitor);
    checks.room("exhibitors", state.exhibitors.next_id() - 1, exhibitors_max);
    if (checks.first()) return *checks.first();

    v1::Event event;
    auto& registered = *event.mutable_exhibitor_registered();
    registered.set_exhibitor_id(state.exhibitors.next_id());
    *registered.mutable_exhibitor() = exhibitor;
    return fact(std::move(event), ID_KIND_EXHIBITOR, state.exhibitors.next_id());
}

}  // namespace hoicho::registration
