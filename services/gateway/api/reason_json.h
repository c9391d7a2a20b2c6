// Why a wish is not held, and the exchange that would hold it, in the API's words. Needs ids, no state.
#pragma once

#include <boost/json/object.hpp>

#include "gateway/json/public_ids.h"
#include "scheduling/domain/proposal/wish_reasons.h"

namespace hoicho::gateway {

/// {"finding", "vi", "en"} and what the finding stands on: the cause, the spot, the meetings in the way, each slot that both share.
boost::json::object reason_object(const PublicIds& ids, std::string_view organiser, const scheduling::WishReasons& reasons,
                                  const scheduling::WishReason& reason);

/// {"found", "vi", "en"} and, if found, the moves and the change of the score.
boost::json::object price_object(const PublicIds& ids, std::string_view organiser, const scheduling::WishReasons& reasons,
                                 const scheduling::WishReason& reason);

}  // namespace hoicho::gateway
