/// Seats meetings in bins of several seats by augmenting paths, and finds those that compete for too few.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace hoicho::scheduling::programme {

class SeatMatching {
  public:
    explicit SeatMatching(std::vector<int> seats) : seats_{std::move(seats)}, sits_in_(seats_.size()) {}

    struct Crowd {
        std::vector<int> members;  ///< Numbers that seat() was called with, ordered.
        std::vector<int> bins;     ///< All bins they could use, ordered; every seat of them is wanted.
    };

    /// Seats one more, moving the others where needed.
    /// @param bins  where it may sit
    /// @return      none if it found a seat, else those who compete for too few, this one among them
    std::optional<Crowd> seat(int member, std::vector<int> bins);

    /// Bins looked at so far: what it has cost.
    std::int64_t work() const { return work_; }

  private:
    struct Guest {
        int member = 0;
        std::vector<int> bins;
        int bin = -1;
    };

    bool has_room(int bin) const {
        return static_cast<int>(sits_in_[static_cast<std::size_t>(bin)].size()) < seats_[static_cast<std::size_t>(bin)];
    }
    void move(int guest, int bin);

    std::vector<int> seats_;
    std::vector<std::vector<int>> sits_in_;  ///< bin -> guests
    std::vector<Guest> guests_;
    std::int64_t work_ = 0;
};

}  // namespace hoicho::scheduling::programme
