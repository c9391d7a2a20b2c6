/// Says why a wish is not held, in a form that a machine can check against the instance and the programme.
#pragma once

#include <cstdint>
#include <vector>

#include "scheduling/domain/programme/instance.h"
#include "scheduling/domain/programme/programme.h"
#include "scheduling/domain/programme/state.h"

namespace hoicho::scheduling::programme {

enum class Finding : std::uint8_t {
    held,        ///< It is held.
    impossible,  ///< No programme could hold it; `cause` says why.
    at_maximum,  ///< `participant` has all the meetings it wished for, `in_the_way`.
    blocked,     ///< In every slot that both share something is in the way: `slots`.
    could_fit,   ///< It could be added at `spot` and nothing else need change.
};

enum class Cause : std::uint8_t {
    possible,  ///< Nothing speaks against it but other meetings.
    withdrawn,
    no_meetings_wished,
    no_common_slot,
    no_place,
    no_step_free_place,
    always_closed,
    past
};

/// What stands against one slot. At least one member says something.
struct Obstacle {
    int slot = -1;
    std::vector<int> of_a{};  ///< Meetings of a, who has no delegate left.
    std::vector<int> of_b{};
    std::vector<int> at_places{};  ///< Meetings at the places where it could be held: the hall is full.
    std::vector<int> order{};      ///< Meetings that would lie on the wrong side of it.
    bool rushed = false;           ///< At every place left, somebody who must not rush would have to.
    bool gap_spread = false;       ///< It would leave somebody with too many gaps, or too few, compared to others.
};

struct Explanation {
    Finding finding = Finding::blocked;
    Cause cause = Cause::possible;
    int participant = -1;
    std::vector<int> in_the_way{};
    std::vector<Obstacle> slots{};
    Entry spot{};
};

/// Answers for one programme; cheap to ask again. Neither the instance nor the explanations refer to each other after
/// construction.
class Explainer {
  public:
    /// @param instance   one that validate() found nothing wrong with; outlives the explainer
    /// @param programme  one that check() found valid; entries that break a rule are looked at as if they were not held
    Explainer(const Instance& instance, const Programme& programme, const Programme* previous = nullptr);

    /// @param meeting  0 .. meetings - 1
    Explanation explain(int meeting) const;

  private:
    Cause cause_of(int meeting) const;
    bool place_opens(int meeting, bool step_free_counts) const;
    Obstacle look_at(int meeting, int slot, Entry& spot) const;
    void look_at_places(int meeting, int slot, Obstacle& obstacle, Entry& spot) const;
    bool keeps_spread(int meeting, int slot, int place) const;

    const Instance& instance_;
    Reduced reduced_;
    State state_;
};

}  // namespace hoicho::scheduling::programme
