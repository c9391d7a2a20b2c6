// Counts people by their windows. Few people and few windows: a walk is faster than an index.
#include "scheduling/domain/availability.h"

#include <algorithm>

namespace hoicho::scheduling {

bool is_there(const Delegate& delegate, const Slot& slot) {
    if (delegate.windows.empty()) return true;
    return std::any_of(delegate.windows.begin(), delegate.windows.end(), [&](const Window& window) {
        return window.starts_at_ms <= slot.starts_at_ms && slot.ends_at_ms <= window.ends_at_ms;
    });
}

std::uint32_t delegates_at(const State& state, const Party& who, const Slot& slot) {
    const Delegates* delegates = state.delegates.find(who);
    if (!delegates) return delegates_unregistered;
    std::uint32_t there = 0;
    for (const auto& delegate : delegates->people) there += is_there(delegate, slot);
    return there;
}

namespace {

bool is_there_some_time(const State& state, const Delegate& delegate, FairId fair, std::uint32_t session) {
    if (delegate.windows.empty()) return true;
    for (const SlotId id : venue_of(state, fair).slots) {
        const Slot& slot = *state.slots.find(id);
        if (slot.session == session && is_there(delegate, slot)) return true;
    }
    return false;
}

}  // namespace

std::uint32_t half_day_max(const State& state, const Party& who, FairId fair, std::uint32_t session) {
    const Fair* rules = state.fairs.find(fair);
    const std::uint32_t rule = rules ? rules->meetings_per_delegate_half_day_max : 0;
    const Delegates* delegates = state.delegates.find(who);
    if (!delegates) return rule * delegates_unregistered;
    std::uint32_t together = 0;
    for (const auto& delegate : delegates->people) {
        const std::uint32_t own = delegate.half_day_max ? delegate.half_day_max : rule;
        if (!is_there_some_time(state, delegate, fair, session)) continue;
        if (own == 0) return 0;
        together += own;
    }
    return together;  // nobody there: delegates_at says so for every slot, no maximum is needed
}

}  // namespace hoicho::scheduling
