// One case for each thing that can happen.
#include "registration/domain/evolve.h"

namespace hoicho::registration {
namespace {

/// A new thing of a kind whose rows are the messages themselves and which has a code.
template <class Id, class Row>
void add(State& state, Rows<Id, Row>& rows, std::uint32_t id, const Row& row) {
    rows.put(static_cast<Id>(id), row);
    enter(state, static_cast<Id>(id), row);
}

void apply(State& state, const v1::DemandPosted& event) {
    const auto id = static_cast<DemandId>(event.demand_id());
    state.demands.put(id, {event.demand(), false});
    enter(state, id, event.demand());
}

void apply(State& state, const v1::CertificateRevoked& event) {
    auto& row = state.certificates.edit(static_cast<CertificateId>(event.certificate_id()));
    row.revoked_on = event.revoked_on();
    row.cause = event.cause();
}

void apply(State& state, const v1::FairEntered& event) {
    const auto& participation = event.participation();
    const bool exhibitor = participation.has_exhibitor();
    state.participations.put({static_cast<FairId>(participation.fair()), exhibitor ? Side::exhibitor : Side::buyer,
                              exhibitor ? participation.exhibitor() : participation.buyer()},
                             participation);
}

}  // namespace

void evolve(State& state, const v1::Event& event) {
    switch (event.kind_case()) {
        case v1::Event::kOrganiserOpened:
            return state.organisers.put(OrganiserId{1}, event.organiser_opened().organiser());
        case v1::Event::kFairOpened:
            return add(state, state.fairs, event.fair_opened().fair_id(), event.fair_opened().fair());
        case v1::Event::kDelegationRegistered:
            return add(state, state.delegations, event.delegation_registered().delegation_id(),
                       event.delegation_registered().delegation());
        case v1::Event::kExhibitorRegistered:
            return add(state, state.exhibitors, event.exhibitor_registered().exhibitor_id(),
                       event.exhibitor_registered().exhibitor());
        case v1::Event::kProductAdded:
            return add(state, state.products, event.product_added().product_id(), event.product_added().product());
        case v1::Event::kCertificateRecorded:
            return state.certificates.put(static_cast<CertificateId>(event.certificate_recorded().certificate_id()),
                                          {event.certificate_recorded().certificate(), 0, {}});
        case v1::Event::kCertificateRevoked: return apply(state, event.certificate_revoked());
        case v1::Event::kBuyerRegistered:
            return add(state, state.buyers, event.buyer_registered().buyer_id(), event.buyer_registered().buyer());
        case v1::Event::kDemandPosted: return apply(state, event.demand_posted());
        case v1::Event::kDemandWithdrawn:
            state.demands.edit(static_cast<DemandId>(event.demand_withdrawn().demand_id())).withdrawn = true;
            return;
        case v1::Event::kRepresentativeRegistered:
            return add(state, state.representatives, event.representative_registered().representative_id(),
                       event.representative_registered().representative());
        case v1::Event::kPointOfSaleRegistered:
            return add(state, state.points_of_sale, event.point_of_sale_registered().point_of_sale_id(),
                       event.point_of_sale_registered().point_of_sale());
        case v1::Event::kFairEntered: return apply(state, event.fair_entered());
        case v1::Event::kPriceChanged:
            state.products.edit(static_cast<ProductId>(event.price_changed().product())).set_price_wholesale_vnd(event.price_changed().price_wholesale_vnd());
            return;
        case v1::Event::KIND_NOT_SET: break;  // the partition stops at a newer writer's event before it gets here
    }
}

}  // namespace hoicho::registration
