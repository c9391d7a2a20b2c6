// Evenings of asking and answering; see play.h.
#include "tests/bench/market/play.h"

#include <algorithm>

#include "matching/domain/market/exposure.h"
#include "tests/bench/market/oracle.h"

namespace hoicho::bench {
namespace {

class Game {
  public:
    explicit Game(const World& world) : world_{world}, met_(world.buyers.taste.size(), 0), agreed_(world.dial.buyers) {
        known_.buyer_free.assign(world.dial.buyers, world.dial.buyer_slots);
        known_.exhibitor_free.assign(world.dial.exhibitors, world.dial.exhibitor_slots);
        known_.tried.assign(met_.size(), 0);
    }

    Outcome run(const Listing& listing) {
        Outcome outcome;
        for (std::uint32_t evening = 0; evening < world_.dial.rounds; ++evening) {
            const auto of_buyers = listing(world_, known_, true);
            if (evening == 0) outcome.exposure_gini_thousandths = exposure_gini(of_buyers);
            half_evening<true>(of_buyers);
            half_evening<false>(listing(world_, known_, false));
        }
        outcome.meetings = meetings_;
        outcome.envious_thousandths = envious();
        outcome.unserved_thousandths = unserved();
        return outcome;
    }

  private:
    template <bool buyers>
    std::size_t pair(std::uint32_t reader, std::uint32_t other) const {
        return buyers ? world_.buyers.at(reader, other) : world_.buyers.at(other, reader);
    }

    /// Readers ask; then the asked answer, each the best of its requests first.
    template <bool buyers>
    void half_evening(const Lists& lists) {
        const View& readers = buyers ? world_.buyers : world_.exhibitors;
        const View& asked = buyers ? world_.exhibitors : world_.buyers;
        auto& reader_free = buyers ? known_.buyer_free : known_.exhibitor_free;
        auto& asked_free = buyers ? known_.exhibitor_free : known_.buyer_free;
        std::vector<std::vector<std::uint32_t>> requests(asked_free.size());
        for (std::uint32_t reader = 0; reader < lists.size(); ++reader)
            for (const auto other : choose<buyers>(readers, reader, lists[reader], reader_free[reader])) requests[other].push_back(reader);
        for (std::uint32_t one = 0; one < requests.size(); ++one) {
            auto& mine = requests[one];
            std::sort(mine.begin(), mine.end(), [&](auto left, auto right) { return asked.taste[asked.at(one, left)] > asked.taste[asked.at(one, right)]; });
            for (const auto reader : mine) {
                if (!asked.wants[asked.at(one, reader)]) continue;
                const auto [buyer, exhibitor] = buyers ? std::pair{reader, one} : std::pair{one, reader};
                if (world_.dial.waiting) agreed_[buyer].push_back(exhibitor);
                if (asked_free[one] == 0 || reader_free[reader] == 0) continue;
                --asked_free[one];
                --reader_free[reader];
                met_[pair<buyers>(reader, one)] = 1;
                ++meetings_;
            }
        }
        if (world_.dial.waiting) programme();
    }

    /// The programme takes as many of the pairs that both sides said yes to as slots allow; the rest goes on waiting.
    void programme() {
        const auto best = most_meetings(agreed_, std::vector<std::uint32_t>(world_.dial.buyers, world_.dial.buyer_slots),
                                        std::vector<std::uint32_t>(world_.dial.exhibitors, world_.dial.exhibitor_slots));
        known_.buyer_free = best.buyer_free;
        known_.exhibitor_free = best.exhibitor_free;
        meetings_ = best.meetings;
        for (std::uint32_t buyer = 0; buyer < agreed_.size(); ++buyer)
            for (std::size_t at = 0; at < agreed_[buyer].size(); ++at) met_[world_.buyers.at(buyer, agreed_[buyer][at])] = best.met[buyer][at];
    }

    /// Reads so far as it looks; asks the best of those that it truly wants while it has slots. Wanted ones beyond its slots stay untried.
    template <bool buyers>
    std::vector<std::uint32_t> choose(const View& view, std::uint32_t reader, const std::vector<std::uint32_t>& list, std::uint32_t free) {
        std::vector<std::uint32_t> chosen;
        if (free == 0) return chosen;
        for (std::size_t at = 0; at < std::min<std::size_t>(list.size(), world_.dial.looks(buyers)); ++at) {
            if (view.wants[view.at(reader, list[at])]) {
                chosen.push_back(list[at]);
            } else {
                known_.tried[pair<buyers>(reader, list[at])] = 1;
            }
        }
        std::sort(chosen.begin(), chosen.end(), [&](auto left, auto right) { return view.taste[view.at(reader, left)] > view.taste[view.at(reader, right)]; });
        if (chosen.size() > free) chosen.resize(free);
        for (const auto other : chosen) known_.tried[pair<buyers>(reader, other)] = 1;
        return chosen;
    }

    std::int32_t exposure_gini(const Lists& lists) const {
        std::vector<std::uint32_t> shown(world_.dial.exhibitors, 0);
        for (const auto& list : lists)
            for (std::size_t at = 0; at < std::min<std::size_t>(list.size(), world_.dial.looks(true)); ++at) ++shown[list[at]];
        return matching::market::gini_thousandths(std::move(shown));
    }

    /// The least wanted partner of a row, or -infinity when it has a free slot.
    float worst(const View& view, std::uint32_t row, bool free, bool buyer) const {
        float least = free ? -1e9F : 1e9F;
        for (std::uint32_t column = 0; column < view.columns && !free; ++column)
            if (met_[buyer ? world_.buyers.at(row, column) : world_.buyers.at(column, row)]) least = std::min(least, view.taste[view.at(row, column)]);
        return least;
    }

    std::uint32_t envious() const {
        std::vector<float> worst_of_exhibitor(world_.dial.exhibitors);
        for (std::uint32_t one = 0; one < world_.dial.exhibitors; ++one) worst_of_exhibitor[one] = worst(world_.exhibitors, one, known_.exhibitor_free[one] > 0, false);
        std::uint32_t count = 0;
        const auto partners = true_partners(world_);
        for (std::uint32_t buyer = 0; buyer < world_.dial.buyers; ++buyer) {
            const float mine = worst(world_.buyers, buyer, known_.buyer_free[buyer] > 0, true);
            count += std::any_of(partners[buyer].begin(), partners[buyer].end(), [&](std::uint32_t one) {
                const auto at = world_.buyers.at(buyer, one);
                return !met_[at] && world_.buyers.taste[at] > mine && world_.exhibitors.taste[world_.exhibitors.at(one, buyer)] > worst_of_exhibitor[one];
            });
        }
        return count * 1000 / world_.dial.buyers;
    }

    std::uint32_t unserved() const {
        const auto none = std::count(known_.exhibitor_free.begin(), known_.exhibitor_free.end(), world_.dial.exhibitor_slots);
        return static_cast<std::uint32_t>(none * 1000 / world_.dial.exhibitors);
    }

    const World& world_;
    Known known_;
    std::vector<std::uint8_t> met_;
    std::vector<std::vector<std::uint32_t>> agreed_;  ///< of each buyer: both said yes
    std::uint64_t meetings_ = 0;
};

}  // namespace

Outcome play(const World& world, const Listing& listing) { return Game{world}.run(listing); }

std::vector<std::vector<std::uint32_t>> true_partners(const World& world) {
    std::vector<std::vector<std::uint32_t>> partners(world.dial.buyers);
    for (std::uint32_t buyer = 0; buyer < world.dial.buyers; ++buyer)
        for (std::uint32_t exhibitor = 0; exhibitor < world.dial.exhibitors; ++exhibitor)
            if (world.buyers.wants[world.buyers.at(buyer, exhibitor)] && world.exhibitors.wants[world.exhibitors.at(exhibitor, buyer)])
                partners[buyer].push_back(exhibitor);
    return partners;
}

}  // namespace hoicho::bench
