// Posts what a buyer looks for: in words, and as far as it was told in numbers.
#include "registration/domain/checks.h"
#include "registration/domain/decide.h"
#include "registration/domain/limits.h"

namespace hoicho::registration {
namespace {

bool is_language(const std::string& code) {
    bool fits = code.size() == 2 || code.size() == 3;
    for (const char c : code) fits = fits && c >= 'a' && c <= 'z';
    return fits;
}

void check_texts(Checks& checks, const v1::Demand& demand) {
    checks.text("code", demand.code(), code_bytes_max)
        .required_text("title", demand.title(), sentence_bytes_max)
        .text("description", demand.description(), description_bytes_max)
        .text("language", demand.language(), word_bytes_max)
        .rule(demand.language().empty() || is_language(demand.language()), REASON_OUT_OF_RANGE, "language",
              demand.language(), "vi, en or another code of ISO 639")
        .words("standards_required", demand.standards_required())
        .words("standards_preferred", demand.standards_preferred())
        .text("delivery", demand.delivery(), sentence_bytes_max)
        .text("pack", demand.pack(), name_bytes_max)
        .range("provinces_preferred", demand.provinces_preferred_size(), 0, list_max);
    for (const auto& province : demand.provinces_preferred())
        checks.present("provinces_preferred", !province.empty()).digits("provinces_preferred", province, 2);
}

void check_quantity(Checks& checks, const v1::Demand& demand) {
    checks.range("quantity_thousandths", demand.quantity_thousandths(), 0, thousandths_max);
    checks.text("quantity_unit", demand.quantity_unit(), unit_bytes_max);
    if (demand.quantity_thousandths() > 0) checks.present("quantity_unit", !demand.quantity_unit().empty());
    if (demand.quantity_thousandths() > 0 || !demand.quantity_per().empty())
        checks.one_of("quantity_per", demand.quantity_per(), {"MONTH", "WEEK", "SEASON", "ONCE"});
}

void check_price(Checks& checks, const v1::Demand& demand) {
    checks.range("price_min_vnd", demand.price_min_vnd(), 0, price_vnd_max)
        .range("price_max_vnd", demand.price_max_vnd(), 0, price_vnd_max)
        .text("price_unit", demand.price_unit(), unit_bytes_max);
    if (demand.price_max_vnd() > 0) checks.range("price_min_vnd", demand.price_min_vnd(), 0, demand.price_max_vnd());
}

}  // namespace

Answer decide(const State& state, const v1::PostDemand& command) {
    const auto& demand = command.demand();
    Checks checks;
    checks.present("demand", command.has_demand())
        .known("buyer", demand.buyer(), state.buyers.contains(BuyerId{demand.buyer()}));
    check_texts(checks, demand);
    checks.range("ocop_group", demand.ocop_group(), 0, ocop_group_max)
        .range("ocop_set", demand.ocop_set(), 0, ocop_set_max);
    check_quantity(checks, demand);
    checks.optional_day("needed_from", demand.needed_from())
        .optional_day("needed_to", demand.needed_to())
        .ordered("needed_to", demand.needed_from(), demand.needed_to());
    check_price(checks, demand);
    checks.range("min_stars", demand.min_stars(), 0, stars_max)
        .range("payment_terms_days", demand.payment_terms_days(), 0, payment_terms_days_max)
        .fresh("code", demand.code(), state.by_code.contains({ID_KIND_DEMAND, 0, demand.code()}))
        .room("demands", state.demands.next_id() - 1, demands_max);
    if (checks.first()) return *checks.first();

    v1::Event event;
    auto& posted = *event.mutable_demand_posted();
    posted.set_demand_id(state.demands.next_id());
    *posted.mutable_demand() = demand;
    return fact(std::move(event), ID_KIND_DEMAND, state.demands.next_id());
}

}  // namespace hoicho::registration
