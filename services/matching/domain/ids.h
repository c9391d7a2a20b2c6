// Dense ids of what matching knows; registration gives them out.
#pragma once

#include <cstdint>

namespace hoicho::matching {

enum class FairId : std::uint32_t {};
enum class ExhibitorId : std::uint32_t {};
enum class ProductId : std::uint32_t {};
enum class CertificateId : std::uint32_t {};
enum class DemandId : std::uint32_t {};

}  // namespace hoicho::matching
