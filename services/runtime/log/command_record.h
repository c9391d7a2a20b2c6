// A command as a record: the payload is the value, everything else stands in headers that any Kafka tool can show.
//
//   key      organiser
//   value    serialized Command of the service
//   headers  id (32 hex digits) · hash (16 hex digits) · actor · accepted_at_ms (decimal) · after ("scheduling=12,registration=40"; may be absent)
//            type ("hoicho.scheduling.v1.Command")
#pragma once

#include <optional>

#include "kernel/ledger.h"
#include "runtime/log/event_log.h"

namespace hoicho::runtime {

struct Command {
    std::string organiser;
    CommandId id{};
    std::uint64_t hash = 0;
    std::string actor;
    std::uint64_t accepted_at_ms = 0;
    std::vector<std::pair<Service, std::uint64_t>> after;  ///< positions the caller has seen and builds on
    std::string payload;
};

Message to_message(Service service, Command command);
/// nullopt: not a command of ours (a record that somebody wrote by hand); the processor answers it with Refused{malformed}.
std::optional<Command> command_of(const Message& message);
/// XXH3-64 of the payload.
std::uint64_t payload_hash(std::string_view payload);

}  // namespace hoicho::runtime
