// Dense ids of what registration owns: 1, 2, 3, … of each kind within one organiser.
#pragma once

#include <cstdint>

namespace hoicho::registration {

enum class OrganiserId : std::uint32_t {};
enum class FairId : std::uint32_t {};
enum class DelegationId : std::uint32_t {};
enum class ExhibitorId : std::uint32_t {};
enum class ProductId : std::uint32_t {};
enum class CertificateId : std::uint32_t {};
enum class BuyerId : std::uint32_t {};
enum class DemandId : std::uint32_t {};
enum class RepresentativeId : std::uint32_t {};
enum class PointOfSaleId : std::uint32_t {};

/// Which side of the trade an organisation stands on.
enum class Side : std::uint8_t { exhibitor = 1, buyer = 2 };

}  // namespace hoicho::registration
