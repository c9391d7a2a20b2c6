// Takes an organiser's names out again. Their number is never given to others.
#include "matching/domain/decide.h"

namespace hoicho::matching {

Answer decide(const State& state, const v1::RemoveWords& command) {
    if (command.words() == 0) return refuse(REASON_MISSING, "words");
    const auto* words = state.own_words.find(WordsId{command.words()});
    if (!words || words->removed) return refuse(REASON_UNKNOWN, "words", std::to_string(command.words()));
    v1::Event event;
    event.mutable_words_removed()->set_words(command.words());
    return fact(std::move(event));
}

}  // namespace hoicho::matching
