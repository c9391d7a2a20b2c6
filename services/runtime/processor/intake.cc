// Names that could not stand in keys or Entries are not admitted; see intake.h.
#include "runtime/processor/intake.h"

#include "kernel/vietnamese.h"

namespace hoicho::runtime {
namespace {

/// It becomes part of row keys (ended by a zero byte) and may be put into messages, whose strings are UTF-8.
bool is_organiser(std::string_view name) {
    return !name.empty() && name.size() <= organiser_bytes_max && name.find('\0') == std::string_view::npos &&
           is_utf8(name);
}

}  // namespace

std::optional<Command> admissible_command(const Message& message) {
    auto command = command_of(message);
    if (!command || !is_organiser(command->organiser)) return std::nullopt;
    if (command->actor.size() > Ledger::actor_bytes_max || !is_utf8(command->actor)) return std::nullopt;
    return command;
}

CommandIn command_in(const Record& record, const Command& command) {
    return {.offset = record.offset,
            .organiser = command.organiser,
            .id = command.id,
            .hash = command.hash,
            .actor = command.actor,
            .accepted_at_ms = command.accepted_at_ms,
            .payload = command.payload};
}

CommandIn malformed_in(const Record& record) {
    return {.offset = record.offset, .organiser = record.message.key, .actor = {}, .payload = {}};
}

Refusal malformed_refusal() { return refuse(REASON_MALFORMED, "record"); }

}  // namespace hoicho::runtime
