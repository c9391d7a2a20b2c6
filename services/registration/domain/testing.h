// The words in which registration's tests are written: an organiser, a fair and the people around it, all valid.
#pragma once

#include <utility>

#include "registration/domain/domain.h"
#include "tests/support/scenario.h"

namespace hoicho::registration {

using Scenario = tests::Scenario<RegistrationDomain>;

/// Starts a sentence: given(organiser_opened(), fair_opened()).when(…).expects(…).
template <class... Events>
Scenario given(const Events&... events) {
    return Scenario{events...};
}

/// `thing` after `change`: with(household(), [](auto& it) { it.clear_phone(); }).
template <class Thing, class Change>
Thing with(Thing thing, Change change) {
    change(thing);
    return thing;
}

inline constexpr std::int32_t opening_day = 20'790;  // 2026-12-03

inline common::v1::Sealed sealed(const std::string& content) {
    common::v1::Sealed value;
    value.set_subject(std::string(16, 's'));
    value.set_nonce(std::string(24, 'n'));
    value.set_ciphertext(content + std::string(16, 't'));
    return value;
}

v1::Organiser organiser();
v1::Fair fair(const std::string& code = "HN-2026");
v1::Delegation delegation(const std::string& code = "D12");
v1::Exhibitor co_operative();  ///< HTX Văn Hồ, tax code 9900000009
v1::Exhibitor household();
v1::Product product();          ///< of exhibitor 1
v1::Certificate certificate();  ///< of product 1, four stars, three years from 2024-12-03
v1::Buyer supermarket();
v1::Demand demand();                  ///< of buyer 1
v1::Representative representative();  ///< of exhibitor 1
v1::PointOfSale point_of_sale();
v1::Participation participation();  ///< exhibitor 1 in fair 1

v1::Command command(const v1::Organiser&);
v1::Command command(const v1::Fair&);
v1::Command command(const v1::Delegation&);
v1::Command command(const v1::Exhibitor&);
v1::Command command(const v1::Product&);
v1::Command command(const v1::Certificate&);
v1::Command command(const v1::Buyer&);
v1::Command command(const v1::Demand&);
v1::Command command(const v1::Representative&);
v1::Command command(const v1::PointOfSale&);
v1::Command command(const v1::Participation&);
v1::Command revoke(std::uint32_t certificate, std::int32_t day, const std::string& cause = "hồ sơ giả");
v1::Command withdraw(std::uint32_t demand);

v1::Event organiser_opened();
v1::Event fair_opened(std::uint32_t id = 1, const v1::Fair& row = fair());
v1::Event delegation_registered(std::uint32_t id = 1, const v1::Delegation& row = delegation());
v1::Event exhibitor_registered(std::uint32_t id = 1, const v1::Exhibitor& row = co_operative());
v1::Event product_added(std::uint32_t id = 1, const v1::Product& row = product());
v1::Event certificate_recorded(std::uint32_t id = 1, const v1::Certificate& row = certificate());
v1::Event certificate_revoked(std::uint32_t id, std::int32_t day, const std::string& cause = "hồ sơ giả");
v1::Event buyer_registered(std::uint32_t id = 1, const v1::Buyer& row = supermarket());
v1::Event demand_posted(std::uint32_t id = 1, const v1::Demand& row = demand());
v1::Event demand_withdrawn(std::uint32_t id = 1);
v1::Event representative_registered(std::uint32_t id = 1, const v1::Representative& row = representative());
v1::Event point_of_sale_registered(std::uint32_t id = 1, const v1::PointOfSale& row = point_of_sale());
v1::Event fair_entered(const v1::Participation& row = participation());

}  // namespace hoicho::registration
