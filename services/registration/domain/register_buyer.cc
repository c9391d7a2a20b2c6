// Registers a buyer: a chain, a canteen, an exporter, from here or from abroad.
#include "registration/domain/checks.h"
#include "registration/domain/decide.h"
#include "registration/domain/holder.h"
#include "registration/domain/limits.h"
#include "registration/domain/tax_code.h"
#include "registration/domain/time_zone.h"

namespace hoicho::registration {
namespace {

void check_texts(Checks& checks, const v1::Buyer& buyer) {
    checks.text("code", buyer.code(), code_bytes_max)
        .required_text("business_name_vi", buyer.business_name_vi(), name_bytes_max)
        .text("business_name_en", buyer.business_name_en(), name_bytes_max)
        .present("buyer_type", !buyer.buyer_type().empty())
        .word("buyer_type", buyer.buyer_type())
        .required_text("country", buyer.country(), name_bytes_max)
        .digits("province_code", buyer.province_code(), 2)
        .digits("commune_code", buyer.commune_code(), 5)
        .sealed("phone", buyer.has_phone(), buyer.phone())
        .sealed("email", buyer.has_email(), buyer.email());
}

void check_numbers(Checks& checks, const v1::Buyer& buyer) {
    checks.range("outlets", buyer.outlets(), 0, people_max)
        .range("meals_per_day", buyer.meals_per_day(), 0, people_max)
        .range("payment_terms_days", buyer.payment_terms_days(), 0, payment_terms_days_max)
        .optional_day("registered_on", buyer.registered_on());
}

/// Foreign numbers have rules of their own, of which we know none.
void check_tax_id(Checks& checks, const State& state, const v1::Buyer& buyer) {
    const auto& number = buyer.tax_id();
    if (number.empty()) return;
    checks.text("tax_id", number, word_bytes_max);
    if (is_vietnamese(buyer))
        checks.rule(!is_pin12(number), REASON_PERSONAL_IN_CLEAR, "tax_id")
            .rule(is_mst10(number) || is_mst13(number), REASON_TAX_CODE_WRONG, "tax_id", number,
                  "10 digits with check digit, or 13 for a branch");
    if (const auto* holder = state.by_tax_number.find({Side::buyer, tax_number(buyer)}))
        checks.rule(false, REASON_TAX_CODE_TAKEN, "tax_id", number, holder_name(state, Side::buyer, *holder));
}

}  // namespace

Answer decide(const State& state, const v1::RegisterBuyer& command) {
    const auto& buyer = command.buyer();
    const auto zone = canonical_zone(buyer.timezone());
    Checks checks;
    checks.present("buyer", command.has_buyer());
    check_texts(checks, buyer);
    checks.text("timezone", buyer.timezone(), code_bytes_max)
        .rule(zone || buyer.timezone().empty(), REASON_UNKNOWN_ZONE, "timezone", buyer.timezone());
    check_numbers(checks, buyer);
    checks.fresh("code", buyer.code(), state.by_code.contains({ID_KIND_BUYER, 0, buyer.code()}));
    check_tax_id(checks, state, buyer);
    checks.room("buyers", state.buyers.next_id() - 1, buyers_max);
    if (checks.first()) return *checks.first();

    v1::Event event;
    auto& registered = *event.mutable_buyer_registered();
    registered.set_buyer_id(state.buyers.next_id());
    *registered.mutable_buyer() = buyer;
    if (zone) registered.mutable_buyer()->set_timezone(*zone);
    return fact(std::move(event), ID_KIND_BUYER, state.buyers.next_id());
}

}  // namespace hoicho::registration
