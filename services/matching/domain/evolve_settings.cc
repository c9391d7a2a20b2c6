// How settings and an organiser's names follow from their events; see applies.h.
#include "matching/domain/applies.h"

namespace hoicho::matching {
namespace {

/// FNV-1a: the same in every build, as the print is part of the state's digest.
std::uint64_t print_of(WordsId id, const Words& words) {
    std::uint64_t print = 0xcbf29ce484222325U;
    const auto add = [&print](std::uint8_t byte) { print = (print ^ byte) * 0x100000001b3U; };
    for (int at = 0; at < 4; ++at) add(static_cast<std::uint8_t>(static_cast<std::uint32_t>(id) >> (8 * at)));
    add(words.kinds);
    for (const auto& name : words.names) {
        for (const char byte : name) add(static_cast<std::uint8_t>(byte));
        add(0xFF);  // no byte of UTF-8
    }
    return print;
}

}  // namespace

void apply(State& state, const v1::ListSettingsSet& settings) {
    state.settings.put({settings.fair()}, {static_cast<std::int32_t>(settings.lift_strength_thousandths()),
                                           static_cast<std::int32_t>(settings.price_weight_thousandths()), settings.feedback()});
}

void apply(State& state, const v1::WordsAdded& added) {
    const WordsId id{added.words()};
    Words words{{added.names().begin(), added.names().end()}, added.relation() == v1::WORDS_RELATION_KINDS, false};
    auto& print = state.names_print.edit_or_add({});
    print.print ^= print_of(id, words);
    ++print.present;
    state.own_words.put(id, std::move(words));
}

void apply(State& state, const v1::WordsRemoved& removed) {
    const WordsId id{removed.words()};
    auto& words = state.own_words.edit(id);
    words.removed = true;
    auto& print = state.names_print.edit_or_add({});
    print.print ^= print_of(id, words);
    --print.present;
}

}  // namespace hoicho::matching
