// Remembers and forgets command ids; see command_ids.h.
#include "kernel/command_ids.h"

#include <algorithm>

namespace hoicho {

void CommandIds::remember(const CommandId& id, const Known& known) {
    known_.put(id, known);
    by_age_.emplace_back(known.n, id);
}

void CommandIds::forget_old(std::uint64_t now_ms) {
    for (std::size_t forgotten = 0; forgotten < forgotten_per_entry_max && !by_age_.empty();) {
        const auto& [n, id] = by_age_.front();
        const Known* known = known_.find(id);
        const bool stands = known && known->n == n;
        if (stands && known->at_ms + kept_ms >= now_ms && known_.size() <= ids_max) return;
        if (stands) {
            known_.erase(id);
            ++forgotten;
        }
        by_age_.pop_front();
    }
}

void CommandIds::index() {
    by_age_.clear();
    known_.for_each([this](const CommandId& id, const Known& known) { by_age_.emplace_back(known.n, id); });
    std::sort(by_age_.begin(), by_age_.end());
}

}  // namespace hoicho
