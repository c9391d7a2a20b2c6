/// An allocation under search: who stands where, the score kept up to date, and a log that takes changes back.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "scheduling/domain/floor/layout.h"

namespace hoicho::scheduling::floor {

/// Owned by one search on one thread.
class Plan {
  public:
    explicit Plan(const Layout& layout);

    /// @param first  a stand that suits the exhibitor and is free
    void place(int exhibitor, int first);
    void leave(int exhibitor);
    std::size_t mark() const { return log_.size(); }
    void undo_to(std::size_t mark);
    void forget() { log_.clear(); }

    std::int64_t score() const { return score_; }
    /// Change of score if the exhibitor were placed there.
    std::int64_t gain_of_placing(int exhibitor, int first) const;
    bool is_free(int exhibitor, int first) const;

    const Layout& layout() const { return *layout_; }
    bool placed(int exhibitor) const { return first_[index(exhibitor)] != none; }
    int first_of(int exhibitor) const { return first_[index(exhibitor)]; }
    int at(int booth) const { return at_[index(booth)]; }
    int units_of(int exhibitor) const { return layout_->floor->exhibitors[index(exhibitor)].units; }
    const std::vector<int>& firsts() const { return first_; }

  private:
    struct Change {
        int exhibitor;
        int first;
        bool placed;
    };

    static std::size_t index(int number) { return static_cast<std::size_t>(number); }
    void put(int exhibitor, int first);
    void take(int exhibitor);

    const Layout* layout_;
    std::int64_t score_ = 0;
    std::vector<int> at_;     ///< booth -> exhibitor or none
    std::vector<int> first_;  ///< exhibitor -> first booth of its stand or none
    std::vector<Change> log_;
};

/// @param firsts  exhibitor -> first booth of its stand, or none
/// @return        ordered by exhibitor
Allocation allocation_of(const Floor& floor, const std::vector<int>& firsts);

}  // namespace hoicho::scheduling::floor
