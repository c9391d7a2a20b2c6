// The rules that need no books.
#include "scheduling/domain/rules.h"

namespace hoicho::scheduling {

Refused pair_refused(const State& state, const Pair& pair) {
    for (const Party& who : {party(pair.buyer), party(pair.exhibitor)})
        if (!state.participations.contains({pair.fair, who.side, who.id})) return refuse(REASON_NOT_IN_FAIR, name_of(who));
    const Interest* interest = state.interests.find(pair);
    if (!interest) return std::nullopt;
    if (interest->buyer == Level::never) return refuse(REASON_NEVER, name_of(pair.buyer));
    if (interest->exhibitor == Level::never) return refuse(REASON_NEVER, name_of(pair.exhibitor));
    return std::nullopt;
}

Refused slot_refused(const State& state, FairId fair, SlotId id, std::uint64_t now_ms) {
    const Slot* slot = state.slots.find(id);
    if (!slot) return unknown(id);
    if (slot->fair != fair) return refuse(REASON_OTHER_FAIR, name_of(id));
    if (slot->starts_at_ms <= now_ms) return refuse(REASON_SLOT_PASSED, name_of(id), instant(slot->starts_at_ms));
    return std::nullopt;
}

Refused table_refused(const State& state, FairId fair, TableId id) {
    const Table* table = state.tables.find(id);
    if (!table) return unknown(id);
    if (table->fair != fair) return refuse(REASON_OTHER_FAIR, name_of(id));
    return std::nullopt;
}

std::string name_of_held(const Held& held) {
    if (held.count > 1) return std::to_string(held.count) + " meetings";
    return name_of_occupant(held.ids);
}

std::string name_of_occupant(std::uint32_t occupant) {
    if (occupant == LiveBooks::drafted) return "a meeting of this programme";
    return name_of(MeetingId{occupant});
}

}  // namespace hoicho::scheduling
