/// Seats meetings in bins of several seats by augmenting paths, and finds those that compete for too few.
#include "scheduling/domain/programme/hall_set_matching.h"

#include <algorithm>

namespace hoicho::scheduling::programme {
namespace {

std::size_t at(int number) { return static_cast<std::size_t>(number); }

}  // namespace

std::optional<SeatMatching::Crowd> SeatMatching::seat(int member, std::vector<int> bins) {
    const int newcomer = static_cast<int>(guests_.size());
    guests_.push_back({.member = member, .bins = std::move(bins)});
    std::vector<int> reached_by(seats_.size(), -1);  // bin -> the guest who would move there
    std::vector<int> asked{newcomer};                // guests who look for a bin, in the order of the search
    std::vector<int> reached;
    for (std::size_t next = 0; next < asked.size(); ++next) {
        for (const int bin : guests_[at(asked[next])].bins) {
            ++work_;
            if (reached_by[at(bin)] != -1) continue;
            reached_by[at(bin)] = asked[next];
            reached.push_back(bin);
            if (!has_room(bin)) {
                asked.insert(asked.end(), sits_in_[at(bin)].begin(), sits_in_[at(bin)].end());
                continue;
            }
            for (int to = bin, guest = asked[next];; guest = reached_by[at(to)]) {  // everybody on the path moves up
                const int left = guests_[at(guest)].bin;
                move(guest, to);
                if (guest == newcomer) return std::nullopt;
                to = left;
            }
        }
    }
    Crowd crowd;
    for (const int guest : asked) crowd.members.push_back(guests_[at(guest)].member);
    guests_.pop_back();
    std::sort(crowd.members.begin(), crowd.members.end());
    std::sort(reached.begin(), reached.end());
    crowd.bins = std::move(reached);
    return crowd;
}

void SeatMatching::move(int guest, int bin) {
    int& now = guests_[at(guest)].bin;
    if (now != -1) std::erase(sits_in_[at(now)], guest);
    now = bin;
    sits_in_[at(bin)].push_back(guest);
}

}  // namespace hoicho::scheduling::programme
