/// The neighbourhood of what broke in a programme: where a short search should look.
#include <algorithm>
#include <utility>

#include "scheduling/domain/programme/anneal.h"

namespace hoicho::scheduling::programme {
namespace {

class Neighbourhood {
  public:
    explicit Neighbourhood(const State& state)
        : state_{state},
          reduced_{state.reduced()},
          takes_meeting_(static_cast<std::size_t>(reduced_.meetings), false),
          takes_person_(static_cast<std::size_t>(reduced_.participants), false) {}

    void take_meeting(int m) {
        const Wish& wish = reduced_.wishes[static_cast<std::size_t>(m)];
        if (takes_meeting_[static_cast<std::size_t>(m)] || wish.fixed || !wish.possible) return;
        takes_meeting_[static_cast<std::size_t>(m)] = true;
        focus_.meetings.push_back(m);
    }

    void take_person(int p) {
        for (const int m : reduced_.requests[p]) take_meeting(m);
        if (takes_person_[static_cast<std::size_t>(p)]) return;
        takes_person_[static_cast<std::size_t>(p)] = true;
        focus_.people.push_back(p);
    }

    /// Partners are read off all wishes: those of somebody who went home are possible no more, and just they matter.
    void take_with_partners(const std::vector<int>& people) {
        std::vector<bool> broke(takes_person_.size(), false);
        for (const int p : people) {
            broke[static_cast<std::size_t>(p)] = true;
            take_person(p);
        }
        for (const Wish& wish : reduced_.wishes) {
            if (broke[static_cast<std::size_t>(wish.a)]) take_person(wish.b);
            if (broke[static_cast<std::size_t>(wish.b)]) take_person(wish.a);
        }
    }

    void take_slot(int slot) {
        for (const int m : state_.at_open_places(slot)) take_meeting(m);
    }

    Focus done() {
        std::sort(focus_.meetings.begin(), focus_.meetings.end());
        return std::move(focus_);
    }

  private:
    const State& state_;
    const Reduced& reduced_;
    std::vector<bool> takes_meeting_;
    std::vector<bool> takes_person_;
    Focus focus_;
};

}  // namespace

Focus focus_around(const State& state, const std::vector<int>& people, const std::vector<int>& slots) {
    Neighbourhood around{state};
    around.take_with_partners(people);
    for (const int slot : slots) around.take_slot(slot);
    return around.done();
}

}  // namespace hoicho::scheduling::programme
