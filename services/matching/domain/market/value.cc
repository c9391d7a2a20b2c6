// Chances multiply, a never ends it; see value.h.
#include "matching/domain/market/value.h"

#include <algorithm>

#include "matching/domain/market/graph.h"
#include "matching/domain/market/relaxed.h"

namespace hoicho::matching::market {
namespace {

bool asked_for(Wish wish) { return wish == Wish::want || wish == Wish::must; }

}  // namespace

std::int32_t chance_of(std::int32_t score_thousandths, std::int32_t even_at, std::int32_t spread) {
    static const Relaxed curve{softness_max_thousandths};
    const auto gain = (std::int64_t{score_thousandths} - even_at) * softness_max_thousandths / std::max(1, spread);
    const auto inside = std::clamp<std::int64_t>(gain, -value_max_thousandths, value_max_thousandths);
    return static_cast<std::int32_t>(std::int64_t{curve.chance(static_cast<std::int32_t>(inside))} * unsaid_max_thousandths / one_meeting);
}

std::int32_t desire(Wish wish, std::int32_t chance_thousandths) {
    const auto unsaid = std::clamp(chance_thousandths, 0, unsaid_max_thousandths);
    switch (wish) {
        case Wish::none: return unsaid;
        case Wish::want: return wanted_thousandths + unsaid * (certain_thousandths - wanted_thousandths) / certain_thousandths;
        case Wish::must: return certain_thousandths;
        case Wish::never: return 0;
    }
    return 0;
}

bool is_mutual(const Wishes& wishes) { return asked_for(wishes.buyer) && asked_for(wishes.exhibitor); }

bool may_be_suggested(const Wishes& wishes) {
    if (wishes.buyer == Wish::never || wishes.exhibitor == Wish::never) return false;
    return !wishes.met_before || is_mutual(wishes);
}

std::optional<std::int32_t> mutual_value(const Wishes& wishes, std::int32_t buyer_chance_thousandths, std::int32_t exhibitor_chance_thousandths) {
    if (!may_be_suggested(wishes)) return std::nullopt;
    const auto buyer = desire(wishes.buyer, buyer_chance_thousandths);
    const auto exhibitor = desire(wishes.exhibitor, exhibitor_chance_thousandths);
    if (buyer == 0 || exhibitor == 0) return std::nullopt;
    return std::max(1, buyer * exhibitor / certain_thousandths);
}

}  // namespace hoicho::matching::market
