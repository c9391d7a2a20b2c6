// One case for each thing of registration that ranking reads; see evolve.h.
#include <algorithm>

#include "matching/domain/evolve.h"
#include "matching/domain/from_registration.h"

namespace hoicho::matching {
namespace {

namespace reg = registration::v1;

void apply(State& state, const reg::FairOpened& event) {
    const auto& fair = event.fair();
    const auto checked_on = fair.rules().certificates_checked_on();
    state.fairs.put(FairId{event.fair_id()}, {checked_on != 0 ? checked_on : fair.starts_on()});
}

void apply(State& state, const reg::ProductAdded& event) {
    const auto* exhibitor = state.exhibitors.find(ExhibitorId{event.product().exhibitor()});
    auto product = product_of(event.product_id(), event.product(), exhibitor ? exhibitor->province : std::string{});
    state.words.put(product);
    state.terms.put(ProductId{event.product_id()}, {event.product().pack(), event.product().minimum_order()});
    state.products.put(ProductId{event.product_id()}, std::move(product));
}

void apply(State& state, const reg::PriceChanged& event) {
    if (!state.products.contains(ProductId{event.product()})) return;
    auto& facts = state.products.edit(ProductId{event.product()}).facts;
    facts.price_vnd = event.price_wholesale_vnd();
    state.words.put_facts(facts);
}

void apply(State& state, const reg::CertificateRecorded& event) {
    const auto product = event.certificate().product();
    state.certificates.put(CertificateId{event.certificate_id()}, {product});
    if (!state.products.contains(ProductId{product})) return;
    auto& facts = state.products.edit(ProductId{product}).facts;
    facts.certificates.push_back(certificate_of(event.certificate_id(), event.certificate()));
    state.words.put_facts(facts);
}

void apply(State& state, const reg::CertificateRevoked& event) {
    const auto* certificate = state.certificates.find(CertificateId{event.certificate_id()});
    if (!certificate || !state.products.contains(ProductId{certificate->product})) return;
    auto& facts = state.products.edit(ProductId{certificate->product}).facts;
    for (auto& one : facts.certificates)
        if (one.id == event.certificate_id()) one.revoked_on = event.revoked_on();
    state.words.put_facts(facts);
}

void apply(State& state, const reg::DemandPosted& event) {
    const auto& demand = event.demand();
    state.demands.put(DemandId{event.demand_id()}, {demand.buyer(), false, demand_of(demand), demand.pack(), demand.payment_terms_days()});
}

void apply(State& state, const reg::DemandWithdrawn& event) {
    if (state.demands.contains(DemandId{event.demand_id()})) state.demands.edit(DemandId{event.demand_id()}).withdrawn = true;
}

void apply(State& state, const reg::RepresentativeRegistered& event) {
    const auto& person = event.representative();
    const bool exhibitor = person.organisation_case() == reg::Representative::kExhibitor;
    Delegate delegate;
    for (const auto& window : person.availability()) delegate.windows.push_back({window.starts_at_ms(), window.ends_at_ms()});
    const About whose{exhibitor ? Side::exhibitor : Side::buyer, exhibitor ? person.exhibitor() : person.buyer()};
    state.delegates.edit_or_add(whose).people.push_back(std::move(delegate));
}

void apply(State& state, const reg::FairEntered& event) {
    const auto& part = event.participation();
    const bool exhibitor = part.organisation_case() == reg::Participation::kExhibitor;
    state.participants.put({part.fair(), exhibitor ? part.exhibitor() : part.buyer(), exhibitor ? Side::exhibitor : Side::buyer}, 1);
}

}  // namespace

void fold(State& state, const reg::Event& event) {
    switch (event.kind_case()) {
        case reg::Event::kFairOpened: return apply(state, event.fair_opened());
        case reg::Event::kExhibitorRegistered:
            return state.exhibitors.put(ExhibitorId{event.exhibitor_registered().exhibitor_id()}, exhibitor_of(event.exhibitor_registered().exhibitor()));
        case reg::Event::kBuyerRegistered:
            return state.buyers.put(BuyerId{event.buyer_registered().buyer_id()},
                                    {event.buyer_registered().buyer().province_code(), event.buyer_registered().buyer().buyer_type()});
        case reg::Event::kProductAdded: return apply(state, event.product_added());
        case reg::Event::kCertificateRecorded: return apply(state, event.certificate_recorded());
        case reg::Event::kPriceChanged: return apply(state, event.price_changed());
        case reg::Event::kCertificateRevoked: return apply(state, event.certificate_revoked());
        case reg::Event::kDemandPosted:
            return apply(state, event.demand_posted());
        case reg::Event::kDemandWithdrawn: return apply(state, event.demand_withdrawn());
        case reg::Event::kFairEntered: return apply(state, event.fair_entered());
        case reg::Event::kRepresentativeRegistered: return apply(state, event.representative_registered());
        case reg::Event::kOrganiserOpened:
        case reg::Event::kDelegationRegistered:
        case reg::Event::kPointOfSaleRegistered:
        case reg::Event::KIND_NOT_SET: break;
    }
}

}  // namespace hoicho::matching
