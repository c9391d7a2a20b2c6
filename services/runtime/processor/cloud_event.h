// An event of a journal as integrators get it: a CloudEvent in Kafka's binary mode, with an id that stays the same
// however often it is sent.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "runtime/log/event_log.h"

namespace hoicho::runtime {

/// An event in words: its kind in CamelCase ("MeetingScheduled") and its content as JSON, sealed fields shown as
/// "‹sealed›".
struct NamedJson {
    std::string type;
    std::string json;
};
/// Given by the service: the runtime knows no event. nullopt: a kind that this build does not know.
using EventJson = std::function<std::optional<NamedJson>(std::string_view event)>;

/// Which event of which Entry.
struct EventPlace {
    Service service = Service::SERVICE_UNSPECIFIED;
    std::uint32_t partition = 0;
    std::uint64_t n = 0;      ///< the Entry
    std::uint32_t i = 0;      ///< the event in it, from 0
    std::uint64_t at_ms = 0;  ///< the decision's time, milliseconds since 1970-01-01T00:00Z
};

Message cloud_event(const EventPlace& place, std::string_view organiser, NamedJson event);

/// "2026-12-03T02:00:00.000Z"
std::string rfc3339_utc(std::uint64_t at_ms);
/// "meeting_scheduled" -> "MeetingScheduled"
std::string camel_case(std::string_view snake_case);
/// The value of a header; nullptr: there is none.
const std::string* header_of(const Message& message, std::string_view name);

}  // namespace hoicho::runtime
