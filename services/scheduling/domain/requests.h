// What AcceptRequest and DeclineRequest share: is it still open, and is it the asked side that answers.
#pragma once

#include "hoicho/scheduling/v1/commands.pb.h"
#include "scheduling/domain/rules.h"

namespace hoicho::scheduling {

/// A request without a time of its own ends after a day, at the latest when its slot begins.
inline constexpr std::uint64_t request_default_ms = 24ULL * 3'600'000;

/// nullopt: `from` may answer it now.
Refused answer_refused(const State& state, RequestId id, v1::Side from, std::uint64_t now_ms);

const char* name_of(RequestStatus status);

/// The request ends as `status`.
void end_request(State& state, RequestId id, RequestStatus status);

}  // namespace hoicho::scheduling
