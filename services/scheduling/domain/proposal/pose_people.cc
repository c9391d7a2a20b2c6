// Windows become unavailable slots; half-day maxima become one maximum for the fair here, and are kept exactly when the result is finished.
#include "scheduling/domain/proposal/pose_people.h"

#include <algorithm>
#include <numeric>

#include "scheduling/domain/availability.h"

namespace hoicho::scheduling {

int People::add(const Party& who) {
    const auto [at, is_new] = numbers_.try_emplace(who, static_cast<int>(posed_->participants.size()));
    if (is_new) {
        posed_->participants.push_back(who);
        programme::Participant person;
        const bool buyer = who.side == Side::buyer;
        person.name = (buyer ? "buyer " : "exhibitor ") + std::to_string(who.id);
        person.side = buyer ? programme::Side::buyer : programme::Side::exhibitor;
        person.count_gaps = buyer;  // an exhibitor's people have a booth to go back to
        posed_->instance.participants.push_back(std::move(person));
    }
    return at->second;
}

void People::describe(const State& state) {
    const std::size_t slots = posed_->slots.size();
    std::vector<std::vector<int>> live(posed_->participants.size(), std::vector<int>(slots, 0));
    for (const auto& entry : posed_->live.meetings) {
        const auto& meeting = posed_->instance.meetings[static_cast<std::size_t>(entry.meeting)];
        for (const int person : {meeting.a, meeting.b}) ++live[static_cast<std::size_t>(person)][static_cast<std::size_t>(entry.slot)];
    }
    posed_->half_day_max.resize(live.size());
    for (std::size_t person = 0; person < live.size(); ++person) describe(state, static_cast<int>(person), live[person]);
}

void People::describe(const State& state, int number, const std::vector<int>& live_in_slot) {
    auto& person = posed_->instance.participants[static_cast<std::size_t>(number)];
    if (const auto* known = state.delegates.find(posed_->participants[static_cast<std::size_t>(number)])) {
        const std::size_t people = std::min<std::size_t>(known->people.size(), programme::delegates_max);
        person.delegates.assign(people, {});
        for (std::size_t d = 0; d < people; ++d)
            for (std::size_t slot = 0; slot < posed_->slots.size(); ++slot)
                if (!is_there(known->people[d], *state.slots.find(posed_->slots[slot])))
                    person.delegates[d].unavailable.push_back(static_cast<int>(slot));
    }
    make_room_for_live(person, live_in_slot);
    set_maxima(state, number, live_in_slot);
}

/// Windows told after a meeting was booked must not make the instance infeasible: somebody will come. A repair may move what has not begun.
void People::make_room_for_live(programme::Participant& person, const std::vector<int>& live_in_slot) const {
    const auto slots = posed_->repair ? static_cast<std::size_t>(posed_->instance.freeze_before_slot) : live_in_slot.size();
    for (std::size_t slot = 0; slot < slots; ++slot) {
        int there = 0;
        for (const auto& delegate : person.delegates)
            there += std::find(delegate.unavailable.begin(), delegate.unavailable.end(), static_cast<int>(slot)) == delegate.unavailable.end();
        for (auto& delegate : person.delegates) {
            if (there >= live_in_slot[slot]) break;
            there += static_cast<int>(std::erase(delegate.unavailable, static_cast<int>(slot)));
        }
    }
}

void People::set_maxima(const State& state, int number, const std::vector<int>& live_in_slot) {
    const Party& who = posed_->participants[static_cast<std::size_t>(number)];
    const int sessions = posed_->sessions.empty() ? 0 : *std::max_element(posed_->sessions.begin(), posed_->sessions.end()) + 1;
    auto& maxima = posed_->half_day_max[static_cast<std::size_t>(number)];
    maxima.assign(static_cast<std::size_t>(sessions), 0);
    bool bounded = true;
    for (std::size_t slot = 0; slot < posed_->slots.size(); ++slot) {
        auto& most = maxima[static_cast<std::size_t>(posed_->sessions[slot])];
        if (most == 0) most = half_day_max(state, who, posed_->fair, state.slots.find(posed_->slots[slot])->session);
        bounded = bounded && most != 0;
    }
    if (!bounded) return;
    const int live = std::accumulate(live_in_slot.begin(), live_in_slot.end(), 0);
    const std::uint32_t together = std::accumulate(maxima.begin(), maxima.end(), 0U);
    auto& person = posed_->instance.participants[static_cast<std::size_t>(number)];
    person.max_meetings = std::max(live, static_cast<int>(std::min<std::uint32_t>(together, programme::meetings_max)));
}

}  // namespace hoicho::scheduling
