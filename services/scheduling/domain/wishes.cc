// Gathers wishes in an order that does not depend on hash tables.
#include "scheduling/domain/wishes.h"

#include <algorithm>
#include <tuple>

namespace hoicho::scheduling {

namespace {

std::int64_t value_of(Level level) { return level == Level::must ? value_must : level == Level::want ? value_want : 0; }

bool wants_meetings(const State& state, FairId fair, const Party& who) {
    const auto* part = state.participations.find({fair, who.side, who.id});
    return part && part->wants_meetings;
}

}  // namespace

std::int64_t value_of(const Interest& interest) {
    if (interest.buyer == Level::never || interest.exhibitor == Level::never) return 0;
    const std::int64_t of_buyer = value_of(interest.buyer);
    const std::int64_t of_exhibitor = value_of(interest.exhibitor);
    return of_buyer + of_exhibitor + (of_buyer > 0 && of_exhibitor > 0 ? value_mutual : 0);
}

std::vector<Wish> wishes_of(const State& state, FairId fair) {
    std::vector<Wish> wishes;
    state.interests.for_each([&](const Pair& pair, const Interest& interest) {
        if (pair.fair != fair || value_of(interest) == 0) return;
        if (!wants_meetings(state, fair, party(pair.buyer)) || !wants_meetings(state, fair, party(pair.exhibitor))) return;
        wishes.push_back({pair.buyer, pair.exhibitor, value_of(interest), interest});
    });
    std::sort(wishes.begin(), wishes.end(), [](const Wish& a, const Wish& b) {
        return std::tie(a.buyer, a.exhibitor) < std::tie(b.buyer, b.exhibitor);
    });
    return wishes;
}

}  // namespace hoicho::scheduling
