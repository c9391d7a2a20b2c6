// Makes the lexicon of an organiser's names; see own_names.h.
#include "matching/domain/own_names.h"

#include "matching/domain/state.h"

namespace hoicho::matching {
namespace {

std::shared_ptr<const ranking::Lexicon> lexicon_of(const State& state) {
    std::vector<ranking::LexiconEntry> entries;
    state.own_words.for_each([&](WordsId, const Words& words) {
        if (!words.removed) entries.push_back({words.names, words.kinds});
    });
    return std::make_shared<const ranking::Lexicon>(entries);
}

}  // namespace

std::shared_ptr<const ranking::Lexicon> OwnNames::of(const State& state) const {
    const auto* now = state.names_print.find({});
    if (!now || now->present == 0) return nullptr;
    auto made = made_.load();
    if (!made || made->print != now->print) {
        made = std::make_shared<const Made>(Made{now->print, lexicon_of(state)});
        made_.store(made);
    }
    return made->lexicon;
}

}  // namespace hoicho::matching
