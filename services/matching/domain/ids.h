// Dense ids of what matching knows; registration and scheduling give them out, and matching those of words.
#pragma once

#include <cstdint>

namespace hoicho::matching {

enum class FairId : std::uint32_t {};
enum class ExhibitorId : std::uint32_t {};
enum class ProductId : std::uint32_t {};
enum class CertificateId : std::uint32_t {};
enum class DemandId : std::uint32_t {};
enum class BuyerId : std::uint32_t {};
enum class WordsId : std::uint32_t {};
enum class RequestId : std::uint32_t {};
enum class MeetingId : std::uint32_t {};
enum class ProgrammeId : std::uint32_t {};

}  // namespace hoicho::matching
