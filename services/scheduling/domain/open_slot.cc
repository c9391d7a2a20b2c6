// OpenSlot: one meeting length of a fair, [start, end), overlapping no other.
#include "scheduling/domain/commands.h"
#include "scheduling/domain/limits.h"

namespace hoicho::scheduling {

namespace {

Refused overlap(const State& state, const Venue& venue, const v1::Slot& wanted) {
    for (const SlotId id : venue.slots) {
        const Slot& other = *state.slots.find(id);
        if (wanted.starts_at_ms() < other.ends_at_ms && other.starts_at_ms < wanted.ends_at_ms())
            return refuse(REASON_SLOTS_OVERLAP, "slot", name_of(id), "from " + instant(other.ends_at_ms));
    }
    return std::nullopt;
}

}  // namespace

Answer decide(const State& state, const v1::OpenSlot& command, const Context&) {
    const auto& slot = command.slot();
    const FairId fair{slot.fair()};
    const auto& venue = venue_of(state, fair);
    if (auto no = fair_refused(state, fair)) return *no;
    if (auto no = code_refused("code", slot.code())) return *no;
    if (auto no = range_refused("session", slot.session(), 0, sessions_max)) return *no;
    if (slot.ends_at_ms() <= slot.starts_at_ms())
        return refuse(REASON_DAYS_REVERSED, "ends_at", instant(slot.ends_at_ms()), instant(slot.starts_at_ms()));
    if (slot.ends_at_ms() - slot.starts_at_ms() > slot_ms_max)
        return *range_refused("duration_ms", slot.ends_at_ms() - slot.starts_at_ms(), 1, slot_ms_max);
    if (auto no = overlap(state, venue, slot)) return *no;
    if (auto no = code_taken("slot", venue.slots, state.slots, slot.code())) return *no;
    if (auto no = full_refused("slots", venue.slots.size(), slots_per_fair_max)) return *no;

    v1::Event event;
    const auto id = state.slots.next_id();
    event.mutable_slot_opened()->set_slot_id(id);
    *event.mutable_slot_opened()->mutable_slot() = slot;
    return fact(std::move(event), ID_KIND_SLOT, id);
}

void apply(State& state, const v1::SlotOpened& event) {
    const auto& slot = event.slot();
    const SlotId id{event.slot_id()};
    state.slots.put(id, {FairId{slot.fair()}, slot.session(), slot.starts_at_ms(), slot.ends_at_ms(), slot.code()});
    add_slot(state, id, *state.slots.find(id));
}

}  // namespace hoicho::scheduling
