// Who has met whom at earlier fairs, so that the same people are not matched again unless both want it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace hoicho::matching::market {

/// A meeting that took place; one that was only planned, or that one side missed, is none.
struct Held {
    std::uint32_t fair = 0;
    std::uint32_t buyer = 0;
    std::uint32_t exhibitor = 0;

    friend auto operator<=>(const Held&, const Held&) = default;
};

/// Remembers each pair once a fair, in any order of telling; answers by the pair in O(log n).
class MetBefore {
  public:
    MetBefore() = default;
    explicit MetBefore(std::vector<Held> held);

    /// Whether the two met at a fair other than `fair`: a second meeting at the same fair is the scheduler's rule, not ours.
    bool before(std::uint32_t fair, std::uint32_t buyer, std::uint32_t exhibitor) const;
    std::size_t size() const { return held_.size(); }

  private:
    std::vector<Held> held_;  ///< by buyer, exhibitor, fair; distinct
};

}  // namespace hoicho::matching::market
