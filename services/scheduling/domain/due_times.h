// Which requests end when, earliest first: an ordered table beside the keyed ones, so that a timer can ask for the next one at once.
#pragma once

#include <deque>
#include <optional>
#include <set>
#include <utility>

#include "kernel/table.h"
#include "scheduling/domain/ids.h"

namespace hoicho::scheduling {

/// Derived from open requests; its writes are taken back like those of any table.
class DueTimes final : public TableBase {
  public:
    struct Due {
        std::uint64_t at_ms = 0;
        RequestId request{};
        friend auto operator<=>(const Due&, const Due&) = default;
    };

    DueTimes(Tables& tables, std::string_view name) : tracking_{&tables.tracking()}, name_{name} { tables.add(*this); }

    void add(const Due& due) { write(due, true); }
    void remove(const Due& due) { write(due, false); }
    std::optional<Due> first() const { return due_.empty() ? std::nullopt : std::optional{*due_.begin()}; }
    const std::set<Due>& all() const { return due_; }

    std::string_view name() const override { return name_; }
    void undo_last() override {
        const auto [due, added] = unconfirmed_.back();
        unconfirmed_.pop_back();
        apply(due, !added);
    }
    void confirm_first() override { unconfirmed_.pop_front(); }
    void drain_changes(const RowSink&) override {}  // derived: never stored
    bool load(std::string_view, std::string_view) override { return false; }
    void add_to(Digest&, std::string_view) const override {}  // says nothing that the requests do not say

  private:
    void write(const Due& due, bool added) {
        if (tracking_->undoable()) {
            unconfirmed_.emplace_back(due, added);
            tracking_->wrote(*this);
        }
        apply(due, added);
    }
    void apply(const Due& due, bool added) {
        if (added) {
            due_.insert(due);
        } else {
            due_.erase(due);
        }
    }

    Tracking* tracking_;
    std::string_view name_;
    std::set<Due> due_;
    std::deque<std::pair<Due, bool>> unconfirmed_;
};

}  // namespace hoicho::scheduling
