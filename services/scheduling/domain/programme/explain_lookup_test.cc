/// Everything an explanation says on random fairs, looked up in the instance and in the programme alone.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "scheduling/domain/programme/explain.h"
#include "scheduling/domain/programme/random_fair.h"
#include "scheduling/domain/programme/solve.h"

namespace hoicho::scheduling::programme {
namespace {

/// Looks up everything an explanation says, in the instance and in the programme alone.
class Lookup {
  public:
    Lookup(const Instance& fair, const Programme& programme) : fair_{fair} {
        for (const Entry& entry : programme.meetings) held_[entry.meeting] = entry;
    }

    void confirm(const Explanation& answer) const {
        const Meeting& wish = meeting(answer.meeting);
        if (answer.finding == Finding::at_maximum) {
            const auto maximum = fair_.participants[static_cast<std::size_t>(answer.participant)].max_meetings;
            ASSERT_EQ(static_cast<int>(answer.in_the_way.size()), maximum.value_or(-1));
            for (const Blocker& blocker : answer.in_the_way) confirm_of(blocker, answer.participant);
        }
        if (answer.finding == Finding::blocked) confirm_slots(answer);
        for (const SlotObstacle& obstacle : answer.slots) {
            SCOPED_TRACE("slot " + std::to_string(obstacle.slot));
            confirm_people(obstacle.of_a, wish.a, obstacle.slot);
            confirm_people(obstacle.of_b, wish.b, obstacle.slot);
            confirm_places(obstacle, wish);
            for (const Blocker& blocker : obstacle.order) confirm_order(blocker.meeting, answer.meeting, obstacle.slot);
        }
    }

  private:
    const Meeting& meeting(int m) const { return fair_.meetings[static_cast<std::size_t>(m)]; }

    void confirm_of(const Blocker& blocker, int p) const {
        ASSERT_TRUE(held_.contains(blocker.meeting));
        EXPECT_TRUE(meeting(blocker.meeting).a == p || meeting(blocker.meeting).b == p);
        EXPECT_EQ(blocker.value, meeting(blocker.meeting).value);
    }

    int delegates(int p, int slot) const {
        const auto& all = fair_.participants[static_cast<std::size_t>(p)].delegates;
        return static_cast<int>(std::count_if(all.begin(), all.end(), [&](const Delegate& delegate) {
            return std::find(delegate.unavailable.begin(), delegate.unavailable.end(), slot) ==
                   delegate.unavailable.end();
        }));
    }

    /// Every slot that both share is spoken of, and something is said of each.
    void confirm_slots(const Explanation& answer) const {
        const Meeting& wish = meeting(answer.meeting);
        std::vector<int> shared;
        for (int t = 0; t < static_cast<int>(fair_.slots.size()); ++t) {
            const bool asked = !wish.slots || std::find(wish.slots->begin(), wish.slots->end(), t) != wish.slots->end();
            if (asked && delegates(wish.a, t) > 0 && delegates(wish.b, t) > 0) shared.push_back(t);
        }
        std::vector<int> told;
        for (const SlotObstacle& o : answer.slots) {
            told.push_back(o.slot);
            EXPECT_TRUE(!o.of_a.empty() || !o.of_b.empty() || !o.at_places.empty() || !o.order.empty() || o.closed ||
                        o.rushed || o.gap_spread);
        }
        EXPECT_EQ(told, shared);
    }

    void confirm_people(const std::vector<Blocker>& blockers, int p, int slot) const {
        if (blockers.empty()) return;
        EXPECT_EQ(static_cast<int>(blockers.size()), delegates(p, slot));
        for (const Blocker& blocker : blockers) {
            confirm_of(blocker, p);
            EXPECT_EQ(held_.at(blocker.meeting).slot, slot);
        }
    }

    /// The blockers fill every place where the meeting could be held.
    void confirm_places(const SlotObstacle& obstacle, const Meeting& wish) const {
        if (obstacle.at_places.empty() && !obstacle.closed) return;
        std::map<int, int> load;
        for (const Blocker& blocker : obstacle.at_places) {
            ASSERT_EQ(held_.at(blocker.meeting).slot, obstacle.slot);
            ++load[held_.at(blocker.meeting).place];
        }
        const auto theirs = [&](const Place& place) { return place.owner == wish.a || place.owner == wish.b; };
        const bool owned = std::any_of(fair_.places.begin(), fair_.places.end(), theirs);
        const bool step_free = fair_.participants[static_cast<std::size_t>(wish.a)].step_free ||
                               fair_.participants[static_cast<std::size_t>(wish.b)].step_free;
        for (int k = 0; k < static_cast<int>(fair_.places.size()); ++k) {
            const Place& place = fair_.places[static_cast<std::size_t>(k)];
            const bool closed =
                std::find(place.closed.begin(), place.closed.end(), obstacle.slot) != place.closed.end();
            if ((owned ? !theirs(place) : place.owner.has_value()) || (step_free && !place.step_free) || closed) {
                EXPECT_EQ(load[k], 0);
            } else {
                EXPECT_EQ(load[k], place.capacity);
            }
        }
    }

    void confirm_order(int other, int m, int slot) const {
        const auto follows = [&](int later, int earlier) {
            const auto& after = meeting(later).after;
            return std::find(after.begin(), after.end(), earlier) != after.end();
        };
        EXPECT_TRUE((follows(m, other) && held_.at(other).slot >= slot) ||
                    (follows(other, m) && held_.at(other).slot <= slot));
    }

    const Instance& fair_;
    std::map<int, Entry> held_;
};

TEST(Explain, TellsNothingButWhatCanBeLookedUp) {
    int blocked = 0;
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const Instance fair = RandomFair{seed}.make();
        const Programme programme = improve(fair, {}, seed, 500).programme;
        const Lookup lookup{fair, programme};
        Explainer explainer{fair, programme};
        for (int m = 0; m < static_cast<int>(fair.meetings.size()); ++m) {
            SCOPED_TRACE("meeting " + std::to_string(m));
            const Explanation answer = explainer.explain(m);
            blocked += answer.finding == Finding::blocked;
            lookup.confirm(answer);
            if (HasFailure()) return;
        }
    }
    EXPECT_GT(blocked, 300);
}

}  // namespace
}  // namespace hoicho::scheduling::programme
