// The dense ids of everything scheduling decides about or has heard of; 0 is none.
#pragma once

#include <cstdint>

#include "hoicho/common/v1/options.pb.h"

namespace hoicho::scheduling {

enum class FairId : std::uint32_t {};
enum class BuyerId : std::uint32_t {};
enum class ExhibitorId : std::uint32_t {};
enum class HallId : std::uint32_t {};
enum class SlotId : std::uint32_t {};
enum class TableId : std::uint32_t {};
enum class BoothId : std::uint32_t {};
enum class BoothRequestId : std::uint32_t {};
enum class RequestId : std::uint32_t {};
enum class MeetingId : std::uint32_t {};
enum class ProgrammeId : std::uint32_t {};
enum class ProgrammeRunId : std::uint32_t {};
enum class AllocationRunId : std::uint32_t {};

/// Which of the two sides of a meeting; the numbers are those of the protos.
enum class Side : std::uint8_t { none = 0, buyer = 1, exhibitor = 2 };

/// The integer that events and replies carry.
template <class Id>
constexpr std::uint32_t number(Id id) {
    return static_cast<std::uint32_t>(id);
}

}  // namespace hoicho::scheduling
