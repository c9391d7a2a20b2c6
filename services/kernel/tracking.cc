// Confirms and takes back whole entries, oldest or newest first; see tracking.h.
#include "kernel/tracking.h"

#include "kernel/check.h"

namespace hoicho {

void Tracking::confirm_first_entry() {
    invariant(!writes_per_entry_.empty(), "confirm without an unconfirmed entry");
    for (auto left = writes_per_entry_.front(); left > 0; --left) {
        writes_.front()->confirm_first();
        writes_.pop_front();
    }
    writes_per_entry_.pop_front();
}

void Tracking::undo_last_entry() {
    invariant(!writes_per_entry_.empty(), "undo without an unconfirmed entry");
    for (auto left = writes_per_entry_.back(); left > 0; --left) {
        writes_.back()->undo_last();
        writes_.pop_back();
    }
    writes_per_entry_.pop_back();
}

void Tracking::undo_all() {
    while (!writes_per_entry_.empty()) undo_last_entry();
}

}  // namespace hoicho
