// Why a wish got no meeting in a draft: the first reason that a machine can check.
#pragma once

#include <vector>

#include "scheduling/domain/draft.h"

namespace hoicho::scheduling {

struct MissedWish {
    BuyerId buyer{};
    ExhibitorId exhibitor{};
    Refusal why;
};

struct MissedWishes {
    std::vector<MissedWish> told;  ///< the most wished first
    std::uint32_t more = 0;        ///< wishes whose reason nobody looked for
};

/// Every wish of the fair that has neither a live nor a drafted meeting: first what `draft` could not take, with why, then the others.
/// @param reasons_max  of all together
MissedWishes missed_wishes(const State& state, const PlannedDraft& draft, FairId fair, std::uint64_t now_ms, std::size_t reasons_max);

}  // namespace hoicho::scheduling
