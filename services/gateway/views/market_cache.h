// Markets of fairs as they were last worked out: made again when something they follow from has changed, and only the part that did.
#pragma once

#include <cstdint>
#include <list>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/ledger.h"
#include "matching/domain/fair_market.h"

namespace hoicho::gateway {

/// One owner thread.
class MarketCache {
  public:
    static constexpr std::size_t fairs_kept_max = 8;  ///< the one that was asked for longest ago goes first

    /// Tells that events of this organiser were folded.
    void changed(Service service, std::string_view organiser);
    /// The market as it follows from `state`, which has folded everything that was told. Equal states give equal markets, kept or made anew.
    const matching::FairMarket& of(const std::string& organiser, const matching::State& state, std::uint32_t fair);

    std::uint64_t rankings_made() const { return rankings_made_; }
    std::uint64_t markets_made() const { return markets_made_; }

  private:
    struct Changes {
        std::uint64_t registration = 0, all = 0;
    };
    struct Kept {
        std::string organiser;
        std::uint32_t fair = 0;
        std::uint64_t register_at = 0, names_at = 0, all_at = 0;
        std::vector<matching::DemandCandidates> candidates;
        std::unique_ptr<matching::FairMarket> market;
    };
    Kept& kept(const std::string& organiser, std::uint32_t fair);

    std::map<std::string, Changes, std::less<>> changes_;
    std::list<Kept> kept_;  ///< the one that was asked for last stands first
    std::uint64_t rankings_made_ = 0, markets_made_ = 0;
};

}  // namespace hoicho::gateway
