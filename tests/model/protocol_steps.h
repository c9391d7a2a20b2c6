// Every step that the processors and the network of the model may take next (the names O4, R4, R5 are
// docs/protocol.md's).
#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "tests/model/protocol_model.h"

namespace hoicho::model {

using Broken = std::optional<std::string_view>;  // the invariant that a step broke

/// Is shown the next state and the step's letter: O open, D decide, C confirm, X crash or conflict (small letters for
/// the second processor), A append, 2 append and send again.
using Visit = std::function<void(const State& next, char letter, Broken)>;

inline void processor_steps(const State& s, int which, Mistake mistake, const Visit& visit) {
    const auto& now = s.processors[which];
    const auto letter = [which](char big) { return static_cast<char>(which == 0 ? big : big - 'A' + 'a'); };
    State next = s;
    auto& me = next.processors[which];

    if (now.writer == 0) {  // O2-O5: from the store or, if that was lost, from nothing; to any end, also a stale one
        if (s.opened == writers) return;
        next.opened = me.writer = static_cast<std::int8_t>(s.opened + 1);
        for (const Fold& base : {now.store, Fold{}})
            for (int end = base.pos; end <= s.length; ++end) {
                me.at = fold(s, base, end, mistake);
                visit(next, letter('O'), {});
            }
        return;
    }

    me = Processor{.at = {}, .store = now.store};  // K1-K9: the window is forgotten, its messages stay on their way
    visit(next, letter('X'), {});

    const auto slot = [&](int place) { return commands * (now.writer - 1) + place; };
    Fold head = now.at;  // R4: decide on the state that the window leads to
    for (int place = now.confirmed; place < now.decided; ++place) evolve(head, s.issued[slot(place)]);
    if (head.input + 1 < commands && now.decided < commands) {
        next = s;
        auto& e = next.issued[slot(now.decided)];
        e = {.basis = head.state, .writer = now.writer, .parent = head.writer};
        e.n = static_cast<std::int8_t>(head.n + 1), e.input = static_cast<std::int8_t>(head.input + 1);
        next.in_flight = static_cast<std::uint16_t>(s.in_flight | 1U << slot(now.decided));
        ++me.decided;
        if (mistake == Mistake::store_before_confirm) me.store.state = head.state << 4U | digit(e);
        visit(next, letter('D'), {});
    }

    if (now.confirmed == now.decided) return;
    for (int offset = 0; offset < s.length; ++offset) {  // R5: the report of the window's front
        if (s.journal[offset] != slot(now.confirmed)) continue;
        if (offset != now.at.pos && mistake != Mistake::no_offset_check) continue;  // a conflict: the step X above
        const auto& e = s.issued[slot(now.confirmed)];
        next = s;
        evolve(me.at, e);
        me.at.pos = static_cast<std::int8_t>(offset + 1);
        ++me.confirmed;
        if (mistake == Mistake::store_before_confirm) me.store = me.at;
        const bool kept = acknowledged_for_good(s, e, mistake);
        visit(next, letter('C'), kept ? Broken{} : Broken{"J3 no acknowledged loss"});
    }
}

inline void network_steps(const State& s, int records_max, Mistake mistake, const Visit& visit) {
    if (s.length == records_max) return;
    for (int slot = 0; slot < entries; ++slot) {  // in any order, at any time
        if ((s.in_flight >> slot & 1U) == 0) continue;
        State next = s;
        next.journal[next.length++] = static_cast<std::int8_t>(slot);
        const auto verdict = broken(next, mistake);
        next.in_flight = static_cast<std::uint16_t>(s.in_flight & ~(1U << slot));
        visit(next, 'A', verdict);
        if (s.duplicated != 0) continue;
        next.in_flight = s.in_flight;
        next.duplicated = 1;
        visit(next, '2', verdict);
    }
}

inline void steps(const State& s, int records_max, Mistake mistake, const Visit& visit) {
    for (int which : {0, 1}) processor_steps(s, which, mistake, visit);
    network_steps(s, records_max, mistake, visit);
}

}  // namespace hoicho::model
