// Errors as RFC 9457 problem+json, in English and Vietnamese.
#pragma once
#include <string_view>
#include <utility>
#include <vector>

#include "runtime/http/message.h"

namespace hoicho::runtime::http {

/// Further members of a problem, each with a text value, e.g. {"reason", "REASON_SLOT_PASSED"}.
using ProblemMembers = std::vector<std::pair<std::string_view, std::string_view>>;

/// An answer of that status whose `type` is "/problems/<slug>". Texts are escaped here.
Response problem(int status, std::string_view type_slug, std::string_view title_en, std::string_view detail_en,
                 std::string_view title_vi, std::string_view detail_vi, const ProblemMembers& extra = {});

}  // namespace hoicho::runtime::http
