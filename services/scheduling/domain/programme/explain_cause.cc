/// Says why a wish is not held: the reasons that no programme could help.
#include <algorithm>

#include "scheduling/domain/programme/explain.h"

namespace hoicho::scheduling::programme {
namespace {

template <class T>
const T& of(const std::vector<T>& list, int position) {
    return list[static_cast<std::size_t>(position)];
}

}  // namespace

bool Explainer::place_opens(int meeting, bool step_free_counts) const {
    const Meeting& wish = of(instance_.meetings, meeting);
    const auto owned = std::any_of(instance_.places.begin(), instance_.places.end(),
                                   [&](const Place& place) { return place.owner == wish.a || place.owner == wish.b; });
    const bool step_free = of(instance_.participants, wish.a).step_free || of(instance_.participants, wish.b).step_free;
    return std::any_of(instance_.places.begin(), instance_.places.end(), [&](const Place& place) {
        const bool theirs = owned ? place.owner == wish.a || place.owner == wish.b : !place.owner;
        return theirs && place.capacity > 0 && (!step_free_counts || !step_free || place.step_free);
    });
}

Cause Explainer::cause_of(int meeting) const {
    const Meeting& wish = of(instance_.meetings, meeting);
    if (wish.withdrawn) return Cause::withdrawn;
    if (of(instance_.participants, wish.a).max_meetings == 0 || of(instance_.participants, wish.b).max_meetings == 0)
        return Cause::no_meetings_wished;
    if (!place_opens(meeting, false)) return Cause::no_place;
    if (!place_opens(meeting, true)) return Cause::no_step_free_place;
    bool in_the_past = false;
    for (int t = 0; t < reduced_.slots; ++t) {
        if (!shares(meeting, t)) continue;
        if (t >= reduced_.slot_min) return Cause::always_closed;
        in_the_past = true;
    }
    return in_the_past ? Cause::past : Cause::no_common_slot;
}

}  // namespace hoicho::scheduling::programme
