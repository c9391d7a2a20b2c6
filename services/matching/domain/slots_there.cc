// Few people and few windows: a walk is faster than an index.
#include "matching/domain/slots_there.h"

#include <algorithm>

namespace hoicho::matching {
namespace {

bool is_there(const Delegate& person, const Span& slot) {
    if (person.windows.empty()) return true;
    return std::any_of(person.windows.begin(), person.windows.end(), [&](const Span& window) {
        return window.starts_at_ms <= slot.starts_at_ms && slot.ends_at_ms <= window.ends_at_ms;
    });
}

}  // namespace

std::uint32_t slots_there(const State& state, std::uint32_t fair, Side side, std::uint32_t organisation) {
    const auto* slots = state.slots.find({fair});
    const auto* delegates = state.delegates.find({side, organisation});
    const auto people = delegates ? delegates->people : std::vector<Delegate>(1);
    std::size_t there = 0;
    for (const auto& person : people)
        there += slots ? static_cast<std::size_t>(std::count_if(slots->opened.begin(), slots->opened.end(), [&](const Span& slot) { return is_there(person, slot); }))
                       : slots_assumed;
    return static_cast<std::uint32_t>(std::max<std::size_t>(there, 1));
}

}  // namespace hoicho::matching
