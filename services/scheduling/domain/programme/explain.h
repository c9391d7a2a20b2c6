/// Says why a wish is not held, in a form that a machine can check against the instance and the programme, and what
/// holding it would cost.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "scheduling/domain/programme/instance.h"
#include "scheduling/domain/programme/price.h"
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

/// A held meeting that stands in the way, and its value.
struct Blocker {
    int meeting = -1;
    std::int64_t value = 0;

    friend bool operator==(const Blocker&, const Blocker&) = default;
};

/// What stands against one slot. At least one member says something. Lists are ordered by meeting.
struct SlotObstacle {
    int slot = -1;
    std::vector<Blocker> of_a{};  ///< Meetings of a, who has no delegate left.
    std::vector<Blocker> of_b{};
    std::vector<Blocker> at_places{};  ///< Meetings at the places where it could be held: the hall is full.
    std::vector<Blocker> order{};      ///< Meetings that would lie on the wrong side of it.
    bool closed = false;               ///< No place where it could be held is open, though the slot suits both.
    bool rushed = false;               ///< At every place left, somebody who must not rush would have to.
    bool gap_spread = false;           ///< It would leave somebody with too many gaps, or too few, compared to others.
};

struct Explanation {
    Finding finding = Finding::blocked;
    Cause cause = Cause::possible;
    int meeting = -1;
    int participant = -1;
    std::vector<Blocker> in_the_way{};
    std::vector<SlotObstacle> slots{};  ///< In the order of time, every slot that both share.
    Entry spot{};                       ///< If held or could_fit; then the slot and place that cost least.
};

/// Answers for one programme; cheap to ask again. Owned by one caller on one thread: a question tries changes and takes
/// them back, so the answers do not depend on what was asked before.
class Explainer {
  public:
    /// @param instance   one that validate() found nothing wrong with; outlives the explainer
    /// @param programme  one that check() found valid; entries that break a rule are looked at as if they were not held
    /// @param previous   the programme in force before: changes to it are priced, and its past is fixed; may be null
    Explainer(const Instance& instance, const Programme& programme, const Programme* previous = nullptr);
    Explainer(const Explainer&) = delete;
    Explainer& operator=(const Explainer&) = delete;

    /// @param meeting  0 .. meetings - 1
    Explanation explain(int meeting);

    /// The cheapest way found to hold a meeting that is not held; see price.h. Not found for a meeting that is held,
    /// or impossible.
    Price price(int meeting);

  private:
    Cause cause_of(int meeting) const;
    bool place_opens(int meeting, bool step_free_counts) const;
    bool shares(int meeting, int slot) const;
    Explanation at_maximum(int meeting, int participant) const;
    Explanation look_at_slots(int meeting);
    SlotObstacle look_at(int meeting, int slot, Entry& spot);
    void look_at_places(int meeting, int slot, SlotObstacle& obstacle, Entry& spot);
    bool keeps_spread(const Entry& spot);
    std::vector<Blocker> at_places(std::span<const int> places, int slot) const;
    std::vector<Blocker> blockers(std::span<const int> meetings) const;

    const Instance& instance_;
    Reduced reduced_;
    State state_;
    std::vector<std::vector<int>> held_of_;  ///< participant -> meetings held, ordered
    std::vector<std::vector<int>> at_;       ///< slot -> meetings held, ordered
};

}  // namespace hoicho::scheduling::programme
