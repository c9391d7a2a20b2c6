/// The instance as clauses: which meeting in which slot, who is busy when, and what each loss of score is called.
#pragma once

#include <span>
#include <vector>

#include "scheduling/domain/programme/exact/rooms.h"
#include "scheduling/domain/programme/exact/sat.h"
#include "scheduling/domain/programme/gap_bound.h"
#include "scheduling/domain/programme/reduce.h"

namespace hoicho::scheduling::programme::exact {

/// Something that costs score while it is true.
struct Loss {
    Literal literal = 0;
    std::int64_t weight = 0;  ///< Above 0.
};

class Model {
  public:
    /// @param sat, reduced, bound  outlive the model
    /// @param rooms                rooms_of(reduced); nobody is rushed and nothing was held before
    Model(Sat& sat, const Reduced& reduced, const std::vector<Room>& rooms, const GapBound& bound);

    const std::vector<Loss>& losses() const { return losses_; }
    /// Score of a programme with no loss at all.
    std::int64_t score_max() const { return score_max_; }
    Literal at(int meeting, int slot) const { return at_[cell(meeting, slot)]; }

  private:
    static std::size_t index(int number) { return static_cast<std::size_t>(number); }
    std::size_t cell(int row, int slot) const { return index(row) * index(r_.slots) + index(slot); }
    bool must(int meeting) const { return r_.wishes[index(meeting)].must; }
    Literal held(int meeting) const { return upto_[cell(meeting, r_.slots - 1)]; }

    void hold_meetings();
    void keep_order();
    void order_alike();
    void seat_person(int person);
    void fill(const Room& room);

    /// slot -> [j]: j or more busy slots up to and with it
    using Progress = std::vector<std::vector<Literal>>;
    Progress progress(std::span<const Literal> busy, int total);
    void hold_between(int person, const Progress& done);
    void hold_in_order(int person, const Progress& done);
    void go_on(int person, const Progress& done, Literal some_gap);

    void price_meetings();
    void price_left_out();
    void price_idleness(int person);
    void price_day(int person, int day, const Progress& done, std::vector<Literal>& gaps);
    void price_gaps(int person, const std::vector<Literal>& gaps);
    void keep_spread();
    Literal all_of(std::initializer_list<Literal> literals);
    void lose(Literal literal, std::int64_t weight);

    Sat& sat_;
    const Reduced& r_;
    const GapBound& bound_;
    std::vector<Literal> at_;                    ///< meeting x slot
    std::vector<Literal> upto_;                  ///< meeting x slot: held in this slot or an earlier one
    std::vector<Literal> busy_;                  ///< participant x slot
    std::vector<std::vector<Literal>> gaps_of_;  ///< participant -> [j - 1]: it has j gaps or more
    std::vector<Loss> losses_;
    std::int64_t score_max_ = 0;
};

}  // namespace hoicho::scheduling::programme::exact
