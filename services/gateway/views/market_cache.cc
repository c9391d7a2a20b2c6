// Counts changes and compares; see market_cache.h.
#include "gateway/views/market_cache.h"

#include <algorithm>

namespace hoicho::gateway {

void MarketCache::changed(Service service, std::string_view organiser) {
    auto at = changes_.find(organiser);
    if (at == changes_.end()) at = changes_.emplace(std::string{organiser}, Changes{}).first;
    ++at->second.all;
    at->second.registration += service == SERVICE_REGISTRATION;
}

MarketCache::Kept& MarketCache::kept(const std::string& organiser, std::uint32_t fair) {
    const auto at = std::find_if(kept_.begin(), kept_.end(), [&](const Kept& one) { return one.fair == fair && one.organiser == organiser; });
    if (at == kept_.end()) {
        kept_.push_front({organiser, fair, 0, 0, 0, {}, nullptr});
        if (kept_.size() > fairs_kept_max) kept_.pop_back();
    } else {
        kept_.splice(kept_.begin(), kept_, at);
    }
    return kept_.front();
}

const matching::FairMarket& MarketCache::of(const std::string& organiser, const matching::State& state, std::uint32_t fair) {
    auto& one = kept(organiser, fair);
    const auto now = changes_[organiser];
    const auto* print = state.names_print.find({});
    const auto names_now = print ? print->print : 0;
    if (one.market && one.all_at == now.all) return *one.market;
    if (!one.market || one.register_at != now.registration || one.names_at != names_now) {
        one.candidates = matching::candidates_of(state, fair);
        ++rankings_made_;
    }
    one.market = std::make_unique<matching::FairMarket>(matching::market_of(state, fair, one.candidates));
    ++markets_made_;
    one.register_at = now.registration;
    one.names_at = names_now;
    one.all_at = now.all;
    return *one.market;
}

}  // namespace hoicho::gateway
