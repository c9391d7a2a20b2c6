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

/// Every wish of the fair that has neither a live nor a drafted meeting; the most wished first.
std::vector<MissedWish> missed_wishes(const State& state, const PlannedDraft& draft, FairId fair, std::uint64_t now_ms);

}  // namespace hoicho::scheduling
