// The event by which a meeting comes into being: booked by the organiser or agreed by both sides.
#pragma once

#include "hoicho/scheduling/v1/events.pb.h"
#include "scheduling/domain/books.h"

namespace hoicho::scheduling {

/// @param request  0: nobody asked for it
v1::Event meeting_scheduled(std::uint32_t id, const Wanted& wanted, RequestId request);

}  // namespace hoicho::scheduling
