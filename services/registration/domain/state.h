// What registration knows of one organiser: its fairs, producers, products, certificates, buyers and demands.
#pragma once

#include <cstdint>
#include <string>

#include "hoicho/common/v1/options.pb.h"
#include "hoicho/registration/v1/register.pb.h"
#include "kernel/table.h"
#include "registration/domain/ids.h"

namespace hoicho::registration {

struct RecordedCertificate {
    v1::Certificate certificate;
    std::int32_t revoked_on = 0;  ///< first day without it; 0: never
    std::string cause;
};

struct PostedDemand {
    v1::Demand demand;
    bool withdrawn = false;
};

/// An organisation takes part in a fair once: this key is the rule.
struct Entered {
    FairId fair{};
    Side side{};
    std::uint32_t organisation = 0;

    friend bool operator==(const Entered&, const Entered&) = default;
};

/// One holder per tax code and side; a firm may both sell and buy.
struct TaxKey {
    Side side{};
    std::string number;  ///< see tax_number()

    friend bool operator==(const TaxKey&, const TaxKey&) = default;
};

/// One thing of a kind per code. Delegations' codes are unique within their fair (`scope`), all others within the
/// organiser.
struct CodeKey {
    common::v1::IdKind kind{};
    std::uint32_t scope = 0;
    std::string code;

    friend bool operator==(const CodeKey&, const CodeKey&) = default;
};

struct State {
    explicit State(Tables& tables);
    ~State();  // like the constructor in state.cc alone: the code of all tables is made there and nowhere else
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    Rows<OrganiserId, v1::Organiser> organisers;  ///< one at most: the organiser itself
    Rows<FairId, v1::Fair> fairs;
    Rows<DelegationId, v1::Delegation> delegations;
    Rows<ExhibitorId, v1::Exhibitor> exhibitors;
    Rows<ProductId, v1::Product> products;
    Rows<CertificateId, RecordedCertificate> certificates;
    Rows<BuyerId, v1::Buyer> buyers;
    Rows<DemandId, PostedDemand> demands;
    Rows<RepresentativeId, v1::Representative> representatives;
    Rows<PointOfSaleId, v1::PointOfSale> points_of_sale;
    Keyed<Entered, v1::Participation> participations;

    Keyed<TaxKey, std::uint32_t> by_tax_number;  ///< derived
    Keyed<CodeKey, std::uint32_t> by_code;       ///< derived

    /// Whether OpenOrganiser was accepted: nothing else is before it.
    bool opened() const { return organisers.size() > 0; }
    /// Derives by_tax_number and by_code from rows that were read from a store.
    void index();
};

/// The number by which two exhibitors are the same one: digits of MST10 and MST13, the keyed hash of a PIN12; empty:
/// none was given.
std::string tax_number(const v1::Exhibitor& exhibitor);
/// The same for buyers; a foreign number counts within its country.
std::string tax_number(const v1::Buyer& buyer);
/// Whether the buyer's tax number is a Vietnamese one.
bool is_vietnamese(const v1::Buyer& buyer);

/// Puts a thing into the derived tables. Called by evolve for each new thing and by State::index().
void enter(State& state, FairId id, const v1::Fair& fair);
void enter(State& state, DelegationId id, const v1::Delegation& delegation);
void enter(State& state, ExhibitorId id, const v1::Exhibitor& exhibitor);
void enter(State& state, ProductId id, const v1::Product& product);
void enter(State& state, BuyerId id, const v1::Buyer& buyer);
void enter(State& state, DemandId id, const v1::Demand& demand);
void enter(State& state, RepresentativeId id, const v1::Representative& representative);
void enter(State& state, PointOfSaleId id, const v1::PointOfSale& point_of_sale);

}  // namespace hoicho::registration
