// How effects ask: a command to a service through the same log as everybody's.
#pragma once

#include <functional>

#include "kernel/command_ids.h"
#include "kernel/result.h"
#include "runtime/effects/effect.h"
#include "runtime/log/event_log.h"

namespace hoicho::runtime {

/// The actor that stands in Entries whose command came from an effect.
inline constexpr std::string_view effect_actor = "effect";

/// XXH3-128 of both: the same work always asks under the same id, and two organisers' works never under one, though their partition and the
/// number of the work may be the same.
CommandId effect_command_id(std::string_view organiser, std::string_view name);

/// `wall_ms`: milliseconds since 1970-01-01T00:00Z. `failed` is told of commands that did not reach the log, on any
/// thread; the effect that sent one takes it up again when it is next recovered. `log` outlives every copy.
SendCommand send_command(EventLog& log, Service service, std::function<std::uint64_t()> wall_ms,
                         std::function<void(const Failure&)> failed = {});

}  // namespace hoicho::runtime
