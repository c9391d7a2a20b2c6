// Things put into the commands that ask for them and the events that tell of them.
#include "registration/domain/testing.h"

namespace hoicho::registration {
namespace {

template <class Part, class Row>
v1::Command ask(Part* (v1::Command::*part)(), Row* (Part::*member)(), const Row& row) {
    v1::Command command;
    *((command.*part)()->*member)() = row;
    return command;
}

template <class Part, class Row>
v1::Event tell(Part* (v1::Event::*part)(), void (Part::*set_id)(std::uint32_t), std::uint32_t id,
               Row* (Part::*member)(), const Row& row) {
    v1::Event event;
    Part& it = *(event.*part)();
    (it.*set_id)(id);
    *(it.*member)() = row;
    return event;
}

}  // namespace

using C = v1::Command;
using E = v1::Event;

v1::Command command(const v1::Organiser& row) {
    return ask(&C::mutable_open_organiser, &v1::OpenOrganiser::mutable_organiser, row);
}
v1::Command command(const v1::Fair& row) { return ask(&C::mutable_open_fair, &v1::OpenFair::mutable_fair, row); }
v1::Command command(const v1::Delegation& row) {
    return ask(&C::mutable_register_delegation, &v1::RegisterDelegation::mutable_delegation, row);
}
v1::Command command(const v1::Exhibitor& row) {
    return ask(&C::mutable_register_exhibitor, &v1::RegisterExhibitor::mutable_exhibitor, row);
}
v1::Command command(const v1::Product& row) {
    return ask(&C::mutable_add_product, &v1::AddProduct::mutable_product, row);
}
v1::Command command(const v1::Certificate& row) {
    return ask(&C::mutable_record_certificate, &v1::RecordCertificate::mutable_certificate, row);
}
v1::Command command(const v1::Buyer& row) {
    return ask(&C::mutable_register_buyer, &v1::RegisterBuyer::mutable_buyer, row);
}
v1::Command command(const v1::Demand& row) {
    return ask(&C::mutable_post_demand, &v1::PostDemand::mutable_demand, row);
}
v1::Command command(const v1::Representative& row) {
    return ask(&C::mutable_register_representative, &v1::RegisterRepresentative::mutable_representative, row);
}
v1::Command command(const v1::PointOfSale& row) {
    return ask(&C::mutable_register_point_of_sale, &v1::RegisterPointOfSale::mutable_point_of_sale, row);
}
v1::Command command(const v1::Participation& row) {
    return ask(&C::mutable_enter_fair, &v1::EnterFair::mutable_participation, row);
}
v1::Command revoke(std::uint32_t certificate, std::int32_t day, const std::string& cause) {
    v1::Command command;
    auto& revoke = *command.mutable_revoke_certificate();
    revoke.set_certificate(certificate);
    revoke.set_revoked_on(day);
    revoke.set_cause(cause);
    return command;
}
v1::Command withdraw(std::uint32_t demand) {
    v1::Command command;
    command.mutable_withdraw_demand()->set_demand(demand);
    return command;
}

v1::Event organiser_opened() {
    v1::Event event;
    *event.mutable_organiser_opened()->mutable_organiser() = organiser();
    return event;
}
v1::Event fair_opened(std::uint32_t id, const v1::Fair& row) {
    return tell(&E::mutable_fair_opened, &v1::FairOpened::set_fair_id, id, &v1::FairOpened::mutable_fair, row);
}
v1::Event delegation_registered(std::uint32_t id, const v1::Delegation& row) {
    using Part = v1::DelegationRegistered;
    return tell(&E::mutable_delegation_registered, &Part::set_delegation_id, id, &Part::mutable_delegation, row);
}
v1::Event exhibitor_registered(std::uint32_t id, const v1::Exhibitor& row) {
    using Part = v1::ExhibitorRegistered;
    return tell(&E::mutable_exhibitor_registered, &Part::set_exhibitor_id, id, &Part::mutable_exhibitor, row);
}
v1::Event product_added(std::uint32_t id, const v1::Product& row) {
    return tell(&E::mutable_product_added, &v1::ProductAdded::set_product_id, id, &v1::ProductAdded::mutable_product,
                row);
}
v1::Event certificate_recorded(std::uint32_t id, const v1::Certificate& row) {
    using Part = v1::CertificateRecorded;
    return tell(&E::mutable_certificate_recorded, &Part::set_certificate_id, id, &Part::mutable_certificate, row);
}
v1::Event certificate_revoked(std::uint32_t id, std::int32_t day, const std::string& cause) {
    v1::Event event;
    auto& revoked = *event.mutable_certificate_revoked();
    revoked.set_certificate_id(id);
    revoked.set_revoked_on(day);
    revoked.set_cause(cause);
    return event;
}
v1::Event buyer_registered(std::uint32_t id, const v1::Buyer& row) {
    using Part = v1::BuyerRegistered;
    return tell(&E::mutable_buyer_registered, &Part::set_buyer_id, id, &Part::mutable_buyer, row);
}
v1::Event demand_posted(std::uint32_t id, const v1::Demand& row) {
    return tell(&E::mutable_demand_posted, &v1::DemandPosted::set_demand_id, id, &v1::DemandPosted::mutable_demand,
                row);
}
v1::Event demand_withdrawn(std::uint32_t id) {
    v1::Event event;
    event.mutable_demand_withdrawn()->set_demand_id(id);
    return event;
}
v1::Event representative_registered(std::uint32_t id, const v1::Representative& row) {
    using Part = v1::RepresentativeRegistered;
    return tell(&E::mutable_representative_registered, &Part::set_representative_id, id, &Part::mutable_representative,
                row);
}
v1::Event point_of_sale_registered(std::uint32_t id, const v1::PointOfSale& row) {
    using Part = v1::PointOfSaleRegistered;
    return tell(&E::mutable_point_of_sale_registered, &Part::set_point_of_sale_id, id, &Part::mutable_point_of_sale,
                row);
}
v1::Event fair_entered(const v1::Participation& row) {
    v1::Event event;
    *event.mutable_fair_entered()->mutable_participation() = row;
    return event;
}

}  // namespace hoicho::registration
