/// What it costs to hold a wish after all: carrying the changes out.
#include "scheduling/domain/programme/price.h"

#include <map>

namespace hoicho::scheduling::programme {

std::optional<Programme> carry_out(const Price& price, const Programme& programme) {
    std::map<int, Entry> held;
    for (const Entry& entry : programme.meetings) held[entry.meeting] = entry;
    for (const Relocation& change : price.changes) {
        const auto it = held.find(change.meeting);
        const Entry from = it == held.end() ? Entry{change.meeting, -1, -1} : it->second;
        if (from != Entry{change.meeting, change.from_slot, change.from_place}) return std::nullopt;
        if (change.to_slot < 0)
            held.erase(change.meeting);
        else
            held[change.meeting] = {change.meeting, change.to_slot, change.to_place};
    }
    Programme out{.instance = programme.instance, .meetings = {}};
    for (const auto& [meeting, entry] : held) out.meetings.push_back(entry);
    return out;
}

}  // namespace hoicho::scheduling::programme
