// Which records are commands: the same rule for the processor and for whoever checks its journal.
#pragma once

#include <optional>

#include "runtime/log/command_record.h"

namespace hoicho::runtime {

/// Longest organiser name; it stands in every row's key.
inline constexpr std::size_t organiser_bytes_max = 128;

/// nullopt: somebody wrote this record by hand. It is answered with Refused{malformed}, so that it never holds up the
/// ones behind it.
std::optional<Command> admissible_command(const Message& message);

/// The command as the ledger takes it; a view into `command` and `record`.
CommandIn command_in(const Record& record, const Command& command);
/// A record that is no command: who wrote it and when is unknown.
CommandIn malformed_in(const Record& record);
Refusal malformed_refusal();

}  // namespace hoicho::runtime
