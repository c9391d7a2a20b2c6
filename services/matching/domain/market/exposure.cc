// Sums by group, medians and a proportion; see exposure.h.
#include "matching/domain/market/exposure.h"

#include <algorithm>
#include <map>

namespace hoicho::matching::market {
namespace {

struct Sums {
    std::uint32_t participants = 0, never_shown = 0;
    std::int64_t shown = 0, wished = 0, served = 0;
};

std::int64_t share_thousandths(std::int64_t part, std::int64_t whole) { return whole == 0 ? 1000 : std::min(part, whole) * 1000 / whole; }

std::vector<GroupShare> by(std::span<const Account> accounts, std::string Account::* name) {
    std::map<std::string, Sums> groups;
    for (const auto& account : accounts) {
        auto& sums = groups[account.*name];
        ++sums.participants;
        sums.never_shown += account.shown == 0;
        sums.shown += account.shown;
        sums.wished += account.wished;
        sums.served += account.served;
    }
    std::vector<GroupShare> out;
    for (const auto& [group, sums] : groups)
        out.push_back({group, sums.participants, sums.shown * 1000 / sums.participants, share_thousandths(sums.served, sums.wished), sums.never_shown});
    return out;
}

/// The lower of two middles. `amounts` is not empty.
template <class T>
T median(std::vector<T> amounts) {
    const auto middle = amounts.begin() + static_cast<std::ptrdiff_t>((amounts.size() - 1) / 2);
    std::nth_element(amounts.begin(), middle, amounts.end());
    return *middle;
}

std::int32_t served_thousandths(const Account& account) { return static_cast<std::int32_t>(share_thousandths(account.served, account.wished)); }

}  // namespace

std::vector<GroupShare> by_kind(std::span<const Account> accounts) { return by(accounts, &Account::kind); }
std::vector<GroupShare> by_province(std::span<const Account> accounts) { return by(accounts, &Account::province); }

Standing standing(std::span<const Account> accounts, std::size_t place) {
    const auto& own = accounts[place];
    std::vector<std::int32_t> of_kind;
    for (const auto& account : accounts)
        if (account.kind == own.kind) of_kind.push_back(served_thousandths(account));
    return {own.served, own.wished, served_thousandths(own), median(std::move(of_kind))};
}

std::vector<std::int32_t> lifts(std::span<const Account> accounts, std::int32_t strength_thousandths) {
    std::vector<std::int32_t> out(accounts.size(), 0);
    if (accounts.empty()) return out;
    std::int64_t sum = 0;
    for (const auto& account : accounts) sum += account.shown;
    const auto count = static_cast<std::int64_t>(accounts.size());
    const std::int64_t strength = std::clamp(strength_thousandths, 0, strength_max_thousandths);
    for (std::size_t place = 0; place < accounts.size(); ++place) {
        const auto missing = sum - count * accounts[place].shown;  // of the fair share, times count
        if (missing > 0) out[place] = static_cast<std::int32_t>(lift_max_thousandths * strength * missing / (sum * strength_max_thousandths));
    }
    return out;
}

std::int64_t LiftCost::loss_basis_points() const {
    if (relevance_without <= 0 || relevance_with >= relevance_without) return 0;
    return (relevance_without - relevance_with) * 10'000 / relevance_without;
}

std::int32_t gini_thousandths(std::vector<std::uint32_t> amounts) {
    std::sort(amounts.begin(), amounts.end());
    std::int64_t sum = 0, weighted = 0;
    const auto count = static_cast<std::int64_t>(amounts.size());
    for (std::int64_t at = 0; at < count; ++at) {
        sum += amounts[static_cast<std::size_t>(at)];
        weighted += (2 * at + 1 - count) * amounts[static_cast<std::size_t>(at)];
    }
    return sum == 0 ? 0 : static_cast<std::int32_t>(weighted * 1000 / (count * sum));
}

}  // namespace hoicho::matching::market
