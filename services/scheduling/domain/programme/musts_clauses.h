/// Meetings that are to be held together, as clauses: one switch for each, so that any part of them can be asked about.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "scheduling/domain/programme/exact/sat.h"
#include "scheduling/domain/programme/reduce.h"

namespace hoicho::scheduling::programme {

class MustsClauses {
  public:
    /// @param meetings  possible ones that do not lie in the past
    MustsClauses(const Reduced& reduced, const std::vector<int>& meetings);

    /// Is the question small enough to be asked? If not, the clauses are not complete.
    bool complete() const { return complete_; }

    struct Reply {
        exact::Answer answer = exact::Answer::unknown;
        std::vector<int> core{};  ///< After no: meetings that cannot all be held, ordered.
    };
    Reply ask(const std::vector<int>& meetings, std::int64_t conflicts_max);

  private:
    void choose_slots(int meeting);
    void seat_people();
    void seat_places(const std::vector<int>& meetings);
    void keep_order(const std::vector<int>& meetings);
    void forbid_both(int later, int earlier);
    void limit(const std::vector<exact::Literal>& held, int most);

    const Reduced& r_;
    exact::Sat sat_;
    bool complete_ = true;
    std::int64_t counted_ = 0;
    std::map<int, exact::Literal> switch_;                           ///< meeting -> "is held"
    std::map<int, std::map<int, exact::Literal>> lies_in_;           ///< meeting -> slot -> literal
    std::map<std::pair<int, int>, std::vector<exact::Literal>> at_;  ///< (participant, slot)
};

}  // namespace hoicho::scheduling::programme
