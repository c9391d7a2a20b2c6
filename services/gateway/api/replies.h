// Outcomes and refusals as HTTP answers: one place for statuses, problem types and the two languages.
#pragma once

#include <string>
#include <string_view>

#include "gateway/json/message_reader.h"
#include "gateway/json/public_ids.h"
#include "gateway/views/folds.h"
#include "runtime/http/message.h"

namespace hoicho::gateway {

/// 200 or 201 with what was created and the position, or the refusal as a problem.
runtime::http::Response reply(const PublicIds& ids, std::string_view organiser, const Answered& answered);
/// problem+json with the reason's status and sentences (proto/hoicho/common/v1/refusal.proto).
runtime::http::Response refused(const PublicIds& ids, std::string_view organiser, const Refusal& refusal);
/// {"reason", "vi", "en", "subject", "value", "accepted"} for lists of refusals inside other answers.
boost::json::object refusal_object(const PublicIds& ids, std::string_view organiser, const Refusal& refusal);

/// 400 for a body that is no command, with the member, what was found and what is accepted.
runtime::http::Response bad_body(const BadInput& bad);
/// 404 for a thing in the path that is not there or not this organiser's: both look the same.
runtime::http::Response not_found(std::string_view thing);
/// 503 with Retry-After.
runtime::http::Response try_again(std::string_view why_en, std::string_view why_vi, int after_seconds = 1);

}  // namespace hoicho::gateway
