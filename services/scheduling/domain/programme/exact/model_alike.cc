/// Meetings that could change slots without anybody noticing: one order of them is enough.
#include <algorithm>
#include <map>
#include <tuple>

#include "scheduling/domain/programme/exact/model.h"

namespace hoicho::scheduling::programme::exact {
namespace {

/// All that the clauses know of a meeting between a host and a guest who has no other.
auto likeness(const Reduced& r, int host, int guest, int meeting) {
    const Wish& wish = r.wishes[static_cast<std::size_t>(meeting)];
    const Person& person = r.persons[static_cast<std::size_t>(guest)];
    const auto days = static_cast<std::size_t>(r.days);
    const auto first = r.allowed.begin() + static_cast<std::ptrdiff_t>(static_cast<std::size_t>(meeting) * days);
    return std::tuple{host,
                      wish.must,
                      wish.gain,
                      wish.value > 0,
                      wish.places,
                      person.meetings_max > 0,
                      person.may_be_left_out,
                      person.count_gaps,
                      std::vector<std::uint64_t>(first, first + r.days)};
}

}  // namespace

/// Guests of one host who have no other meeting and are alike come in the order of their numbers: any programme
/// becomes such a one if they change slots, and keeps who else is busy when, rooms and gaps.
void Model::order_alike() {
    std::map<decltype(likeness(r_, 0, 0, 0)), std::vector<int>> alike;
    for (int guest = 0; guest < r_.participants; ++guest) {
        if (r_.requests[guest].size() != 1) continue;
        const int m = r_.requests[guest].front();
        const Wish& wish = r_.wishes[index(m)];
        if (!wish.ordered) alike[likeness(r_, wish.a == guest ? wish.b : wish.a, guest, m)].push_back(m);
    }
    for (const auto& [key, meetings] : alike) {
        const int apart = r_.persons[index(std::get<0>(key))].seats_per_slot == 1 ? 1 : 0;
        for (std::size_t i = 1; i < meetings.size(); ++i)
            for (int t = 0; t < r_.slots; ++t)
                sat_.add({-upto_[cell(meetings[i], t)],
                          t >= apart ? upto_[cell(meetings[i - 1], t - apart)] : -sat_.truth()});
    }
}

}  // namespace hoicho::scheduling::programme::exact
