// The journal protocol in small: two processors, one journal, a network that loses, doubles, delays and reorders.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>

namespace hoicho::model {

inline constexpr int commands = 3;  // offsets 0, 1, 2; command 2 carries the id of command 0 again
inline constexpr int writers = 3;   // how often a processor may open, over the whole run
inline constexpr int journal_records_max = 5;
inline constexpr int entries = writers * commands;
enum class Mistake { none, no_offset_check, no_chain, no_parent, store_before_confirm };

/// What a fold knows: how far it read, its head, and its state. The state is the list of (input, writer) it evolved,
/// one hexadecimal digit each: two states are equal when everything that led to them is.
struct Fold {
    std::uint32_t state = 0;
    std::int8_t pos = 0, n = 0, writer = 0, input = -1;
};

/// One record. The outcome of a decision is named by its writer: another writer may decide otherwise, its clock
/// differs.
struct Entry {
    std::uint32_t basis = 0;  ///< the state it was decided on
    std::int8_t writer = 0, n = 0, parent = 0, input = 0;
};

/// `at` is confirmed; the entries [confirmed, decided) of its writer are the window. Only `store` outlives a crash. A
/// right store holds a prefix of the journal's fold, so opening from it is opening from nothing: it stays empty here,
/// except for the mistake that spoils it.
struct Processor {
    Fold at, store;
    std::int8_t writer = 0, confirmed = 0, decided = 0, zero = 0;  // writer 0: down
};

/// Entries are named by 3 * (writer - 1) + their place in the writer's window, so a state has one spelling. A message
/// that is never appended is a lost one, and one whose processor is down is a zombie's: neither needs a step of its
/// own.
struct State {
    std::array<Entry, entries> issued{};
    std::array<Processor, 2> processors{};
    std::uint16_t in_flight = 0;
    std::array<std::int8_t, journal_records_max> journal{};
    std::int8_t length = 0, opened = 0, duplicated = 0;
    std::array<std::int8_t, 2> zero{};
};
static_assert(std::has_unique_object_representations_v<State>);  // hashed as bytes

inline std::uint32_t digit(const Entry& e) { return static_cast<std::uint32_t>(4 * e.input + e.writer); }

/// The writer whose outcome this state holds for an input; 0 when it was not decided.
inline std::uint32_t outcome_of(std::uint32_t state, int input) {
    for (; state != 0; state >>= 4U)
        if (static_cast<int>((state & 15U) / 4) == input) return state & 3U;
    return 0;
}

/// What the client is told: a command whose id is known gets the first answer again.
inline std::uint32_t reply(const Entry& e) {
    const auto first = e.input == 2 ? outcome_of(e.basis, 0) : 0;
    return first != 0 ? first : static_cast<std::uint32_t>(e.writer);
}

inline bool effective(const Entry& e, const Fold& head, Mistake mistake) {
    if (mistake == Mistake::no_chain) return outcome_of(head.state, e.input) == 0;  // "the first Entry per input wins"
    const bool follows = e.parent == head.writer || mistake == Mistake::no_parent;
    return e.n == head.n + 1 && follows && e.input > head.input;
}

inline void evolve(Fold& head, const Entry& e) {
    head.state = head.state << 4U | digit(e);
    head.n = e.n, head.writer = e.writer, head.input = std::max(head.input, e.input);
}

inline Fold fold(const State& s, Fold head, int end, Mistake mistake) {
    for (; head.pos < end; ++head.pos)
        if (const auto& e = s.issued[s.journal[head.pos]]; effective(e, head, mistake)) evolve(head, e);
    return head;
}

/// The first invariant that the journal breaks, as every reader folds it.
inline std::optional<std::string_view> broken(const State& s, Mistake mistake) {
    Fold head;
    std::array<std::uint32_t, commands> replies{};
    for (; head.pos < s.length; ++head.pos) {
        const auto& e = s.issued[s.journal[head.pos]];
        if (!effective(e, head, mistake)) continue;
        if (e.basis != head.state) return "J6 decided on the state its predecessors give";
        if (e.n != head.n + 1) return "J1 n without gaps";
        if (e.input != head.input + 1) return "J2 every command once";
        evolve(head, e);
        replies[e.input] = reply(e);
    }
    if (head.input == 2 && replies[0] != replies[2]) return "J4 the same answer to one command id";
    return std::nullopt;
}

/// J3: what a client was told is the outcome of an effective Entry. Once effective, always effective: the journal only
/// grows.
inline bool acknowledged_for_good(const State& s, const Entry& told, Mistake mistake) {
    const auto final = fold(s, {}, s.length, mistake).state;
    return outcome_of(final, told.input) == static_cast<std::uint32_t>(told.writer);
}

}  // namespace hoicho::model
